#' The SQL of paths.

#' Finds neighbours by their numbers in the session, while the query of the tab looks ahead and back.
around_sql <- function(filters, time_zone) {
  sprintf("WITH visit AS (
  SELECT session_id
  FROM (
    SELECT session_id, started_at, login_state, is_bot, channel, device, utm_campaign, is_first_visit,
           is_staff OR coalesce(user_id IN (SELECT user_id FROM public.staff_users), false) AS is_staff
    FROM public.sessions
  ) AS begun
  WHERE %s
  ORDER BY started_at DESC, session_id
  LIMIT %d
), told AS (
  SELECT session_id,
         CASE event_name WHEN 'page_view' THEN coalesce(nullif(page_path, ''), '?')
           ELSE event_name END AS step,
         row_number() OVER (
           PARTITION BY session_id ORDER BY event_timestamp, sequence NULLS FIRST, event_id) AS place
  FROM public.clickstream_events
  WHERE session_id IN (SELECT session_id FROM visit) AND event_name IN ('page_view', '%s')
), once AS (
  SELECT session_id, step, row_number() OVER (PARTITION BY session_id ORDER BY place) AS place
  FROM told
  WHERE NOT EXISTS (
    SELECT FROM told earlier
    WHERE earlier.session_id = told.session_id
      AND earlier.place = told.place - 1 AND earlier.step = told.step)
)
SELECT 'after' AS kind, this.step, coalesce(next.step, '') AS other, count(*) AS n
FROM once this
LEFT JOIN once next ON next.session_id = this.session_id AND next.place = this.place + 1
GROUP BY 2, 3
UNION ALL
SELECT 'before', this.step, coalesce(last.step, ''), count(*)
FROM once this
LEFT JOIN once last ON last.session_id = this.session_id AND last.place = this.place - 1
GROUP BY 2, 3
ORDER BY kind, n DESC, step, other;", session_conditions(filters, time_zone), MOST_PATHS,
  paste(names(PATH_STEPS), collapse = "', '"))
}
