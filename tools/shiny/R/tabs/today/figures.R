#' The figures of Today, asked for one after the other.

#' The figures of the complete days, and of those to compare them with.
#'
#' @return list(state, days, compared, totals, changes, segments); state is "compared", "young" (the days to
#'   compare with began before the data: totals only), "open" (no complete day: nothing), or "empty"
today_figures <- function(board) {
  against <- against_of(board$filters())
  fresh <- board$freshness()
  last_day <- last_complete_day(fresh$data_until, board$today(), board$time_zone)
  days <- complete_days(board$filters(), last_day)
  first_day <- board$first_day()
  if (fresh$events == 0) {
    return(list(state = "empty"))
  }
  if (is.null(days) || days$to < first_day) {
    return(list(state = "open", last_day = last_day, first_day = first_day, against = against))
  }
  compared <- compared_days(days, against)
  totals <- board$ask(ask_change_totals, days, currency = board$currency, compared = compared)
  figures <- list(
    days = days, compared = compared, totals = totals, last_day = last_day,
    first_day = first_day, against = against
  )
  if (compared$from <= first_day) {
    return(c(figures, state = "young"))
  }
  if (all(totals$now$sums == 0) && all(totals$before$sums == 0)) {
    return(list(state = "empty"))
  }
  c(figures, state = "compared", certain_changes(board, days, compared, totals))
}

certain_changes <- function(board, days, compared, totals) {
  usual <- modifyList(days, list(
    from = max(days$from - USUAL_DAYS, board$first_day() + 1), to = days$from - 1
  ))
  scatter <- usual_scatter(board$ask(ask_change_days, usual))
  segments <- board$ask(ask_change_segments, days, currency = board$currency, compared = compared)
  noise <- vapply(totals, common_noise, 0, scatter)
  others <- board$ask(ask_other_orders, days, currency = board$currency)
  list(
    changes = change_parts(totals, scatter), segments = segment_changes(segments, noise), others = others
  )
}
