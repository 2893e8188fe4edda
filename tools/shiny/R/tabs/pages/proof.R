#' How Pages & search are counted.

pages_proof <- function(filters, time_zone, currency, until = NULL) {
  proof_panel("pages", list(
    paste(
      "A search is a search event of the chosen days, with the login state that the event itself carries.",
      "It found nothing when the event says that it showed 0 products; searches that do not say how many",
      "are in no share. Terms are compared without case and without spaces at their ends."
    ),
    paste(
      "What was done after a search is what its session did from the search on, until its next search, and",
      "at most for a day: opened a product, added one to the cart, placed an order. An order is credited to",
      "one search at most; whether it holds what was searched for is not asked."
    ),
    paste(
      "Landing and exit pages are the first and the last page that a session saw. A session saw no other",
      "page when it saw at most one. Its orders are those placed in it, and their net revenue is what is",
      "left after refunds."
    ),
    paste(
      "Limits of a share are Wilson's, in 95 of 100 cases. Two shares differ where Newcombe's interval of",
      "the difference leaves out zero. Terms and pages with at least", FEWEST_USES, "uses are compared with",
      "all others, all of them held together (Bonferroni)."
    ),
    WORDS_SESSIONS, WORDS_ORDERS, WORDS_MONEY, WORDS_BOTS
  ), list(
    list(id = "searches", title = "Searches by term", sql = searches_sql(filters, time_zone, currency)),
    list(
      id = "before", title = "Searches of the period before",
      sql = searches_before_sql(previous_filters(filters), time_zone, until)
    ),
    list(
      id = "landing", title = "Sessions by landing page",
      sql = pages_sql(filters, time_zone, currency, "entry_path")
    ),
    list(
      id = "exit", title = "Sessions by exit page", sql = pages_sql(filters, time_zone, currency, "exit_path")
    )
  ), source = paste(
    "the events themselves; what an order is worth comes from dash.orders, and sessions by page come from",
    "the sessions that the load has put together"
  ))
}

#' Each later event looks for its search, where the question of the tab goes from a search to what follows.
searches_sql <- function(filters, time_zone, currency) {
  sprintf("WITH search AS (
  SELECT event_id, session_id, event_timestamp, sequence,
         lower(btrim(regexp_replace(coalesce(search_term, ''), '\\s+', ' ', 'g'))) AS term,
         properties -> 'results' AS results
  FROM public.clickstream_events
  WHERE event_name = 'search'
), later AS (
  SELECT session_id, event_timestamp AS at, event_name AS what, NULL::numeric AS net
  FROM public.clickstream_events
  WHERE event_name IN ('product_view', 'add_to_cart_click')
  UNION ALL
  SELECT session_id, shopper_at, 'order', CASE WHEN %s THEN net ELSE 0 END
  FROM dash.orders JOIN (SELECT order_id, shopper_at FROM public.orders) AS own USING (order_id)
), followed AS (
  SELECT last.event_id, bool_or(what = 'product_view') AS opened,
         bool_or(what = 'add_to_cart_click') AS carted, count(*) FILTER (WHERE what = 'order') AS orders,
         sum(net) AS net
  FROM later
  CROSS JOIN LATERAL (
    SELECT event_id, event_timestamp
    FROM search
    WHERE search.session_id = later.session_id AND event_timestamp <= at
    ORDER BY event_timestamp DESC, sequence DESC NULLS LAST, event_id DESC
    LIMIT 1
  ) AS last
  WHERE at < last.event_timestamp + %s
  GROUP BY 1
)
SELECT term, count(*) AS searches, count(*) FILTER (WHERE results = '0') AS empty,
       count(*) FILTER (WHERE coalesce(jsonb_typeof(results), '') <> 'number') AS unknown,
       count(*) FILTER (WHERE opened) AS opened, count(*) FILTER (WHERE carted) AS carted,
       coalesce(sum(orders), 0) AS orders, coalesce(sum(net), 0) AS net
FROM search
JOIN public.clickstream_events AS e USING (event_id)
LEFT JOIN followed USING (event_id)
WHERE %s
GROUP BY term
ORDER BY searches DESC, term;", in_shop_currency(currency), SEARCH_REACH, gsub(
    "event_timestamp", "e.event_timestamp", event_conditions(filters, time_zone), fixed = TRUE
  ))
}

#' @param until a POSIXct at which to stop, or NULL for the end of the last day
searches_before_sql <- function(filters, time_zone, until) {
  cut <- if (!is.null(until)) {
    sprintf("\n  AND event_timestamp < timestamptz '%s'", format(until, "%Y-%m-%d %H:%M:%S+00", tz = "UTC"))
  }
  sprintf("SELECT count(*) AS searches,
       count(*) FILTER (WHERE properties -> 'results' = '0') AS empty,
       count(*) FILTER (WHERE coalesce(jsonb_typeof(properties -> 'results'), '') <> 'number') AS unknown
FROM public.clickstream_events
WHERE event_name = 'search'
  AND %s%s;", event_conditions(filters, time_zone), if (is.null(cut)) "" else cut)
}

#' @param column that of the page: entry_path or exit_path
pages_sql <- function(filters, time_zone, currency, column) {
  sprintf("SELECT coalesce(%s, '') AS path, count(*) AS sessions,
       count(*) FILTER (WHERE page_views <= 1) AS bounced,
       count(*) FILTER (WHERE orders > 0) AS ordering, coalesce(sum((
         SELECT sum(net) FROM dash.orders o
         WHERE o.session_id = begun.session_id AND %s
       )), 0) AS net
FROM (
  SELECT session_id, %s, started_at, login_state, is_bot, page_views, orders,
         is_staff OR coalesce(user_id IN (SELECT user_id FROM public.staff_users), false) AS is_staff
  FROM dash.sessions
) AS begun
WHERE %s
GROUP BY 1
ORDER BY sessions DESC, path
LIMIT %d;", column, in_shop_currency(currency), column, session_conditions(filters, time_zone), MOST_PAGES)
}
