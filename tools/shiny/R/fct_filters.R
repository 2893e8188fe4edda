#' The filters that every tab shares, as one value, and their form in the address bar.
#'
#' A filters value is list(period, from, to, login, traffic): `period` one of PERIODS, `from` and `to` the
#' first and last day (both counted, Dates of the shop's calendar), `login` and `traffic` one of the lists
#' below.

PERIODS <- c("7 days" = "7", "30 days" = "30", "90 days" = "90", "All time" = "all")
LOGIN_STATES <- c("All" = "all", "Logged in" = "logged_in", "Guest" = "guest", "Anonymous" = "anonymous")
TRAFFIC <- c("All traffic" = "all", "People only" = "people")
TABS <- c(
  "Overview" = "overview", "Funnel" = "funnel", "Products" = "products", "Time" = "time", "Ledger" = "ledger"
)

#' What an address asks for. Whatever is missing or makes no sense falls back to its default: a shared link
#' with a slip in it still opens the dashboard.
#'
#' @param query a query string, with or without "?"
#' @param today the shop's date now
#' @param first_day the first day with data
#' @return list(tab, filters)
parse_address <- function(query, today, first_day) {
  asked <- shiny::parseQueryString(query)
  one_of <- function(name, allowed, otherwise) {
    value <- asked[[name]]
    if (is.null(value) || !value %in% allowed) otherwise else value
  }
  from <- parse_day(asked[["from"]])
  to <- parse_day(asked[["to"]])
  if (!is.na(from) && !is.na(to)) {
    days <- list(period = "custom", from = min(from, to), to = max(from, to))
  } else {
    days <- days_of_period(one_of("period", PERIODS, "30"), today, first_day)
  }
  who <- list(login = one_of("login", LOGIN_STATES, "all"), traffic = one_of("traffic", TRAFFIC, "all"))
  list(tab = one_of("tab", TABS, "overview"), filters = c(days, who))
}

#' "2026-11-23" -> Date, anything else -> NA
parse_day <- function(text) {
  if (length(text) != 1 || !grepl("^\\d{4}-\\d{2}-\\d{2}$", text)) {
    return(as.Date(NA))
  }
  as.Date(text, format = "%Y-%m-%d")
}

#' The days of a preset: the last n days up to and with today, or everything since the first event.
days_of_period <- function(period, today, first_day) {
  from <- if (period == "all") min(first_day, today) else today - as.integer(period) + 1
  list(period = period, from = from, to = today)
}

#' The address that shows the same tab with the same filters, for the address bar and for links.
address_of <- function(tab, filters) {
  days <- if (filters$period == "custom") {
    sprintf("from=%s&to=%s", filters$from, filters$to)
  } else {
    paste0("period=", filters$period)
  }
  sprintf("?tab=%s&%s&login=%s&traffic=%s", tab, days, filters$login, filters$traffic)
}

day_count <- function(filters) as.integer(filters$to - filters$from) + 1L

#' The same filters over the equally long period just before.
previous_filters <- function(filters) {
  shift <- day_count(filters)
  modifyList(filters, list(period = "custom", from = filters$from - shift, to = filters$to - shift))
}

#' The filters in words, for captions and for the empty state: "25 Oct – 23 Nov 2026, guests, people only"
describe_filters <- function(filters) {
  who <- c(all = "all visitors", logged_in = "logged in", guest = "guests", anonymous = "anonymous visitors")
  what <- c(all = "all traffic", people = "people only")
  paste(format_days(filters$from, filters$to), who[[filters$login]], what[[filters$traffic]], sep = ", ")
}
