#' The filters that all tabs share, as one value. address.R writes them into the address bar.
#'
#' A filters value is list(period, from, to, login, traffic), with `only` where it narrows the counts to some
#' sessions or products (narrowings.R), and `against` where it compares with the same weekdays: `period` is
#' one of PERIODS, `from` and `to` are the first and last day (both counted, Dates in the shop's calendar),
#' `login` and `traffic` are each one of the lists below.

PERIODS <- c("7 days" = "7", "30 days" = "30", "90 days" = "90", "All time" = "all")
LOGIN_STATES <- c("All" = "all", "Logged in" = "logged_in", "Guest" = "guest", "Anonymous" = "anonymous")
#' Bots are hidden by default: they view pages at night and buy nothing.
TRAFFIC <- c("People only" = "people", "Without staff" = "shoppers", "All traffic" = "all")
#' The days to compare with. "weekdays": whole weeks earlier, each day against one of its kind.
AGAINST <- c("Previous days" = "previous", "Same weekdays" = "weekdays")
TABS <- c(
  "Today" = "today", "Overview" = "overview", "Funnel" = "funnel", "Products" = "products",
  "Carts" = "carts", "Marketing" = "marketing", "Customers" = "customers", "Pages & search" = "pages",
  "Time" = "time", "Actions" = "actions", "Books" = "books", "Trust" = "trust"
)
#' Names that tabs had in older links.
OLD_TABS <- c(ledger = "trust")

#' The tab and filters in an address. Missing or invalid values fall back to their default: a shared link with
#' a typo still opens the dashboard.
#'
#' @param query a query string, with or without "?"
#' @param today the shop's date now
#' @param first_day the first day with data, NA while it is not known
#' @return list(tab, filters)
parse_address <- function(query, today, first_day) {
  asked <- parse_query(query)
  tab <- choice_of(asked[["tab"]], c(TABS, names(OLD_TABS)), "today")
  from <- parse_day(asked[["from"]])
  to <- parse_day(asked[["to"]])
  days <- if (!is.na(from) && !is.na(to)) {
    list(period = "custom", from = min(from, to), to = max(from, to))
  } else {
    list(period = choice_of(asked[["period"]], PERIODS, if (tab == "today") "7" else "30"))
  }
  who <- list(
    login = choice_of(asked[["login"]], LOGIN_STATES, "all"),
    traffic = choice_of(asked[["traffic"]], TRAFFIC, "people")
  )
  who$against <- against_in(asked[["against"]])
  who$only <- narrowings_in(asked)
  filters <- c(shown_days(days, today, first_day)[c("period", "from", "to")], who)
  list(tab = if (tab %in% names(OLD_TABS)) OLD_TABS[[tab]] else tab, filters = filters)
}

LONGEST_QUERY <- 4096

#' The parts of a query string by name, without those that are not text. Anyone can send one: an unreadable
#' string counts as empty.
parse_query <- function(query) {
  readable <- is.character(query) && length(query) == 1 && !is.na(query) && validUTF8(query)
  if (!readable || nchar(query, type = "bytes") > LONGEST_QUERY) {
    return(list())
  }
  asked <- tryCatch(shiny::parseQueryString(query), error = function(e) list())
  Filter(validUTF8, asked)
}

#' A value if it is in the list of allowed ones, otherwise the default. Browsers may send anything.
choice_of <- function(value, allowed, otherwise) {
  if (is.character(value) && length(value) == 1 && value %in% allowed) value else otherwise
}

#' "2026-11-23" -> Date, anything else -> NA
parse_day <- function(text) {
  is_text <- is.character(text) && length(text) == 1
  if (!is_text || !grepl("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", text, useBytes = TRUE)) {
    return(as.Date(NA))
  }
  as.Date(text, format = "%Y-%m-%d")
}

#' The longest range in months, so that no address keeps R or PostgreSQL busy for long.
MOST_MONTHS <- 25

#' The days to show for the days in a request: at most MOST_MONTHS, none after today, none before the first
#' day with data. Every range that a browser sends goes through here.
#'
#' @param asked list(period) for a preset, list(period = "custom", from, to) for chosen days
#' @param first_day the first day with data, NA while it is not known
#' @return list(period, from, to, note): the note says what was left out, or is NULL
shown_days <- function(asked, today, first_day) {
  days <- if (asked$period == "custom") asked else days_of_period(asked$period, today, first_day)
  earliest <- if (is.na(first_day)) as.Date(-Inf) else min(first_day, today)
  to <- min(max(days$to, earliest), today)
  first <- if (days$period == "custom") max(days$from, earliest) else days$from
  from <- max(min(first, to), months_before(to, MOST_MONTHS) + 1)
  left_out <- c(
    if (days$to > today) paste0("Today is ", format_day(today, year = TRUE), "."),
    if (days$from < earliest && days$period == "custom") {
      paste0("The data begins on ", format_day(earliest, year = TRUE), ".")
    },
    if (from > min(first, to)) sprintf("At most %d months are shown at once.", MOST_MONTHS)
  )
  note <- if (length(left_out) > 0) paste(left_out, collapse = " ")
  list(period = days$period, from = from, to = to, note = note)
}

#' The same day of the month some months ago; a day that does not exist in that month moves into the next one.
months_before <- function(day, months) {
  parts <- as.POSIXlt(day)
  parts$mon <- parts$mon - months
  as.Date(parts)
}

#' The days of a preset: the last n days including today, or everything since the first event.
days_of_period <- function(period, today, first_day) {
  from <- if (period == "all") min(first_day, today, na.rm = TRUE) else today - as.integer(period) + 1
  list(period = period, from = from, to = today)
}

day_count <- function(filters) as.integer(filters$to - filters$from) + 1L

#' NULL for the previous days, which need no mention.
against_in <- function(value) if (identical(value, "weekdays")) value

is_against_weekdays <- function(filters) identical(filters$against, "weekdays")
against_of <- function(filters) if (is_against_weekdays(filters)) "weekdays" else "previous"

#' The days between a period and the one that it is compared with: its length, or as many weeks.
days_back <- function(filters) {
  if (is_against_weekdays(filters)) ceiling(day_count(filters) / 7) * 7 else day_count(filters)
}

#' The same filters for the period to compare with, which has the same length.
previous_filters <- function(filters) {
  shift <- days_back(filters)
  modifyList(filters, list(period = "custom", from = filters$from - shift, to = filters$to - shift))
}

#' "30 days", "day"
period_in_words <- function(filters) {
  days <- day_count(filters)
  if (days == 1) "day" else paste(days, "days")
}

#' "the previous 30 days", "the 30 days 5 weeks earlier"
before_in_words <- function(filters) {
  if (!is_against_weekdays(filters)) {
    return(paste("the previous", period_in_words(filters)))
  }
  weeks <- days_back(filters) / 7
  paste("the", period_in_words(filters), if (weeks == 1) "a week earlier" else paste(weeks, "weeks earlier"))
}

#' The filters in words, for captions and for the empty state: "25 Oct – 23 Nov 2026, guests, people only"
describe_filters <- function(filters) {
  who <- c(all = "all visitors", logged_in = "logged in", guest = "guests", anonymous = "anonymous visitors")
  what <- c(all = "all traffic", people = "people only", shoppers = "people without staff")
  parts <- c(
    format_days(filters$from, filters$to), who[[filters$login]], what[[filters$traffic]],
    narrowings_in_words(filters)
  )
  paste(parts, collapse = ", ")
}
