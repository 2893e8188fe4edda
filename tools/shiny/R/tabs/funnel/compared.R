#' The comparison of the standard funnel with the days before.

#' The shares of sessions that go on, in these days and before; NULL while there is nothing to compare with.
#'
#' @param rows result of ask_funnel()
standard_comparison <- function(ns, board, rows) {
  filters <- board$filters()
  previous <- previous_filters(filters)
  if (!is_whole(previous, board$first_day())) {
    return(NULL)
  }
  until <- comparable_until(filters, board$freshness()$data_until, board$time_zone)
  now <- counted_steps(rows)
  before <- counted_steps(board$ask(ask_funnel, previous, until = until))
  if (now$units[1] == 0 || before$units[1] == 0) {
    return(NULL)
  }
  comparison_card(ns("compared-steps"), own_changes(now, before), now, previous, paste0(
    "Sessions that go on, in these days and in ", format_days(previous$from, previous$to),
    if (!is.null(until)) ", up to the same hour as the newest data"
  ))
}

#' The steps in the form of own_steps(): label, units.
counted_steps <- function(rows) {
  steps <- funnel_steps(rows)
  data.frame(label = steps$label, units = steps$sessions)
}
