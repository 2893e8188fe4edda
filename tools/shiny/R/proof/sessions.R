#' Sessions, built from events.

#' Events of a page that opens, and of the steps of a purchase.
VIEWS <- "event_name LIKE '%\\_view'"
STEPS <- "event_name IN ('add_to_cart_click', 'remove_from_cart_click', 'checkout_start', 'checkout_step',
                           'checkout_complete')"

#' Events with their settled times (ADR 0041). If a clock of a session was corrected, the smallest correction
#' of that clock applies, since a slow network makes it larger; and no event happened after one that its
#' browser counted later, unless the count starts again. All other events keep their own time.
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

#' Events grouped into sessions. The first view determines the channel. A session that begins with a step of a
#' purchase continues in a page that was open, and has no channel.
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
         CASE
           WHEN bool_or(%1$s) THEN (array_agg(utm_campaign <first>) FILTER (WHERE %1$s))[1]
           WHEN NOT bool_or(%2$s) THEN (array_agg(utm_campaign <first>))[1]
         END AS utm_campaign,
         bool_or(is_first_visit) AS is_first_visit,
         min(happened_at) FILTER (WHERE event_name = 'product_view') AS viewed_at,
         coalesce((array_agg(%2$s <first>) FILTER (WHERE %1$s OR %2$s))[1], false) AS is_resumed
  FROM settled_event
  WHERE session_id IN (
    SELECT session_id FROM public.clickstream_events WHERE event_timestamp >= <since>)
  GROUP BY session_id
)", VIEWS, STEPS, SETTLED_CTE
)))

#' Sessions with an event in the days of the filters, or in the two days before them, from which the funnel of
#' a later session may continue. Without that limit a statement over a week would build the sessions of years.
session_cte <- function(filters, time_zone) {
  gsub("<since>", day_literal(filters$from - 2, time_zone), SESSION_CTE, fixed = TRUE)
}

#' The sessions by which rows are narrowed, followed by a comma; "" if they are not. Built once, whatever the
#' planner expects of their number.
visit_cte <- function(filters, time_zone) {
  if (length(narrowings_of(filters, "session")) == 0) {
    return("")
  }
  visits_of(filters, time_zone)
}

visits_of <- function(filters, time_zone, after = ", ") {
  paste0(session_cte(filters, time_zone), ", visit AS MATERIALIZED (
  SELECT session_id, channel, device, utm_campaign, is_first_visit FROM session
)", after)
}

#' A statement over events, with the sessions by which it is narrowed.
with_visits <- function(filters, time_zone, statement) {
  if (length(narrowings_of(filters, "session")) == 0) {
    return(statement)
  }
  paste0("WITH ", visits_of(filters, time_zone, "\n"), statement)
}
