#' The queries of the Ledger: the states of received events, and their corrections.

#' $1 first day, $2 last day (counted), $3 time zone: the hours in which events were received.
RECEIVED_HOURS <- "
WHERE hour >= ($1::date)::timestamp AT TIME ZONE $3 AND hour < ($2::date + 1)::timestamp AT TIME ZONE $3"

SQL_LEDGER <- paste0("
SELECT to_char(hour AT TIME ZONE $3, 'YYYY-MM-DD') AS day, sum(received)::float8 AS received,
       sum(loaded)::float8 AS loaded, sum(duplicates)::float8 AS duplicates,
       sum(quarantined)::float8 AS quarantined, sum(rejected)::float8 AS rejected,
       sum(erased)::float8 AS erased, sum(expired)::float8 AS expired, sum(missing)::float8 AS missing,
       sum(replayed)::float8 AS replayed, sum(lost_in_browser)::float8 AS lost_in_browser
FROM dash.ledger_hourly", RECEIVED_HOURS, "
GROUP BY 1
ORDER BY 1")

SQL_LEDGER_GAPS <- paste0("
SELECT extract(epoch FROM hour)::float8 AS hour, missing::float8 AS missing
FROM dash.ledger_hourly", RECEIVED_HOURS, " AND missing <> 0
ORDER BY abs(missing) DESC, hour")

SQL_QUARANTINE <- "
SELECT reason, lines::float8 AS lines FROM dash.open_quarantine ORDER BY lines DESC, reason"

SQL_SENDER_FAULTS <- paste0("
SELECT sender, fault, sum(events)::float8 AS events
FROM dash.sender_faults", RECEIVED_HOURS, "
GROUP BY sender, fault
ORDER BY events DESC, sender, fault")

#' The states of events received in the days: list(days, gaps, quarantine, faults). `days` has one row per day
#' on which events were received; `gaps` are the hours (POSIXct) with missing events; `quarantine` are the
#' waiting lines of all days, by reason; `faults` are the corrections, by sender. The query runs again each
#' minute, because a replay or an erasure changes states without new events.
ask_ledger <- function(warehouse, filters, time_zone, version) {
  params <- list(format(filters$from), format(filters$to), time_zone)
  version <- c(version, format(Sys.time(), "%H:%M"))
  days <- remembered(warehouse, version, SQL_LEDGER, params)
  gaps <- remembered(warehouse, version, SQL_LEDGER_GAPS, params)
  days$day <- as.Date(days$day)
  gaps$hour <- as.POSIXct(gaps$hour, origin = "1970-01-01", tz = "UTC")
  quarantine <- remembered(warehouse, version, SQL_QUARANTINE, list())
  faults <- remembered(warehouse, version, SQL_SENDER_FAULTS, params)
  list(days = days, gaps = gaps, quarantine = quarantine, faults = faults)
}
