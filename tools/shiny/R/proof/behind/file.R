#' What is behind a bar as a file.

#' @param req a request with the filters and `bar` in its query string
behind_file <- function(req, config, answers) {
  csv_response(answers, function(warehouse) {
    asked <- asked_filters(req$QUERY_STRING, config, warehouse)
    bar <- bar_from(checked_choice("bar", parse_query(req$QUERY_STRING)$bar))
    rows <- if (!is.null(bar)) {
      ask_behind(
        warehouse, asked$filters, bar, config$time_zone, asked$version, config$currency, MOST_EVENT_ROWS
      )$list
    }
    text <- csv_text(if (is.null(rows)) data.frame() else rows, BEHIND_COLUMNS)
    list(name = file_name("behind", asked$filters), text = text)
  })
}

BEHIND_COLUMNS <- c("at", "id", "session", "about", "n", "amount", "currency")
