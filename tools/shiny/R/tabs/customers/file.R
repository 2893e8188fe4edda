#' The cohorts as a file: a row for each cohort and week.

cohorts_file <- function(req, config, answers) {
  csv_response(answers, function(warehouse) {
    asked <- asked_filters(req$QUERY_STRING, config, warehouse)
    rows <- ask_cohorts(warehouse, asked$filters, config$time_zone, asked$version, config$currency)
    cells <- cohort_cells(rows, ask_freshness(warehouse)$data_until, config$time_zone)
    list(name = file_name("cohorts", asked$filters), text = cohorts_csv(cells))
  })
}

COHORT_COLUMNS <- c("cohort", "buyers", "week", "state", "again", "share", "net", "total", "per_buyer")

#' Weeks that have not begun are left out.
cohorts_csv <- function(cells) {
  begun <- cells[cells$state != "future", , drop = FALSE]
  begun$cohort <- format(begun$cohort)
  csv_text(begun, COHORT_COLUMNS)
}
