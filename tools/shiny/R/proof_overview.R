#' How the Overview is counted.

overview_proof <- function(filters, time_zone) {
  by <- paste(bucket_of(filters), "by", bucket_of(filters))
  proof_panel("overview", list(
    WORDS_EVENTS, WORDS_SESSIONS,
    paste(
      "Visitors are the different browsers (client ids) of those sessions. Conversion is the number of",
      "orders placed in those sessions, divided by the sessions. Revenue is the sum that orders state,",
      "before refunds."
    ),
    WORDS_BOTS
  ), list(
    list(
      id = "sessions", title = "Sessions, visitors, conversion",
      sql = overview_sessions_sql(filters, time_zone)
    ),
    list(
      id = "events", title = "Page views, orders, revenue",
      sql = overview_events_sql(filters, time_zone)
    ),
    list(
      id = "session-days", title = paste("Sessions, visitors, conversion,", by),
      sql = session_days_sql(filters, time_zone)
    ),
    list(
      id = "event-days", title = paste("Page views, orders, revenue,", by),
      sql = event_days_sql(filters, time_zone)
    )
  ))
}

overview_sessions_sql <- function(filters, time_zone) {
  sprintf("WITH %s
SELECT count(*) AS sessions,
       count(DISTINCT client_id) AS visitors,
       sum(orders) / nullif(count(*), 0) AS conversion
FROM session
WHERE %s;", SESSION_CTE, session_conditions(filters, time_zone))
}

session_days_sql <- function(filters, time_zone) {
  sprintf(
    "WITH %s
SELECT %s AS day,
       count(*) AS sessions,
       count(DISTINCT client_id) AS visitors,
       sum(orders) / count(*) AS conversion
FROM session
WHERE %s
GROUP BY day
ORDER BY day;",
    SESSION_CTE, local_day("started_at", time_zone, bucket_of(filters)),
    session_conditions(filters, time_zone)
  )
}

EVENT_SUMS <- "count(*) FILTER (WHERE event_name = 'page_view') AS page_views,
       count(*) FILTER (WHERE event_name = 'checkout_complete') AS orders,
       coalesce(sum(order_revenue) FILTER (WHERE event_name = 'checkout_complete'), 0) AS revenue"

overview_events_sql <- function(filters, time_zone) {
  sprintf("SELECT %s
FROM public.clickstream_events
WHERE %s;", EVENT_SUMS, event_conditions(filters, time_zone))
}

event_days_sql <- function(filters, time_zone) {
  sprintf(
    "SELECT %s AS day,
       %s
FROM public.clickstream_events
WHERE %s
GROUP BY day
ORDER BY day;",
    local_day("event_timestamp", time_zone, bucket_of(filters)), EVENT_SUMS,
    event_conditions(filters, time_zone)
  )
}
