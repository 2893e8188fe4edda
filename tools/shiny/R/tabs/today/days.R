#' The days that Today compares: complete ones only, since half a day would look like a drop.

#' The weeks whose weekdays are averaged.
WEEKS_BEFORE <- 4

#' The last day that is over and for which the data is complete.
last_complete_day <- function(data_until, today, time_zone) {
  min(today, open_day_of(data_until, time_zone)) - 1
}

#' The filters with complete days only: a preset is as many days up to the last complete one, chosen days end
#' there. NULL if none of the chosen days is complete.
complete_days <- function(filters, last_day) {
  if (filters$period %in% c("custom", "all")) {
    days <- list(from = filters$from, to = min(filters$to, last_day))
  } else {
    days <- list(from = last_day - as.integer(filters$period) + 1, to = last_day)
  }
  if (days$from > days$to) {
    return(NULL)
  }
  modifyList(filters, c(list(period = "custom"), days))
}

#' The days to compare with, which end the day before.
#'
#' @param days result of complete_days()
#' @param against one of AGAINST
#' @return list(against, from, to, weights): the weight of each weekday, from Monday. The days of the four
#'   weeks before count so that each weekday is as frequent as in the chosen days.
compared_days <- function(days, against) {
  if (against == "previous") {
    return(list(
      against = against, from = days$from - day_count(days), to = days$from - 1, weights = rep(1, 7)
    ))
  }
  weekdays <- tabulate(weekday_of(seq(days$from, days$to, by = 1)), 7)
  list(
    against = against, from = days$from - 7 * WEEKS_BEFORE, to = days$from - 1,
    weights = weekdays / WEEKS_BEFORE
  )
}

#' "the previous 7 days", "the same weekdays of the four weeks before"
compared_in_words <- function(days, against) {
  if (against == "weekdays") {
    return("the same weekdays of the four weeks before")
  }
  paste("the previous", period_in_words(days))
}

#' The most days that can be compared with as many before, 0 if there are too few.
comparable_days <- function(first_day, last_day) max(as.integer(last_day - first_day) %/% 2, 0)
