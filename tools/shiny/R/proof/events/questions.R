#' The queries of the events behind a tab.

#' The events of a set, in the days and with the login state and the traffic of the filters.
#'
#' @return a FROM and WHERE after BOUNDS, with the columns of an event as `e`
events_from <- function(set) {
  if (set == "sessions") {
    return(paste0("FROM (
  SELECT session_id
  FROM (
    SELECT session_id, started_hour AS hour, login_state, is_bot,
           is_staff OR coalesce(user_id IN (SELECT user_id FROM public.staff_users), false) AS is_staff
    FROM public.sessions
  ) AS begun
  WHERE ", MATCHING, "
) AS chosen_session
CROSS JOIN LATERAL (
  SELECT * FROM public.clickstream_events
  WHERE session_id = chosen_session.session_id
  ORDER BY event_timestamp, sequence NULLS FIRST, event_id LIMIT 1
) AS e"))
  }
  condition <- paste0("e.", EVENT_SETS[[set]]$condition)
  paste0("FROM public.clickstream_events e
WHERE ", if (set == "all") "true" else condition, "
  AND e.event_timestamp >= (SELECT since FROM bounds) AND e.event_timestamp < (SELECT until FROM bounds)
  AND ($4 = 'all' OR e.user_login_state = $4) AND ($5 = 'all' OR NOT e.is_bot)
  AND ($5 <> 'shoppers' OR NOT e.is_staff)")
}

events_count_sql <- function(set) {
  # Sessions are counted without looking up an event of each.
  from <- if (set == "sessions") sub("CROSS JOIN LATERAL.*", "", events_from(set)) else events_from(set)
  paste0(BOUNDS, "\nSELECT count(*)::float8 AS n\n", from)
}

#' $7 how many rows, $8 after how many. The newest first.
events_rows_sql <- function(set) {
  paste0(BOUNDS, ", chosen AS MATERIALIZED (
SELECT e.event_id, e.event_timestamp
", events_from(set), "
ORDER BY e.event_timestamp DESC, e.event_id
LIMIT $7::integer OFFSET $8::integer
)
SELECT to_char(chosen.event_timestamp AT TIME ZONE $3, 'YYYY-MM-DD HH24:MI:SS') AS at, e.event_name AS event,
       e.event_id::text AS event_id, coalesce(e.session_id, '') AS session,
       coalesce(e.order_id, e.context_product_name, e.context_product_id, e.search_term, e.page_path, '')
         AS about,
       e.order_revenue::float8 AS revenue, coalesce(e.currency, '') AS currency,
       coalesce(o.object_key, '') AS object, e.source_line::float8 AS line
FROM chosen
JOIN public.clickstream_events e USING (event_id)
LEFT JOIN public.etl_objects o ON o.object_id = e.source_object_id
ORDER BY chosen.event_timestamp DESC, e.event_id")
}

#' A page of the events of a set: list(total, rows). Rows have at (the shop's clock), event, event_id,
#' session, about (order, product, search or page), revenue, currency, object (the key in the bucket) and line
#' (from 1).
ask_events <- function(warehouse, filters, set, time_zone, version, count, after = 0) {
  params <- filter_params(filters, time_zone)
  limits <- as.list(format(c(count, after), scientific = FALSE, trim = TRUE))
  asked_together(
    total = remembered(warehouse, version, events_count_sql(set), params)$n,
    rows = remembered(warehouse, version, events_rows_sql(set), c(params, limits))
  )
}
