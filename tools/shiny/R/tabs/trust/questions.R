#' The queries of Trust: states of received events and their corrections; alerts, traffic, runs.

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
#' waiting lines of all days, by reason; `faults` are the corrections, by sender.
#'
#' @param minute see steady_minute(): a replay or an erasure changes states without new events
ask_ledger <- function(warehouse, filters, time_zone, version, minute = this_minute()) {
  asked <- function(sql, params) remembered(warehouse, c(version, minute), sql, params)
  params <- list(format(filters$from), format(filters$to), time_zone)
  ledger <- asked_together(
    days = asked(SQL_LEDGER, params), gaps = asked(SQL_LEDGER_GAPS, params),
    quarantine = asked(SQL_QUARANTINE, list()), faults = asked(SQL_SENDER_FAULTS, params)
  )
  ledger$days$day <- as.Date(ledger$days$day)
  ledger$gaps$hour <- as.POSIXct(ledger$gaps$hour, origin = "1970-01-01", tz = "UTC")
  ledger
}

SQL_ALERTS <- "
SELECT alert_id::float8 AS alert_id, words, hours, extract(epoch FROM until)::float8 AS until,
       extract(epoch FROM over_at)::float8 AS over_at, observed, expected
FROM dash.alerts
WHERE over_at IS NULL OR until > ($1::date)::timestamp AT TIME ZONE $3
  AND since < ($2::date + 1)::timestamp AT TIME ZONE $3
ORDER BY over_at IS NOT NULL, run_id DESC, alert_id
LIMIT 200"

SQL_JUDGED <- "
SELECT extract(epoch FROM (
  SELECT judged_until FROM public.etl_runs WHERE judged_until IS NOT NULL ORDER BY run_id DESC LIMIT 1
))::float8 AS judged_until"

SQL_TRAFFIC_KINDS <- paste0("
SELECT CASE WHEN is_bot THEN 'bots' WHEN is_staff THEN 'staff' ELSE 'people' END AS who,
       sum(events)::float8 AS events
FROM dash.activity_hourly", RECEIVED_HOURS, "
GROUP BY 1")

SQL_RUNS <- "
SELECT run_id::float8 AS run_id, extract(epoch FROM started_at)::float8 AS started_at,
       extract(epoch FROM finished_at)::float8 AS finished_at,
       extract(epoch FROM complete_until)::float8 AS complete_until, loaded::float8 AS loaded,
       duplicates::float8 AS duplicates, quarantined::float8 AS quarantined, error
FROM public.etl_runs WHERE objects > 0 OR error IS NOT NULL
ORDER BY run_id DESC LIMIT 10"

#' The line itself only begins to be shown: the rest of a large one helps nobody.
SQL_QUARANTINE_EXAMPLES <- "
SELECT DISTINCT ON (reason) reason, detail, object_key, line, left(raw, 400) AS raw
FROM public.etl_quarantine WHERE resolved_at IS NULL
ORDER BY reason, quarantine_id DESC"

#' What is watched: list(alerts, judged_until, kinds, runs, examples).
#'
#' @param minute as for ask_ledger()
ask_watch <- function(warehouse, filters, time_zone, version, minute = this_minute()) {
  asked <- function(sql, params = list()) remembered(warehouse, c(version, minute), sql, params)
  moment <- function(seconds) as.POSIXct(as.numeric(seconds), origin = "1970-01-01", tz = "UTC")
  days <- list(format(filters$from), format(filters$to), time_zone)
  watch <- asked_together(
    alerts = asked(SQL_ALERTS, days), judged_until = asked(SQL_JUDGED),
    kinds = asked(SQL_TRAFFIC_KINDS, days), runs = asked(SQL_RUNS), examples = asked(SQL_QUARANTINE_EXAMPLES)
  )
  watch$alerts[c("until", "over_at")] <- lapply(watch$alerts[c("until", "over_at")], moment)
  times <- c("started_at", "finished_at", "complete_until")
  watch$runs[times] <- lapply(watch$runs[times], moment)
  watch$judged_until <- moment(watch$judged_until$judged_until)
  watch
}
