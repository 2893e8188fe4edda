#' The searches as a file.

searches_file <- function(req, config, answers) {
  csv_response(answers, function(warehouse) {
    asked <- asked_filters(req$QUERY_STRING, config, warehouse)
    terms <- ask_searches(warehouse, asked$filters, config$time_zone, asked$version, config$currency)
    list(name = file_name("searches", asked$filters), text = csv_text(terms, SEARCH_COLUMNS))
  })
}

SEARCH_COLUMNS <- c("term", "searches", "empty", "unknown", "opened", "carted", "orders", "net")
