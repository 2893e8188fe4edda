#' The queries of the events behind a tab.

#' The events of a set, in the days and with the login state and the traffic of the filters, of the sessions
#' and products that they leave.
#'
#' @return a FROM and WHERE after BOUNDS, with the columns of an event as `e`
events_from <- function(set, filters) {
  if (set == "sessions") {
    return(paste0("FROM (
  SELECT session_id
  FROM (
    SELECT session_id, started_hour AS hour, login_state, is_bot,
           is_staff OR coalesce(user_id IN (SELECT user_id FROM public.staff_users), false) AS is_staff
    FROM public.sessions s
    WHERE true", also(visit_is(narrowings_of(filters, "session"), "s.")), "
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
  paste0("FROM public.clickstream_events e", if (length(narrowings_of(filters, "session")) > 0) {
    sprintf("\nLEFT JOIN public.sessions s ON s.session_id = %s", SESSION_OF_SET[[set_kind(set)]])
  }, "
WHERE ", if (set == "all") "true" else condition, also(visit_is(narrowings_of(filters, "session"), "s.")),
  products_of_set(set, filters), "
  AND e.event_timestamp >= (SELECT since FROM bounds) AND e.event_timestamp < (SELECT until FROM bounds)
  AND ($4 = 'all' OR e.user_login_state = $4) AND ($5 = 'all' OR NOT e.is_bot)
  AND ($5 <> 'shoppers' OR NOT e.is_staff)")
}

also <- function(conditions) paste0("\n  AND ", conditions, recycle0 = TRUE, collapse = "")

set_kind <- function(set) if (set %in% c("orders", "refunds")) "order" else "event"

#' The session of an event. Whoever tells of an order, it belongs to the session in which it was placed.
SESSION_OF_SET <- list(event = "e.session_id", order = "(
  SELECT o.session_id FROM public.orders o WHERE o.order_id = coalesce(e.order_id, 'event:' || e.event_id))")

#' An order is of a category if a product of it was bought.
products_of_set <- function(set, filters) {
  if (set_kind(set) == "event") {
    return(products_that("\n  AND e.context_product_id", filters))
  }
  products <- products_that("item ->> 'id'", filters)
  if (products == "") {
    return("")
  }
  sprintf("\n  AND EXISTS (SELECT FROM jsonb_array_elements(e.items) AS item WHERE %s)", products)
}

events_count_sql <- function(set, filters) {
  # Sessions are counted without looking up an event of each.
  from <- if (set == "sessions") {
    sub("CROSS JOIN LATERAL.*", "", events_from(set, filters))
  } else {
    events_from(set, filters)
  }
  paste0(BOUNDS, "\nSELECT count(*)::float8 AS n\n", from)
}

#' $7 how many rows, $8 after how many. The newest first.
events_rows_sql <- function(set, filters) {
  paste0(BOUNDS, ", chosen AS MATERIALIZED (
SELECT e.event_id, e.event_timestamp
", events_from(set, filters), "
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
    total = remembered(warehouse, version, events_count_sql(set, filters), params)$n,
    rows = remembered(warehouse, version, events_rows_sql(set, filters), c(params, limits))
  )
}
