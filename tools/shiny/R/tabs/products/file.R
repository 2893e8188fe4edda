#' The products table as a file.

#' @param req a request with the filters in its query string
products_file <- function(req, config, answers) {
  csv_response(answers, function(warehouse) {
    asked <- asked_filters(req$QUERY_STRING, config, warehouse)
    rows <- ask_products(warehouse, asked$filters, config$time_zone, asked$version, config$currency)
    products <- products_of(rows, narrowings_of(asked$filters, "product"))
    products <- sort_products(products, "views", TRUE)
    list(name = file_name("products", asked$filters), text = products_csv(products))
  })
}

CSV_COLUMNS <- c(
  "product_id", "name", "category", "brand", "views", "add_to_carts", "cart_rate", "units", "revenue"
)

products_csv <- function(products) csv_text(products, CSV_COLUMNS)
