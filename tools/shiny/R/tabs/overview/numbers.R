#' The Overview in numbers and in words. No Shiny, no SQL: data frames in, data out.

#' What each tile of the Overview shows.
METRICS <- c(
  net = "Net revenue", orders = "Orders", conversion = "Conversion", sessions = "Sessions",
  visitors = "Visitors", page_views = "Page views", revenue = "Gross revenue", refunded = "Refunded"
)

#' Totals of a period. Days add up to the total for everything but visitors (a browser that comes on two
#' days is one visitor) and conversion (a ratio of two totals: sessions with an order, of all sessions).
#'
#' @param days what ask_days() gives
#' @return a named list, one number per metric, and what says how sure they are; conversion is NA without
#'   sessions
overview_totals <- function(days) {
  totals <- lapply(days[setdiff(names(days), c("day", "visitors"))], sum)
  totals$visitors <- attr(days, "visitors")
  totals$conversion <- share_of(sum(days$ordering_sessions), totals$sessions)
  totals
}

#' The value of one metric in each row of days (or weeks).
daily_values <- function(days, metric) {
  if (metric == "conversion") share_of(days$ordering_sessions, days$sessions) else days[[metric]]
}

#' Where the period before has to stop for a fair comparison, or NULL when the chosen period is over. While
#' its last day is not, the period before is counted up to the same hour: half a day is compared with half a
#' day.
comparable_until <- function(filters, data_until, time_zone) {
  if (is.na(data_until) || filters$to < day_of(data_until, time_zone)) {
    return(NULL)
  }
  # Roll-ups are hourly, so the cut is at the end of the hour that the data has reached.
  hour_end <- as.POSIXct(ceiling(as.numeric(data_until) / 3600) * 3600, origin = "1970-01-01", tz = "UTC")
  hour_end - day_count(filters) * 86400
}

#' Whether a period can be compared with: data that begins within it, or on its first day, covers only a part.
is_whole <- function(filters, first_day) filters$from > first_day

#' The sentence that the Overview proves: what was earned, and the worst that is known to have changed.
#'
#' @param changes what overview_changes() gives, NULL where there is nothing to compare with
#' @param worth what remains of the orders, in words
overview_headline <- function(now, changes, filters, worth) {
  outcome <- if (now$orders == 0) {
    sprintf("No order yet from %s %s", format_count(now$sessions), plural(now$sessions, "session"))
  } else {
    sprintf("Net revenue is %s from %s %s", worth, format_count(now$orders), plural(now$orders, "order"))
  }
  paste0(outcome, if (!is.null(changes)) paste0("; ", change_sentence(changes, filters)), ".")
}

change_sentence <- function(changes, filters) {
  worst <- worst_change(changes)
  before <- paste("the", period_in_words(filters), "before")
  if (nrow(worst) == 0) {
    return(paste("no change against", before, "is more than chance"))
  }
  paste(HEADLINE_METRICS[[worst$metric]], change_in_words(worst$change), before)
}

change_in_words <- function(change) {
  if (change >= 9.995) {
    return(paste(format_change(change), "that of"))
  }
  paste(if (change > 0) "up" else "down", sub("^[+\u2212]", "", format_change(change)), "on")
}

period_in_words <- function(filters) {
  days <- day_count(filters)
  if (days == 1) "day" else paste(days, "days")
}
