#' The segments of Today as a file: a row for each channel, campaign, device and category.

#' @param req a request with the filters in its query string
today_file <- function(req, config, answers) {
  csv_response(answers, function(warehouse) {
    asked <- asked_filters(req$QUERY_STRING, config, warehouse)
    fresh <- ask_freshness(warehouse)
    board <- list(
      ask = function(question, ...) {
        question(warehouse, ..., time_zone = config$time_zone, version = asked$version)
      },
      filters = function() asked$filters, freshness = function() fresh, time_zone = config$time_zone,
      first_day = function() ask_first_day(warehouse, config$time_zone, asked$version),
      today = function() today_in(config$time_zone), currency = config$currency
    )
    figures <- today_figures(board)
    list(name = file_name("today", figures_days(figures, asked$filters)), text = today_csv(figures))
  })
}

#' The days in the name of the file.
figures_days <- function(figures, filters) if (is.null(figures$days)) filters else figures$days

TODAY_COLUMNS <- c(
  "dimension", "key", "sessions", "sessions_before", "orders", "orders_before", "net", "net_before", "change",
  "lower", "upper", "q", "certain"
)

#' Without anything to compare with there is only the heading.
today_csv <- function(figures) {
  rows <- figures$segments
  if (is.null(rows)) {
    return(csv_text(data.frame(), TODAY_COLUMNS))
  }
  rows$change <- rows$point
  rows$certain <- ifelse(rows$is_found, "yes", "no")
  csv_text(rows, TODAY_COLUMNS)
}
