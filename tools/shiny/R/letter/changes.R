#' The largest significant changes of a week, of all that the Overview and Marketing compare.

LARGEST_CHANGES <- 3

#' @param overview result of overview_figures()
#' @param marketing result of marketing_figures()
#' @return a data frame: label, before, now (as text), change, lower, upper; the largest first, at most
#'   LARGEST_CHANGES. By how often: half is as large as twice.
largest_changes <- function(overview, marketing, board) {
  rows <- rbind(NO_CHANGES, changes_of_overview(overview, board), changes_of_channels(marketing, board))
  size <- abs(log(pmax(1 + rows$change, 1e-9)))
  utils::head(rows[order(-size, rows$label), , drop = FALSE], LARGEST_CHANGES)
}

NO_CHANGES <- data.frame(
  label = character(0), before = character(0), now = character(0), change = numeric(0), lower = numeric(0),
  upper = numeric(0), stringsAsFactors = FALSE
)

change_rows <- function(label, before, now, changes) {
  data.frame(
    label = label, before = before, now = now, change = changes$change, lower = changes$lower,
    upper = changes$upper, stringsAsFactors = FALSE
  )
}

changes_of_overview <- function(overview, board) {
  if (is.null(overview$changes)) {
    return(NULL)
  }
  sure <- overview$changes[is_sure(overview$changes), , drop = FALSE]
  # Gross and net revenue are the same orders: one line is enough.
  sure <- sure[sure$metric != "revenue", , drop = FALSE]
  in_words <- function(totals) {
    vapply(sure$metric, function(metric) format_metric(metric, board)(totals[[metric]]), "")
  }
  change_rows(unname(METRICS[sure$metric]), in_words(overview$before), in_words(overview$now), sure)
}

changes_of_channels <- function(marketing, board) {
  if (is.null(marketing$changes)) {
    return(NULL)
  }
  is_sure <- marketing$changes$is_sure
  sure <- marketing$changes[is_sure, , drop = FALSE]
  channels <- marketing$channels[is_sure, , drop = FALSE]
  money <- board$money_in(board$currency)
  change_rows(
    sprintf("Net revenue per session of %s", channel_words(channels$channel)),
    money(channels$earned / (1 + sure$change)), money(channels$earned), sure
  )
}
