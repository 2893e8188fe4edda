#' Figures and sentences of Time: hours, weekdays and days.

TIME_METRICS <- c("Page views" = "page_views", "Sessions" = "sessions", "Orders" = "orders")

#' A metric inside a sentence: "page views"
unit_of <- function(metric) tolower(names(TIME_METRICS)[TIME_METRICS == metric])

#' The hours of the range with data: an average over Mondays must not count Mondays before the first event,
#' nor the hours of today that are still to come.
#'
#' @param first_day the first day with data
#' @param data_until the time of the newest data
#' @return list(days, last_hour): the covered days, and the last covered hour (0 to 23) of the last of them
covered_hours <- function(filters, first_day, data_until, time_zone) {
  data_day <- day_of(data_until, time_zone)
  from <- max(filters$from, first_day)
  to <- max(from, min(filters$to, data_day))
  last_hour <- if (to == data_day) as.integer(format(data_until, "%H", tz = time_zone)) else 23L
  list(days = seq(from, to, by = "day"), last_hour = last_hour)
}

#' One row for each hour of the week.
#'
#' @param hours rows of ask_hours(): day, hour, n
#' @param covered result of covered_hours()
#' @return 168 rows in the order Monday 0:00 to Sunday 23:00: weekday (1 = Monday), hour, total, times (number
#'   of occurrences of that hour of the week), average (total per occurrence, NA without any)
week_grid <- function(hours, covered) {
  grid <- expand.grid(hour = 0:23, weekday = 1:7)
  slot <- factor(paste(weekday_of(hours$day), hours$hour), levels = paste(grid$weekday, grid$hour))
  grid$total <- as.numeric(stats::xtabs(hours$n ~ slot))
  last_weekday <- weekday_of(covered$days[length(covered$days)])
  to_come <- grid$weekday == last_weekday & grid$hour > covered$last_hour
  grid$times <- tabulate(weekday_of(covered$days), nbins = 7)[grid$weekday] - to_come
  grid$average <- share_of(grid$total, grid$times)
  grid[c("weekday", "hour", "total", "times", "average")]
}

#' Total, and average per day, of each hour of the day: 24 rows.
by_hour <- function(grid) {
  total <- as.numeric(tapply(grid$total, grid$hour, sum))
  times <- as.numeric(tapply(grid$times, grid$hour, sum))
  data.frame(hour = 0:23, total = total, average = share_of(total, times))
}

#' Total, and average per complete day, of each weekday: 7 rows. A day is the sum of its hours' averages, so
#' that a day in progress does not lower the average of its weekday; NA if no such day is over.
by_weekday <- function(grid) {
  data.frame(
    weekday = 1:7, total = as.numeric(tapply(grid$total, grid$weekday, sum)),
    average = as.numeric(tapply(grid$average, grid$weekday, sum))
  )
}

#' One row per day of the range, including days without events: day, value.
by_day <- function(hours, from, to) {
  days <- seq(from, to, by = "day")
  slot <- factor(format(hours$day), levels = format(days))
  data.frame(day = days, value = as.numeric(stats::xtabs(hours$n ~ slot)))
}

#' The title of the tab: the peak hour and weekday.
#'
#' @param peak result of sure_peak()
#' @param weekdays result of sure_weekdays()
time_headline <- function(grid, metric, peak, weekdays) {
  if (sum(grid$total) == 0) {
    return(sprintf("No %s in this period.", unit_of(metric)))
  }
  hours <- if (is.null(peak)) {
    sprintf("No hour of the week has significantly more %s than average", unit_of(metric))
  } else {
    sprintf(
      "%s %s brings %s %s, %s times an average hour", WEEKDAYS[peak$weekday], format_hour_span(peak$hour),
      format_average(peak$average), unit_of(metric),
      format_average(peak$average * sum(grid$times) / sum(grid$total))
    )
  }
  days <- if (is.null(weekdays)) {
    if (sum(!is.na(by_weekday(grid)$average)) > 1) "the weekdays do not differ significantly"
  } else {
    weekday_sentence(weekdays)
  }
  paste0(paste(c(hours, days), collapse = "; "), ".")
}

weekday_sentence <- function(weekdays) {
  paste(WEEKDAYS[weekdays$busiest], "is busier than", WEEKDAYS[weekdays$quietest])
}

#' The concentration of a week: the share of the busiest 24 of its 168 hours (a seventh would be even).
peak_hours_sentence <- function(grid, metric) {
  average <- ifelse(is.na(grid$average), 0, grid$average)
  share <- sum(utils::head(sort(average, decreasing = TRUE), 24)) / sum(average)
  sprintf("The busiest 24 hours of the week hold %s of its %s", format_share(share, 0), unit_of(metric))
}
