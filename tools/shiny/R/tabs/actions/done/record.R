#' Entries of the record of done actions: a click becomes one row, or a sentence about why it does not.

ENTRY_COLUMNS <- c(
  "kind", "key", "seen", "done_on", "label", "topic", "group_name", "counted_from", "counted_to",
  "login_state", "traffic", "currency", "gain", "gain_lower", "gain_upper", "part", "whole", "other_part",
  "other_whole"
)

#' $1 the entry as JSON. No row comes back if another entry has come after the one that the reader saw.
SQL_ENTER <- sprintf(
  "INSERT INTO public.done_actions (%1$s)
SELECT %1$s FROM jsonb_populate_record(NULL::public.done_actions, $1::jsonb)
ON CONFLICT DO NOTHING
RETURNING entry_id::float8",
  paste(ENTRY_COLUMNS, collapse = ", ")
)

#' Days for which an action counts as just done: it is not offered again before it was measured.
JUDGED_AFTER <- 28

#' The row of the record of the same action, or NULL.
#'
#' @param done result of ask_done()
#' @param today actions done longer ago than JUDGED_AFTER are left out
done_lately <- function(action, done, today) {
  is_same <- done$kind == action$kind & done$key == action$key & !is.na(done$done_on)
  lately <- done[is_same & done$done_on >= today - JUDGED_AFTER, , drop = FALSE]
  if (nrow(lately) > 0) lately[1, ]
}

#' The newest entry on an action, 0 if there is none.
newest_entry <- function(kind, key, done) max(0, done$newest_entry[done$kind == kind & done$key == key])

#' The entry of a click. A browser may send anything: figures come from the page that the server has drawn.
#'
#' @param click list(change = "done", "moved" or "withdrawn", kind, key, day)
#' @param shown rows of actions_among()$found that the page shows
#' @param done result of ask_done()
#' @return list(entry) or list(problem), a sentence
entry_of <- function(click, shown, done, filters, currency, today) {
  change <- choice_of(click$change, c("done", "moved", "withdrawn"), "")
  rows <- if (change == "done") shown else still_done(done)
  row <- utils::head(rows[rows$kind %in% click$kind & rows$key %in% click$key, , drop = FALSE], 1)
  if (change == "" || NROW(row) == 0) {
    return(list(problem = "This action is not shown any more, so nothing was recorded."))
  }
  entry <- list(kind = row$kind, key = row$key, seen = newest_entry(row$kind, row$key, done))
  if (change == "withdrawn") {
    return(list(entry = entry))
  }
  day <- parse_day(click$day)
  if (is.na(day) || day > today) {
    return(list(problem = sprintf(
      "Choose a day up to today, %s: nothing was recorded.", format_day(today, year = TRUE)
    )))
  }
  entry$done_on <- format(day)
  list(entry = if (change == "done") c(entry, promise_of(row, filters, currency)) else entry)
}

promise_of <- function(action, filters, currency) {
  list(
    label = action$label, topic = action$topic, group_name = if (!is.na(action$group)) action$group,
    counted_from = format(filters$from), counted_to = format(filters$to), login_state = filters$login,
    traffic = filters$traffic, currency = currency, gain = action$point, gain_lower = action$lower,
    gain_upper = action$upper, part = action$part, whole = action$whole, other_part = action$other_part,
    other_whole = action$other_whole
  )
}

#' The entry as JSON, with every digit of its numbers.
entry_json <- function(entry) {
  as.character(jsonlite::toJSON(Filter(Negate(is.null), entry), auto_unbox = TRUE, digits = NA))
}

#' The sentence about a written entry.
#'
#' @param answer rows of SQL_ENTER, or a `warehouse_error`
recorded_sentence <- function(entry, answer) {
  if (inherits(answer, "warehouse_error")) {
    return(paste("Nothing was recorded.", conditionMessage(answer), "Try again."))
  }
  if (nrow(answer) == 0) {
    return("Somebody has just changed this action. Look at it below, and change it again if need be.")
  }
  if (is.null(entry$done_on)) {
    return("Withdrawn. The entry stays in the record, but no chart and no comparison shows it.")
  }
  sprintf("Recorded: done on %s.", format_day(as.Date(entry$done_on), year = TRUE))
}
