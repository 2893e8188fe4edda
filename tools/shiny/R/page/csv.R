#' Tables as files: each has its own address and can be fetched without a browser session.

#' @param answer function(warehouse) that returns list(name, text)
#' @return a promise of an HTTP response: CSV, or 503 with one line while the warehouse is away
csv_response <- function(answers, answer) {
  promises::then(
    with_warehouse(answers, "files", answer),
    function(file) {
      httpResponse(200L, "text/csv; charset=UTF-8", file$text, headers = list(
        "Content-Disposition" = sprintf("attachment; filename=\"%s\"", file$name),
        "Cache-Control" = "no-store"
      ))
    },
    function(error) {
      if (!inherits(error, "warehouse_error")) stop(error)
      message(conditionMessage(error), " ", error$reason)
      httpResponse(503L, "text/plain; charset=UTF-8", conditionMessage(error))
    }
  )
}

#' The filters in the address of a file, and the version of the data.
asked_filters <- function(query, config, warehouse) {
  version <- ask_freshness(warehouse)$version
  today <- today_in(config$time_zone)
  first_day <- ask_first_day(warehouse, config$time_zone, version)
  list(filters = parse_address(query, today, first_day)$filters, version = version)
}

#' "products", filters -> "products-2026-06-01-2026-06-30.csv"
file_name <- function(what, filters) sprintf("%s-%s-%s.csv", what, filters$from, filters$to)

#' The table as CSV with a byte order mark, so that a spreadsheet reads Vietnamese names correctly.
csv_text <- function(rows, columns) {
  cells <- lapply(columns, function(column) {
    values <- rows[[column]]
    text <- if (is.numeric(values)) exact_number(values) else inert_cell(ifelse(is.na(values), "", values))
    paste0("\"", gsub("\"", "\"\"", text), "\"")
  })
  lines <- if (nrow(rows) > 0) do.call(paste, c(cells, sep = ","))
  paste0("\ufeff", paste(c(paste(columns, collapse = ","), lines), collapse = "\r\n"), "\r\n")
}

#' A cell that a spreadsheet cannot run as a formula: names come from events that anyone can send.
inert_cell <- function(text) ifelse(grepl("^[=+@\t\r-]", text), paste0("'", text), text)
