#' Queries for all tabs: how new the data is, and when it begins.

SQL_FRESHNESS <- "
SELECT extract(epoch FROM data_until)::float8 AS data_until,
       extract(epoch FROM last_load_at)::float8 AS last_load_at,
       events::float8 AS events, quarantined::float8 AS quarantined
FROM dash.freshness"

SQL_FIRST_DAY <- "
SELECT to_char(min(hour) AT TIME ZONE $1, 'YYYY-MM-DD') AS first_day FROM dash.activity_hourly"

#' The freshness of the warehouse: list(data_until, last_load_at (POSIXct or NA), events, quarantined,
#' version). `version` changes with new data, and is part of the key of cached answers.
ask_freshness <- function(warehouse) {
  row <- warehouse$ask(SQL_FRESHNESS)
  moment <- function(seconds) as.POSIXct(seconds, origin = "1970-01-01", tz = "UTC")
  list(
    data_until = moment(row$data_until[1]), last_load_at = moment(row$last_load_at[1]),
    events = row$events[1], quarantined = row$quarantined[1],
    version = paste(row$data_until[1], row$events[1], row$quarantined[1])
  )
}

#' The shop's first day with data, NA while the warehouse is empty.
ask_first_day <- function(warehouse, time_zone, version) {
  parse_day(remembered(warehouse, version, SQL_FIRST_DAY, list(time_zone))$first_day)
}
