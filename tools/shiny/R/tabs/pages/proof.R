#' The counting rules and SQL of Pages & search.

pages_proof <- function(filters, time_zone, currency, until = NULL) {
  proof_panel("pages", list(
    paste(
      "A search is a search event of the selected days, with the login state of the event itself. It found",
      "nothing if the event reports 0 results; searches without a number of results are not part of any",
      "share. Terms are compared without case and without spaces at their ends."
    ),
    paste(
      "What follows a search is what its session did from the search until its next search, within a day:",
      "opened a product, added one to the cart, placed an order. An order is credited to at most one search,",
      "whether or not it contains a product that was found."
    ),
    paste(
      "Landing and exit pages are the first and the last page of a session. A session bounced if it had at",
      "most one page view. Its orders are those placed in it; net revenue is after refunds."
    ),
    paste(
      "The range of a share is Wilson's 95 % confidence interval. A difference is called significant if",
      "Newcombe's interval does not contain zero. Terms and pages with at least", FEWEST_USES, "uses are",
      "compared with all others, with a correction for all of them (Bonferroni)."
    ),
    sprintf(paste(
      "Before and after: the page views, searches and steps of a purchase of each session, in their order.",
      "A page seen twice in a row counts once. Of more than %s sessions the latest are used. The range of a",
      "share is Wilson's interval."
    ), format_count(MOST_PATHS)),
    WORDS_LISTS, WORDS_SESSIONS, WORDS_ORDERS, WORDS_MONEY, WORDS_BOTS
  ), list(
    list(id = "searches", title = "Searches by term", sql = searches_sql(filters, time_zone, currency)),
    list(
      id = "before", title = "Searches of the previous period",
      sql = searches_before_sql(previous_filters(filters), time_zone, until)
    ),
    list(
      id = "landing", title = "Sessions by landing page",
      sql = pages_sql(filters, time_zone, currency, "entry_path")
    ),
    list(
      id = "exit", title = "Sessions by exit page", sql = pages_sql(filters, time_zone, currency, "exit_path")
    ),
    list(
      id = "lists", title = "Lists of products by position",
      sql = lists_sql(filters, time_zone, currency)
    ),
    list(id = "around", title = "What precedes and follows a step", sql = around_sql(filters, time_zone))
  ), source = paste(
    "the events themselves; the value of orders comes from dash.orders, and sessions by page come from",
    "the sessions that the load has built"
  ))
}

#' Finds the search before each later event, while the query of the tab finds the events after each search.
searches_sql <- function(filters, time_zone, currency) {
  sprintf("WITH %ssearch AS (
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
ORDER BY searches DESC, term;", visit_cte(filters, time_zone), in_shop_currency(currency), SEARCH_REACH, gsub(
    "(event_timestamp|(?<=\\()session_id(?= IN))", "e.\\1", event_conditions(filters, time_zone), perl = TRUE
  ))
}

#' @param until a POSIXct at which to stop, or NULL for the end of the last day
searches_before_sql <- function(filters, time_zone, until) {
  cut <- if (!is.null(until)) {
    sprintf("\n  AND event_timestamp < timestamptz '%s'", format(until, "%Y-%m-%d %H:%M:%S+00", tz = "UTC"))
  }
  with_visits(filters, time_zone, sprintf("SELECT count(*) AS searches,
       count(*) FILTER (WHERE properties -> 'results' = '0') AS empty,
       count(*) FILTER (WHERE coalesce(jsonb_typeof(properties -> 'results'), '') <> 'number') AS unknown
FROM public.clickstream_events
WHERE event_name = 'search'
  AND %s%s;", event_conditions(filters, time_zone), if (is.null(cut)) "" else cut))
}

#' @param column the column of the page: entry_path or exit_path
pages_sql <- function(filters, time_zone, currency, column) {
  sprintf("SELECT coalesce(%s, '') AS path, count(*) AS sessions,
       count(*) FILTER (WHERE page_views <= 1) AS bounced,
       count(*) FILTER (WHERE orders > 0) AS ordering, coalesce(sum((
         SELECT sum(net) FROM dash.orders o
         WHERE o.session_id = begun.session_id AND %s
       )), 0) AS net
FROM (
  SELECT session_id, %s, started_at, login_state, is_bot, page_views, orders, channel, device, utm_campaign,
         is_first_visit,
         is_staff OR coalesce(user_id IN (SELECT user_id FROM public.staff_users), false) AS is_staff
  FROM dash.sessions
) AS begun
WHERE %s
GROUP BY 1
ORDER BY sessions DESC, path
LIMIT %d;", column, in_shop_currency(currency), column, session_conditions(filters, time_zone), MOST_PAGES)
}
