#' The counting rules and SQL of the Ledger.

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

ledger_proof <- function(filters, time_zone) {
  range <- received_conditions(filters, time_zone)
  proof_panel("ledger", list(WORDS_LEDGER, WORDS_LEDGER_CHECK, WORDS_LEDGER_FAULTS), list(
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
