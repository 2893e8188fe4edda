#' SQL over public.clickstream_events that gives the very numbers on the screen: the promise of the product is
#' that every number can be proved. The statements repeat the counting rules on purpose, from the events
#' themselves, instead of reading the facts that the dashboard reads: a fault in the facts shows as a
#' difference. The texts are meant to be read: filters stand in them as literals, not as parameters.

#' Conditions on events: the days of the filters on the shop's clock, the event's own login state, bots.
event_conditions <- function(filters, time_zone, indent = "  ") {
  conditions <- c(
    sprintf("event_timestamp >= %s", day_literal(filters$from, time_zone)),
    sprintf("event_timestamp < %s", day_literal(filters$to + 1, time_zone)),
    if (filters$login != "all") sprintf("user_login_state = '%s'", filters$login),
    traffic_conditions(filters)
  )
  paste(conditions, collapse = paste0("\n", indent, "AND "))
}

#' Conditions on sessions: the moment they began, the strongest login state they reached, bots.
session_conditions <- function(filters, time_zone) {
  conditions <- c(
    sprintf("started_at >= %s", day_literal(filters$from, time_zone)),
    sprintf("started_at < %s", day_literal(filters$to + 1, time_zone)),
    if (filters$login != "all") sprintf("login_state = '%s'", filters$login),
    traffic_conditions(filters)
  )
  paste(conditions, collapse = "\n  AND ")
}

traffic_conditions <- function(filters) {
  c(if (filters$traffic != "all") "NOT is_bot", if (filters$traffic == "shoppers") "NOT is_staff")
}

#' Midnight at the start of a day in the shop's zone.
day_literal <- function(day, time_zone) sprintf("timestamptz '%s 00:00 %s'", format(day), time_zone)

#' The first day of the bucket that a moment falls into, on the shop's clock.
local_day <- function(column, time_zone, bucket) {
  local <- sprintf("%s AT TIME ZONE '%s'", column, time_zone)
  if (bucket == "week") sprintf("date_trunc('week', %s)::date", local) else sprintf("(%s)::date", local)
}

#' Orders, each once: when and what it was by its first completion, and whose by the first that names a
#' session, else a browser or a cart.
ORDER_CTE <- "told AS (
  SELECT coalesce(order_id, 'event:' || event_id) AS order_key, *
  FROM public.clickstream_events
  WHERE event_name = 'checkout_complete'
), ordered AS (
  SELECT DISTINCT ON (order_key) order_key, event_timestamp AS placed_at, upper(currency) AS currency,
         coalesce(order_revenue, 0) AS gross, items,
         first_value(session_id) OVER shopper AS session_id,
         first_value(event_timestamp) OVER shopper AS told_at,
         first_value(user_login_state) OVER shopper AS user_login_state,
         first_value(is_bot) OVER shopper AS is_bot,
         first_value(is_staff) OVER shopper OR coalesce(
           first_value(user_id) OVER shopper IN (SELECT user_id FROM public.staff_users), false) AS is_staff
  FROM told
  WINDOW shopper AS (
    PARTITION BY order_key
    ORDER BY CASE WHEN session_id IS NOT NULL THEN 0
                  WHEN coalesce(client_id, cart_id) IS NOT NULL THEN 1 ELSE 2 END,
             event_timestamp, sequence NULLS FIRST, event_id)
  ORDER BY order_key, event_timestamp, sequence NULLS FIRST, event_id
)"

#' Conditions on orders: as those on events, at the time of the order.
order_conditions <- function(filters, time_zone, indent = "  ") {
  gsub("event_timestamp", "placed_at", event_conditions(filters, time_zone, indent), fixed = TRUE)
}

#' Whether the amounts of a row are in the shop's currency: those without one are.
in_shop_currency <- function(currency) sprintf("coalesce(currency, '%s') = '%s'", currency, currency)

#' What a page tells when it opens, and the steps of a purchase.
VIEWS <- "event_name LIKE '%\\_view'"
STEPS <- "event_name IN ('add_to_cart_click', 'remove_from_cart_click', 'checkout_start', 'checkout_step',
                           'checkout_complete')"

#' Events with their settled times (ADR 0041). Where a clock of a session was corrected, the smallest
#' correction of one clock holds, since a slow way makes it larger; and no event happened after one that its
#' browser counted later, unless the count begins anew. Everywhere else it is their own time.
SETTLED_CTE <- "clock AS (
  SELECT event_id, session_id, event_timestamp, sequence, coalesce(clock_offset_ms, 0) AS offset_ms,
         event_timestamp - coalesce(clock_offset_ms, 0) * interval '1 ms' AS by_browser,
         clock_offset_ms IS NOT NULL OR sequence IS NOT NULL AS is_known
  FROM public.clickstream_events
  WHERE session_id IN (SELECT session_id FROM public.clickstream_events WHERE clock_offset_ms IS NOT NULL)
), corrected AS (
  SELECT *,
         CASE WHEN is_known THEN by_browser + interval '1 ms' * min(offset_ms) OVER (
           PARTITION BY session_id, is_known
           ORDER BY offset_ms RANGE BETWEEN 360000 PRECEDING AND CURRENT ROW
         ) ELSE event_timestamp END AS corrected_at
  FROM clock
), new_count AS (
  SELECT DISTINCT session_id
  FROM clock
  WHERE sequence IS NOT NULL
  GROUP BY session_id, sequence
  HAVING max(by_browser) - min(by_browser) > interval '1 second'
), settled AS (
  SELECT event_id,
         CASE WHEN sequence IS NULL OR session_id IN (SELECT session_id FROM new_count) THEN corrected_at
              ELSE min(corrected_at) OVER (PARTITION BY session_id ORDER BY sequence DESC NULLS LAST)
              END AS settled_at
  FROM corrected
), settled_event AS NOT MATERIALIZED (
  SELECT *, coalesce(settled_at, event_timestamp) AS happened_at
  FROM public.clickstream_events
  LEFT JOIN settled USING (event_id)
)"

#' Events grouped into sessions. The first view brings one; one that begins with a step of a purchase goes on
#' in a page that was open, and nothing brings it.
IN_ORDER <- "ORDER BY happened_at, sequence NULLS FIRST, event_id"
LAST_FIRST <- "ORDER BY happened_at DESC, sequence DESC NULLS LAST, event_id DESC"
SESSION_CTE <- gsub("<last>", LAST_FIRST, fixed = TRUE, gsub("<first>", IN_ORDER, fixed = TRUE, sprintf(
  "%3$s, session AS (
  SELECT session_id,
         min(happened_at) AS started_at,
         max(happened_at) AS ended_at,
         CASE WHEN bool_or(user_login_state = 'logged_in') THEN 'logged_in'
              WHEN bool_or(user_login_state = 'guest') THEN 'guest'
              WHEN bool_or(user_login_state = 'anonymous') THEN 'anonymous'
              ELSE 'unknown' END AS login_state,
         bool_or(is_bot) AS is_bot,
         bool_or(is_staff) OR coalesce(
           (array_agg(user_id <last>) FILTER (WHERE user_id IS NOT NULL))[1]
             IN (SELECT user_id FROM public.staff_users), false) AS is_staff,
         (array_agg(client_id <first>))[1] AS client_id,
         coalesce((array_agg(device <first>))[1], 'unknown') AS device,
         coalesce(nullif(CASE
           WHEN bool_or(%1$s) THEN (array_agg(channel <first>) FILTER (WHERE %1$s))[1]
           WHEN NOT bool_or(%2$s) THEN (array_agg(channel <first>))[1]
         END, 'internal'), 'direct') AS channel,
         min(happened_at) FILTER (WHERE event_name = 'product_view') AS viewed_at,
         coalesce((array_agg(%2$s <first>) FILTER (WHERE %1$s OR %2$s))[1], false) AS is_resumed
  FROM settled_event
  WHERE session_id IN (
    SELECT session_id FROM public.clickstream_events WHERE event_timestamp >= <since>)
  GROUP BY session_id
)", VIEWS, STEPS, SETTLED_CTE
)))

#' Sessions that began in the days of the filters, and others: each has an event in the days, or in the two
#' before them, from which the funnel of a later session may go on. Without that limit a statement over a week
#' would put all sessions of years together.
session_cte <- function(filters, time_zone) {
  gsub("<since>", day_literal(filters$from - 2, time_zone), SESSION_CTE, fixed = TRUE)
}

#' The counting rules in words, as each tab quotes them.
WORDS_EVENTS <- paste(
  "Page views, orders, revenue and everything about products count what happened in the chosen days",
  "(days of the shop's clock, first and last included), with the login state that the event itself carries."
)
WORDS_ORDERS <- paste(
  "An order counts once, however often and by whom it was told: as its first completion says. One without a",
  "number is an order of its own."
)
WORDS_MONEY <- paste(
  "Sums of money are those of orders in the shop's currency, and of orders that name none. Other currencies",
  "are never added to it: they are said apart."
)
WORDS_SESSIONS <- paste(
  "Sessions are those that began in the chosen days. A session's login state is the strongest one it",
  "reached: logged in, then guest, then anonymous. Where a browser's clock was wrong, its events keep the",
  "order in which the browser counted them."
)
WORDS_BOTS <- paste(
  "People only, which is the default, leaves out events and sessions that are flagged as bots; All traffic",
  "includes them. Without staff leaves out as well what is flagged as of the shop's own people, and sessions",
  "and orders of users whom staff_users lists."
)
