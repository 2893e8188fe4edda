#' The rows of one class as a file.

MOST_BOOK_ROWS <- 100000

#' @param req a request with the filters and `entry` in its query string
books_file <- function(req, config, answers) {
  minute <- this_minute()
  csv_response(answers, function(warehouse) {
    asked <- asked_filters(req$QUERY_STRING, config, warehouse)
    books <- ask_books(warehouse, asked$filters, config$time_zone, asked$version, minute)
    entry <- entry_from(checked_choice("entry", parse_query(req$QUERY_STRING)$entry), books$classes)
    rows <- if (!is.null(entry)) {
      ask_book_rows(
        warehouse, asked$filters, entry, config$time_zone, asked$version, MOST_BOOK_ROWS,
        minute = minute
      )
    }
    list(name = file_name("books", asked$filters), text = books_csv(rows, config$time_zone))
  })
}

books_csv <- function(rows, time_zone) {
  if (is.null(rows)) {
    return(csv_text(data.frame(), BOOK_COLUMNS))
  }
  moment <- as.POSIXct(rows$at, origin = "1970-01-01", tz = "UTC")
  rows$at <- format(moment, "%Y-%m-%d %H:%M:%S", tz = time_zone)
  csv_text(rows, BOOK_COLUMNS)
}
