#' The queries of Pages & search.

#' The longest time after a search that counts, as a PostgreSQL interval.
SEARCH_REACH <- "interval '1 day'"

#' Searches of the days by term, and the shopper's actions before the next search of the same session. $7 the
#' shop's currency. Terms are compared without case and without spaces at their ends.
SQL_SEARCHES <- paste0(BOUNDS, ", searched AS MATERIALIZED (
  SELECT event_id, session_id,
         lower(btrim(regexp_replace(coalesce(search_term, ''), '\\s+', ' ', 'g'))) AS term,
         CASE WHEN jsonb_typeof(properties -> 'results') = 'number'
              THEN (properties ->> 'results')::numeric END AS results
  FROM public.clickstream_events
  WHERE event_name = 'search'
    AND event_timestamp >= (SELECT since FROM bounds) AND event_timestamp < (SELECT until FROM bounds)
    AND ($4 = 'all' OR user_login_state = $4) AND ($5 = 'all' OR NOT is_bot)
    AND ($5 <> 'shoppers' OR NOT is_staff)
), spell AS MATERIALIZED (
  SELECT event_id, session_id, event_timestamp AS since,
         least(lead(event_timestamp) OVER in_order, event_timestamp + ", SEARCH_REACH, ") AS until
  FROM public.clickstream_events
  WHERE event_name = 'search' AND session_id IS NOT NULL
    AND event_timestamp >= (SELECT since FROM bounds) AND event_timestamp < (SELECT until FROM bounds) + ",
SEARCH_REACH, "
  WINDOW in_order AS (PARTITION BY session_id ORDER BY event_timestamp, sequence NULLS FIRST, event_id)
), ordered AS (
  SELECT spell.event_id, count(*) AS orders, sum(o.net) FILTER (WHERE coalesce(o.currency, $7) = $7) AS net
  FROM spell
  JOIN public.orders own ON own.session_id = spell.session_id
    AND own.shopper_at >= spell.since AND own.shopper_at < spell.until
  JOIN dash.orders o ON o.order_id = own.order_id
  GROUP BY 1
)
SELECT term, count(*)::float8 AS searches,
       count(*) FILTER (WHERE results = 0)::float8 AS empty,
       count(*) FILTER (WHERE results IS NULL)::float8 AS unknown,
       count(*) FILTER (WHERE opened)::float8 AS opened,
       count(*) FILTER (WHERE carted)::float8 AS carted,
       coalesce(sum(orders), 0)::float8 AS orders, coalesce(sum(net), 0)::float8 AS net
FROM searched
LEFT JOIN spell USING (event_id)
LEFT JOIN ordered USING (event_id)
LEFT JOIN LATERAL (
  SELECT bool_or(event_name = 'product_view') AS opened, bool_or(event_name = 'add_to_cart_click') AS carted
  FROM public.clickstream_events e
  WHERE e.session_id = spell.session_id
    AND e.event_timestamp >= spell.since AND e.event_timestamp < spell.until
) AS later ON true
GROUP BY 1
ORDER BY searches DESC, term")

#' The number of searches in the previous period, and of those without results.
SQL_SEARCHES_BEFORE <- paste0(BOUNDS, "
SELECT count(*)::float8 AS searches,
       count(*) FILTER (WHERE properties -> 'results' = '0')::float8 AS empty,
       count(*) FILTER (
         WHERE coalesce(jsonb_typeof(properties -> 'results'), '') <> 'number')::float8 AS unknown
FROM public.clickstream_events
WHERE event_name = 'search'
  AND event_timestamp >= (SELECT since FROM bounds) AND event_timestamp < (SELECT until FROM bounds)
  AND ($4 = 'all' OR user_login_state = $4) AND ($5 = 'all' OR NOT is_bot)
  AND ($5 <> 'shoppers' OR NOT is_staff)")

#' The most pages in a list.
MOST_PAGES <- 200

PAGES_OF_SESSIONS <- paste0("(
    SELECT session_id, started_hour AS hour, login_state, is_bot, coalesce(entry_path, '') AS landing,
           coalesce(exit_path, '') AS exit, page_views, ", staff_of("sessions"), " AS is_staff
    FROM public.sessions
  ) AS begun")

#' Sessions by landing page, by exit page, and all. $7 the shop's currency. Sessions are added up by both
#' pages first, and only those with an order are looked at one by one.
SQL_PAGES <- paste0(BOUNDS, ", sold AS (
  SELECT session_id, sum(coalesce(kept.net, gross)) FILTER (WHERE ", IN_SHOP_CURRENCY, ") AS net
  FROM ", ORDERS_OF_SESSIONS, "
  LEFT JOIN (
    SELECT order_id, net FROM public.order_touches WHERE place = 1
  ) AS kept USING (order_id)
  GROUP BY 1
), seen AS (
  SELECT landing, exit, count(*) AS sessions, count(*) FILTER (WHERE page_views <= 1) AS bounced,
         0 AS ordering, 0 AS net
  FROM ", PAGES_OF_SESSIONS, "
  WHERE ", MATCHING, "
  GROUP BY 1, 2
  UNION ALL
  SELECT landing, exit, 0, 0, count(*), sum(net)
  FROM ", PAGES_OF_SESSIONS, "
  JOIN sold USING (session_id)
  WHERE ", MATCHING, "
  GROUP BY 1, 2
), page AS (
  SELECT CASE WHEN GROUPING(landing) = 0 THEN 'landing' WHEN GROUPING(exit) = 0 THEN 'exit'
              ELSE 'all' END AS kind,
         coalesce(landing, exit, '') AS path, coalesce(sum(sessions), 0) AS sessions,
         coalesce(sum(bounced), 0) AS bounced, coalesce(sum(ordering), 0) AS ordering,
         coalesce(sum(net), 0) AS net
  FROM seen
  GROUP BY GROUPING SETS ((landing), (exit), ())
)
SELECT kind, path, sessions::float8, bounced::float8, ordering::float8, net::float8
FROM (
  SELECT *, row_number() OVER (PARTITION BY kind ORDER BY sessions DESC, path) AS place FROM page
) AS ranked
WHERE place <= ", MOST_PAGES, "
ORDER BY kind, place")

#' One row per term, the most searched first: term, searches, empty (without results), unknown (without a
#' number of results), opened (a product was viewed afterwards), carted, orders, net (in the shop's currency).
ask_searches <- function(warehouse, filters, time_zone, version, currency) {
  remembered(
    warehouse, version, narrowed(SQL_SEARCHES, filters), c(filter_params(filters, time_zone), currency)
  )
}

#' The searches of the previous period: one row with searches, empty, unknown.
ask_searches_before <- function(warehouse, filters, time_zone, version, until = NULL) {
  params <- filter_params(previous_filters(filters), time_zone, until)
  remembered(warehouse, version, narrowed(SQL_SEARCHES_BEFORE, filters), params)
}

#' One row per page, the most used first: kind ('landing', 'exit'; 'all' in one row), path ('' if unknown),
#' sessions, bounced (at most one page view), ordering (with an order), net (in the shop's currency).
ask_pages <- function(warehouse, filters, time_zone, version, currency) {
  remembered(warehouse, version, narrowed(SQL_PAGES, filters), c(filter_params(filters, time_zone), currency))
}
