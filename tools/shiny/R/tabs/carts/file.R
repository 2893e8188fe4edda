#' The carts worth a reminder, as a file.

carts_file <- function(req, config, answers) {
  csv_response(answers, function(warehouse) {
    asked <- asked_filters(req$QUERY_STRING, config, warehouse)
    left <- ask_carts_left(warehouse, asked$filters, config$time_zone, asked$version, config$currency)
    list(name = file_name("carts", asked$filters), text = carts_csv(left, config$time_zone))
  })
}

carts_csv <- function(left, time_zone) {
  moment <- as.POSIXct(left$left_at, origin = "1970-01-01", tz = "UTC")
  left$left_at <- format(moment, "%Y-%m-%d %H:%M:%S", tz = time_zone)
  csv_text(left, LEFT_COLUMNS)
}
