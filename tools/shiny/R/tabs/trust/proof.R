#' The counting rules and SQL of Trust.

WORDS_LEDGER <- paste(
  "An event counts in the hour in which it was received, in the shop's time zone, and has one state at a",
  "time: loaded, duplicate, in quarantine, rejected, erased or expired. An event that ingest has received",
  "and that has none of these states is missing. The filters for login state and traffic do not apply here."
)
WORDS_LEDGER_CHECK <- paste(
  "The first statement counts the rows themselves. npm run status does the same for every hour, and fails",
  "and names the hour if a single row is missing."
)

WORDS_LEDGER_FAULTS <- paste(
  "A fault counts once for each event that has it, in the hour in which the event was received. An event may",
  "have several; of one event, at most 20 are kept."
)

WORDS_TRUST_ALERTS <- paste(
  "After each load, the hour that has closed is compared with the same hour of the weeks before, as are the",
  "last 6 and 24 hours; in all and by device and channel. Only what chance does not explain, and what is at",
  "least a quarter and 20 sessions, orders or events away, is an alert. docs/alerts.md has the formula."
)

WORDS_TRUST_TRAFFIC <- paste(
  "People, staff and bots are counted by the hour in which their events happened."
)

trust_proof <- function(filters, time_zone) {
  range <- received_conditions(filters, time_zone)
  proof_panel("trust", list(
    WORDS_LEDGER, WORDS_LEDGER_CHECK, WORDS_LEDGER_FAULTS, WORDS_TRUST_TRAFFIC, WORDS_TRUST_ALERTS
  ), list(
    list(id = "rows", title = "Loaded", sql = sprintf(
      paste(
        "SELECT count(*) AS loaded", "FROM public.clickstream_events",
        "JOIN public.etl_objects ON object_id = source_object_id", "WHERE %s;",
        sep = "\n"
      ), range
    )),
    list(id = "quarantine", title = "In quarantine", sql = sprintf(
      paste(
        "SELECT count(*) AS quarantined", "FROM public.etl_quarantine",
        "JOIN public.etl_objects USING (object_key)", "WHERE resolved_at IS NULL\n  AND %s;",
        sep = "\n"
      ), range
    )),
    list(id = "objects", title = "Duplicates, rejected, erased", sql = sprintf(
      paste(
        "SELECT sum(duplicates) AS duplicates, sum(rejected) AS rejected, sum(erased) AS erased,",
        "       sum(lines) AS read", "FROM public.etl_objects", "WHERE %s;",
        sep = "\n"
      ), range
    )),
    list(id = "faults", title = "Faults by sender", sql = sprintf(
      paste(
        "SELECT coalesce(properties ->> '_sender', 'clickstream') AS sender, fault, count(*) AS events",
        "FROM public.clickstream_events,",
        "     jsonb_array_elements_text(properties -> '_corrections') AS fault", "WHERE %s",
        "GROUP BY 1, 2", "ORDER BY events DESC, sender, fault;",
        sep = "\n"
      ), gsub("hour", "received_at", range, fixed = TRUE)
    )),
    list(id = "traffic", title = "Events by who caused them", sql = sprintf(
      paste(
        "SELECT CASE WHEN is_bot THEN 'bots' WHEN is_staff THEN 'staff' ELSE 'people' END AS who,",
        "       count(*) AS events", "FROM public.clickstream_events", "WHERE %s", "GROUP BY who;",
        sep = "\n"
      ), gsub("hour", "event_timestamp", range, fixed = TRUE)
    )),
    list(id = "days", title = paste("Received by", bucket_of(filters)), sql = sprintf(
      paste(
        "SELECT %s AS day, sum(received) AS received", "FROM public.ledger_hourly", "WHERE %s",
        "GROUP BY day", "ORDER BY day;",
        sep = "\n"
      ), local_day("hour", time_zone, bucket_of(filters)), range
    ))
  ))
}

#' Conditions on the hour of receipt: the days of the filters on the shop's clock.
received_conditions <- function(filters, time_zone) {
  paste(c(
    sprintf("hour >= %s", day_literal(filters$from, time_zone)),
    sprintf("hour < %s", day_literal(filters$to + 1, time_zone))
  ), collapse = "\n  AND ")
}
