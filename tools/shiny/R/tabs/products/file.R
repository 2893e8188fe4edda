#' The products table as a file: an address of its own, so that it can be fetched without a browser session.

#' @param req a request whose query string holds the filters and `category`
#' @return a promise of an HTTP response: CSV, or 503 with one line while the warehouse is away
products_file <- function(req, config, answers) {
  promises::then(
    with_warehouse(answers, "files", function(warehouse) asked_products(req$QUERY_STRING, config, warehouse)),
    function(asked) {
      name <- sprintf("products-%s-%s.csv", asked$filters$from, asked$filters$to)
      httpResponse(200L, "text/csv; charset=UTF-8", products_csv(asked$products), headers = list(
        "Content-Disposition" = sprintf("attachment; filename=\"%s\"", name), "Cache-Control" = "no-store"
      ))
    },
    function(error) {
      if (!inherits(error, "warehouse_error")) stop(error)
      message(conditionMessage(error), " ", error$reason)
      httpResponse(503L, "text/plain; charset=UTF-8", conditionMessage(error))
    }
  )
}

asked_products <- function(query, config, warehouse) {
  version <- ask_freshness(warehouse)$version
  today <- today_in(config$time_zone)
  first_day <- ask_first_day(warehouse, config$time_zone, version)
  filters <- parse_address(query, today, first_day)$filters
  rows <- ask_products(warehouse, filters, config$time_zone, version, config$currency)
  category <- choice_of(parse_query(query)$category, categories_in(rows), "all")
  products <- products_of(rows, category)
  list(filters = filters, products = sort_products(products, "views", TRUE))
}

CSV_COLUMNS <- c(
  "product_id", "name", "category", "brand", "views", "add_to_carts", "cart_rate", "units", "revenue"
)

#' The whole table as CSV with a byte order mark, so that a spreadsheet reads Vietnamese names as they are.
products_csv <- function(products) {
  cells <- lapply(CSV_COLUMNS, function(column) {
    values <- products[[column]]
    text <- if (is.numeric(values)) exact_number(values) else inert_cell(ifelse(is.na(values), "", values))
    paste0("\"", gsub("\"", "\"\"", text), "\"")
  })
  lines <- if (nrow(products) > 0) do.call(paste, c(cells, sep = ","))
  paste0("\ufeff", paste(c(paste(CSV_COLUMNS, collapse = ","), lines), collapse = "\r\n"), "\r\n")
}

#' Names come from events that anyone can send: a cell that a spreadsheet would run as a formula is made text.
inert_cell <- function(text) ifelse(grepl("^[=+@\t\r-]", text), paste0("'", text), text)
