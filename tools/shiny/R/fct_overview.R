#' The Overview in numbers and in words. No Shiny, no SQL: data frames in, data out.

#' What each tile of the Overview shows.
METRICS <- c(
  sessions = "Sessions", visitors = "Visitors", page_views = "Page views", orders = "Orders",
  revenue = "Gross revenue", refunded = "Refunded", net = "Net revenue", conversion = "Conversion"
)

#' Totals of a period. Days add up to the total for everything but visitors (a browser that comes on two
#' days is one visitor) and conversion (a ratio of two totals: sessions with an order, of all sessions).
#'
#' @param days what ask_days() gives
#' @return a named list, one number per metric; conversion is NA without sessions
overview_totals <- function(days) {
  totals <- lapply(days[c("sessions", "page_views", "orders", "revenue", "refunded", "net")], sum)
  totals$visitors <- attr(days, "visitors")
  totals$conversion <- share_of(sum(days$ordering_sessions), totals$sessions)
  totals
}

#' The value of one metric in each row of days (or weeks).
daily_values <- function(days, metric) {
  if (metric == "conversion") share_of(days$ordering_sessions, days$sessions) else days[[metric]]
}

#' Relative change, NA when there is nothing to compare with.
relative_change <- function(now, before) {
  ifelse(is.na(now) | is.na(before) | before == 0, NA_real_, now / before - 1)
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

#' The calendar day of a moment on the shop's clock.
day_of <- function(moment, time_zone) as.Date(format(moment, "%Y-%m-%d", tz = time_zone))

#' The sentence that the Overview proves.
#'
#' @param worth what the orders are worth, in words
overview_headline <- function(now, before, filters, worth) {
  outcome <- if (now$orders == 0) {
    "no order yet"
  } else {
    sprintf("%s %s worth %s", format_count(now$orders), plural(now$orders, "order"), worth)
  }
  sentence <- paste(format_count(now$sessions), plural(now$sessions, "session"), "brought", outcome)
  change <- relative_change(now$sessions, before$sessions)
  if (is.na(change)) {
    return(paste0(sentence, "."))
  }
  paste0(sentence, "; traffic is ", change_in_words(change), " the ", period_in_words(filters), " before.")
}

change_in_words <- function(change) {
  if (abs(change) < 0.005) {
    return("level with")
  }
  if (change >= 9.995) {
    return(paste(format_change(change), "that of"))
  }
  paste(if (change > 0) "up" else "down", sub("^[+\u2212]", "", format_change(change)), "on")
}

period_in_words <- function(filters) {
  days <- day_count(filters)
  if (days == 1) "day" else paste(days, "days")
}

plural <- function(n, word) if (round(n) == 1) word else paste0(word, "s")
