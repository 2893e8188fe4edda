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
    if (filters$traffic == "people") "NOT is_bot"
  )
  paste(conditions, collapse = paste0("\n", indent, "AND "))
}

#' Conditions on sessions: the moment they began, the strongest login state they reached, bots.
session_conditions <- function(filters, time_zone) {
  conditions <- c(
    sprintf("started_at >= %s", day_literal(filters$from, time_zone)),
    sprintf("started_at < %s", day_literal(filters$to + 1, time_zone)),
    if (filters$login != "all") sprintf("login_state = '%s'", filters$login),
    if (filters$traffic == "people") "NOT is_bot"
  )
  paste(conditions, collapse = "\n  AND ")
}

#' Midnight at the start of a day in the shop's zone.
day_literal <- function(day, time_zone) sprintf("timestamptz '%s 00:00 %s'", format(day), time_zone)

#' The first day of the bucket that a moment falls into, on the shop's clock.
local_day <- function(column, time_zone, bucket) {
  local <- sprintf("%s AT TIME ZONE '%s'", column, time_zone)
  if (bucket == "week") sprintf("date_trunc('week', %s)::date", local) else sprintf("(%s)::date", local)
}

#' Events grouped into sessions.
SESSION_CTE <- "session AS (
  SELECT session_id,
         min(event_timestamp) AS started_at,
         CASE WHEN bool_or(user_login_state = 'logged_in') THEN 'logged_in'
              WHEN bool_or(user_login_state = 'guest') THEN 'guest'
              WHEN bool_or(user_login_state = 'anonymous') THEN 'anonymous'
              ELSE 'unknown' END AS login_state,
         bool_or(is_bot) AS is_bot,
         (array_agg(client_id ORDER BY event_timestamp, sequence NULLS FIRST, event_id))[1] AS client_id,
         coalesce((array_agg(device ORDER BY event_timestamp, sequence NULLS FIRST, event_id))[1],
                  'unknown') AS device,
         coalesce(nullif((array_agg(channel ORDER BY event_timestamp, sequence NULLS FIRST, event_id))[1],
                         'internal'), 'direct') AS channel,
         count(*) FILTER (WHERE event_name = 'checkout_complete') AS orders
  FROM public.clickstream_events
  WHERE session_id IS NOT NULL
  GROUP BY session_id
)"

#' The counting rules in words, as each tab quotes them.
WORDS_EVENTS <- paste(
  "Page views, orders, revenue and everything about products count events that happened in the chosen days",
  "(days of the shop's clock, first and last included), with the login state that the event itself carries."
)
WORDS_SESSIONS <- paste(
  "Sessions are those that began in the chosen days. A session's login state is the strongest one it",
  "reached: logged in, then guest, then anonymous."
)
WORDS_BOTS <- paste(
  "All traffic includes bots; People only leaves out events and sessions that are flagged as bots."
)
