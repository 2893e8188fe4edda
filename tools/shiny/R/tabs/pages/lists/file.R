#' The lists as a file, a line for each position.

lists_file <- function(req, config, answers) {
  csv_response(answers, function(warehouse) {
    asked <- asked_filters(req$QUERY_STRING, config, warehouse)
    placed <- ask_lists(warehouse, asked$filters, config$time_zone, asked$version, config$currency)
    columns <- c("list", "position", LIST_COUNTS)
    list(name = file_name("lists", asked$filters), text = csv_text(placed, columns))
  })
}
