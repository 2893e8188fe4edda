#' The events behind a tab as a file.

MOST_EVENT_ROWS <- 100000

#' @param req a request with the filters and `events` in its query string
events_file <- function(req, config, answers) {
  csv_response(answers, function(warehouse) {
    asked <- asked_filters(req$QUERY_STRING, config, warehouse)
    set <- checked_choice("events", parse_query(req$QUERY_STRING)$events)
    tab <- parse_address(req$QUERY_STRING, asked$filters$to, asked$filters$from)$tab
    rows <- if (set != NO_SET) {
      ask_events(
        warehouse, events_filters(tab, asked$filters), set, config$time_zone, asked$version, MOST_EVENT_ROWS
      )$rows
    }
    text <- csv_text(if (is.null(rows)) data.frame() else rows, EVENT_COLUMNS)
    list(name = file_name("events", asked$filters), text = text)
  })
}

EVENT_COLUMNS <- c("at", "event", "event_id", "session", "about", "revenue", "currency", "object", "line")
