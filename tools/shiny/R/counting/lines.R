#' Lines over days: by day or by week, which of these are complete, and the title of the line.

#' The unit of a line: days, or weeks from Monday if days would be unreadable on a narrow screen.
bucket_of <- function(filters) if (day_count(filters) > 120) "week" else "day"

#' The unit of lines on the Overview, which draws a single day by hour.
overview_bucket <- function(filters) if (day_count(filters) == 1) "hour" else bucket_of(filters)

#' The first day of the bucket that each day falls into.
bucket_start <- function(days, bucket) if (bucket == "week") days - weekday_of(days) + 1 else days

#' Daily rows added up into buckets.
#'
#' @param days data frame: day and columns of counts
bucket_days <- function(days, bucket) {
  stats::aggregate(days[setdiff(names(days), "day")], list(day = bucket_start(days$day, bucket)), sum)
}

#' The same rows with `whole`: FALSE where a day or week is counted only in part, because it is still in
#' progress or partly outside the range. Such a value cannot be compared with complete ones.
#'
#' @param open_day the first day that is still in progress
mark_whole <- function(lines, filters, bucket, open_day) {
  last <- lines$day + if (bucket == "week") 6 else 0
  lines$whole <- lines$day >= filters$from & last <= filters$to & last < open_day
  lines
}

#' Hours of one day with `whole`: FALSE for the hour of the newest data. Later hours are NA.
#'
#' @param hours result of ask_day_by_hour()
mark_whole_hours <- function(hours, filters, data_until, time_zone) {
  if (is.na(data_until) || filters$to < day_of(data_until, time_zone)) {
    return(cbind(hours, whole = TRUE))
  }
  open_hour <- if (filters$to > day_of(data_until, time_zone)) -1 else hour_of(data_until, time_zone)
  hours[hours$day > open_hour, setdiff(names(hours), "day")] <- NA
  cbind(hours, whole = hours$day < open_hour)
}

#' The first day for which more data is still to come.
open_day_of <- function(data_until, time_zone) {
  if (is.na(data_until)) as.Date(Inf) else day_of(data_until, time_zone)
}

#' The title of a line over days: its highest point, compared with a typical one. Incomplete days or weeks are
#' left out of the comparison.
#'
#' @param points data frame: day, value, whole
trend_headline <- function(label, points, bucket, write) {
  compared <- if (any(points$whole)) points[points$whole, ] else points
  at <- which.max(compared$value)
  if (length(at) == 0 || compared$value[at] == 0) {
    is_open <- nrow(compared) < nrow(points)
    when <- if (!is_open) "in this period" else if (bucket == "hour") "so far" else "before today"
    return(paste("No", tolower(label), when))
  }
  highest <- compared$value[at]
  of_bucket <- c(hour = "in the hour from", day = "on", week = "in the week of")[[bucket]]
  when <- paste(of_bucket, point_label(compared$day[at], bucket))
  if (nrow(points) == 1) {
    return(paste0(label, " ", when, if (!points$whole) " so far", ": ", write(highest)))
  }
  typical <- stats::median(compared$value, na.rm = TRUE)
  stands_out <- nrow(compared) > 2 && typical > 0 && highest / typical >= 1.15
  paste0(
    label, " peaked ", when, " at ", write(highest),
    if (stands_out) paste0(", ", format_average(highest / typical), " times a typical ", bucket) else ""
  )
}
