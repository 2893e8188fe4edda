#' Prices and discounts as a file.

#' @param req a request with the filters in its query string
bands_file <- function(req, config, answers) {
  csv_response(answers, function(warehouse) {
    asked <- asked_filters(req$QUERY_STRING, config, warehouse)
    rows <- ask_bands(warehouse, asked$filters, config$time_zone, asked$version, config$currency)
    bands <- do.call(rbind, lapply(c("price", "discount"), function(kind) bands_of(rows, kind)))
    list(name = file_name("bands", asked$filters), text = csv_text(bands, BAND_COLUMNS))
  })
}

BAND_COLUMNS <- c(
  "kind", "band", "units", "units_lower", "units_upper", "orders", "orders_lower", "orders_upper", "revenue",
  "revenue_lower", "revenue_upper", "share", "given"
)
