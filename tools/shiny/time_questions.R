# Times the questions of every tab, for the benchmark of the dashboards (tools/bench), which starts it:
#   Rscript time_questions.R <rounds> <from> <to> [<from> <to> ...]
# Writes one JSON object: by question, and by range, the milliseconds of each round. DW_SHINY_URL is the
# warehouse. The first line reads the events of the days once, as a floor.
script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)[1])
sources <- file.path(dirname(script), "R")
source(file.path(sources, "load_sources.R"))
suppressPackageStartupMessages(library(shiny))
load_sources(sources, globalenv())

arguments <- commandArgs(trailingOnly = TRUE)
rounds <- as.integer(arguments[1])
days <- matrix(arguments[-1], ncol = 2, byrow = TRUE)
config <- read_config(Sys.getenv())
warehouse <- open_warehouse(config$warehouse)

of_days <- function(question, ...) function(filters) question(warehouse, filters, config$time_zone, NULL, ...)
compared <- function(question, against) function(filters) {
  days <- compared_days(filters, against)
  question(warehouse, filters, config$time_zone, NULL, config$currency, compared = days)
}
in_currency <- function(question, ...) of_days(question, config$currency, ...)
SQL_EVENTS <- paste0(BOUNDS, "
SELECT count(*) FROM public.clickstream_events
WHERE event_timestamp >= (SELECT since FROM bounds) AND event_timestamp < (SELECT until FROM bounds)
  AND ($4 = 'all' OR user_login_state = $4) AND ($5 = 'all' OR NOT is_bot)")

QUESTIONS <- list(
  "the events of the days, read once (floor)" = function(filters) {
    warehouse$ask(SQL_EVENTS, filter_params(filters, config$time_zone))
  },
  "Today: change" = compared(ask_change_totals, "previous"),
  "Today: change from the same weekdays" = compared(ask_change_totals, "weekdays"),
  "Today: segments" = compared(ask_change_segments, "previous"),
  "Today: sessions by day" = of_days(ask_change_days),
  "Today: so far" = function(filters) {
    ask_so_far(warehouse, filters, config$time_zone, NULL, config$currency, day = filters$to, hour = 12)
  },
  "Overview: days and visitors" = in_currency(ask_days),
  "Overview: other currencies" = in_currency(ask_other_orders),
  "Overview: refunds" = in_currency(ask_refunds),
  "Funnel" = of_days(ask_funnel),
  "Funnel: own steps, sessions" = of_days(ask_own_funnel, USUAL_DEFINITION),
  "Funnel: own steps, visitors" = of_days(
    ask_own_funnel, modifyList(USUAL_DEFINITION, list(unit = "visitor"))
  ),
  "Products" = in_currency(ask_products),
  "Carts" = in_currency(ask_carts),
  "Carts: left behind" = in_currency(ask_carts_left),
  "Carts: what lies in them" = in_currency(ask_carts_contents),
  "Marketing: sessions" = of_days(ask_visits),
  "Marketing: credits of six models" = in_currency(ask_credits),
  "Customers" = in_currency(ask_buyers),
  "Customers: weeks after the first order" = in_currency(ask_cohorts),
  "Pages & search: searches" = in_currency(ask_searches),
  "Pages & search: lists" = in_currency(ask_lists),
  "Pages & search: pages" = in_currency(ask_pages),
  "Time: page views by hour" = of_days(ask_hours, "page_views"),
  "Time: sessions by hour" = of_days(ask_hours, "sessions"),
  "Actions: orders and their value" = in_currency(ask_order_worth),
  "Actions: carts left for an hour" = in_currency(ask_paused_carts),
  "Trust: ledger" = of_days(ask_ledger),
  "Trust: alerts, traffic, runs" = of_days(ask_watch)
)

#' Milliseconds of one answer; NA where the server stopped it, which it does after LONGEST_QUESTION seconds.
time_of <- function(question, filters) {
  began <- proc.time()[["elapsed"]]
  tryCatch(
    {
      question(filters)
      1000 * (proc.time()[["elapsed"]] - began)
    },
    warehouse_query_failed = function(error) if (grepl("timeout", error$message)) NA_real_ else stop(error)
  )
}

ranges <- lapply(seq_len(nrow(days)), function(i) {
  from_to <- as.Date(days[i, ])
  list(period = "custom", from = from_to[1], to = from_to[2], login = "all", traffic = "people")
})
times <- lapply(QUESTIONS, function(question) {
  lapply(ranges, function(filters) {
    # The first answer brings the pages into memory and is not counted. One that is stopped is not asked
    # again.
    if (is.na(time_of(question, filters))) return(rep(NA_real_, rounds))
    vapply(seq_len(rounds), function(round) time_of(question, filters), 0)
  })
})
cat(jsonlite::toJSON(times, na = "null", digits = 3), "\n", sep = "")
