#' The days before and after an action was done.

#' Weeks are compared whole, since weekdays differ.
SPANS <- c(14, 28)

#' The days to compare: the longest of SPANS that is over, before and after the day itself, which belongs to
#' neither.
#'
#' @param open_day the first day for which more data is still to come
#' @param first_day the first day with data
#' @return list(state, days, before, after, due): state is "early" (due is the first day on which it can be
#'   judged), "unknown" (the data begin too late), or "ready"
spans_of <- function(done_on, open_day, first_day) {
  passed <- as.integer(open_day - done_on) - 1
  over <- SPANS[SPANS <= passed]
  if (length(over) == 0) {
    return(list(state = "early", due = done_on + SPANS[1] + 1))
  }
  # With too few days of data before it, two weeks may still do.
  known <- over[done_on - over >= first_day]
  if (length(known) == 0) {
    return(list(state = "unknown", due = NA))
  }
  days <- max(known)
  list(
    state = "ready", days = days, due = NA,
    before = list(from = done_on - days, to = done_on - 1),
    after = list(from = done_on + 1, to = done_on + days)
  )
}

#' The filters under which an action was promised, for other days.
filters_of_promise <- function(action, days) {
  list(period = "custom", from = days$from, to = days$to, login = action$login, traffic = action$traffic)
}
