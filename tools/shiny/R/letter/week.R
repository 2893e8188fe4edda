#' The days of the weekly letter.

#' The filters of every number in a letter: people, as the dashboard opens with.
letter_filters <- function(from, to) {
  list(period = "custom", from = from, to = to, login = "all", traffic = "people")
}

#' The last Sunday before a day: a letter is about a whole week from Monday.
last_sunday <- function(open_day) open_day - weekday_of(open_day)

#' The last day of the letter: the day asked for, or the last Sunday with complete data.
#'
#' @param asked a Date, NA for the last complete week
#' @param open_day the first day for which more data is still to come
#' @section Errors: one sentence, if the week is not over or there is no data in it
last_day_of_letter <- function(asked, open_day, first_day) {
  if (is.na(first_day)) stop("The warehouse has no events yet.", call. = FALSE)
  to <- if (is.na(asked)) last_sunday(open_day) else asked
  if (to >= open_day) {
    stop(sprintf(
      "The week up to %s is not over: the data is complete up to %s.", format(to), format(open_day - 1)
    ), call. = FALSE)
  }
  if (to < first_day) {
    stop(sprintf(
      "The week up to %s has no data: they begin on %s.", format(to), format(first_day)
    ), call. = FALSE)
  }
  to
}

#' The days by which the letter ranks actions: thirty, as the tab does by default.
action_days <- function(to) letter_filters(to - DAYS_OF_MONTH + 1, to)
