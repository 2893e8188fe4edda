#' Figures and sentences of the Overview. No Shiny, no SQL: data frames in, data out.

#' The tiles of the Overview.
METRICS <- c(
  net = "Net revenue", orders = "Orders", conversion = "Conversion", sessions = "Sessions",
  visitors = "Visitors", page_views = "Page views", revenue = "Gross revenue", refunded = "Refunded"
)

#' Totals of a period. Days add up to the total for everything but visitors (a browser that comes on two
#' days is one visitor) and conversion (a ratio of two totals: sessions with an order, of all sessions).
#'
#' @param days result of ask_days()
#' @return a named list, one number per metric, and the sums for their intervals; conversion is NA without
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

#' The end of the previous period for a fair comparison, or NULL if the selected period is over. While its
#' last day is in progress, the previous period is counted up to the same hour: half a day is compared with
#' half a day.
comparable_until <- function(filters, data_until, time_zone) {
  if (is.na(data_until) || filters$to < day_of(data_until, time_zone)) {
    return(NULL)
  }
  # Roll-ups are hourly, so the cut is at the end of the hour that the data has reached.
  hour_end <- as.POSIXct(ceiling(as.numeric(data_until) / 3600) * 3600, origin = "1970-01-01", tz = "UTC")
  hour_end - days_back(filters) * 86400
}

#' TRUE if the data covers the whole period, so that it can serve as a comparison.
is_whole <- function(filters, first_day) filters$from > first_day

#' The title of the tab: the net revenue, and the most important change.
#'
#' @param changes result of overview_changes(), NULL without a comparison
#' @param worth the net revenue in words
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
  before <- before_in_words(filters)
  if (nrow(worst) == 0) {
    return(paste("no significant change from", before))
  }
  paste(HEADLINE_METRICS[[worst$metric]], change_in_words(worst$change), before)
}

change_in_words <- function(change) {
  if (change >= 9.995) {
    return(paste(format_change(change), "that of"))
  }
  paste(if (change > 0) "up" else "down", sub("^[+\u2212]", "", format_change(change)), "from")
}
