#' The query of paths: what shoppers do just before and just after a page or a step.

#' Paths are those of the latest sessions of the days, so that a year takes no longer than a week.
MOST_PATHS <- 20000

#' The most pages and steps to choose from, and the most neighbours of each that are listed.
MOST_CHOICES <- 100
MOST_NEIGHBOURS <- 7

#' Events that are steps of a path; every page view is one as well.
PATH_STEPS <- c(
  search = "Search", add_to_cart_click = "Add to cart", remove_from_cart_click = "Remove from cart",
  checkout_start = "Checkout", checkout_complete = "Order"
)

#' The steps of paths, and how often one follows another. A page that is seen twice in a row is one step. Rows
#' of kind 'step' (other is NULL), 'before' and 'after' (other is '' where the session begins or ends);
#' `sessions` is the number of sessions, `of_sessions` that of the days.
SQL_AROUND <- paste0(BOUNDS, ", begun AS (
  SELECT session_id, started_hour AS hour, started_at, login_state, is_bot, page_views,
         ", staff_of("sessions"), " AS is_staff
  FROM public.sessions
), matching AS (
  SELECT session_id, started_at FROM begun WHERE ", MATCHING, "
), visit AS MATERIALIZED (
  SELECT session_id, started_at FROM matching ORDER BY started_at DESC, session_id LIMIT ", MOST_PATHS, "
), told AS (
  SELECT session_id, event_timestamp, sequence, event_id,
         CASE event_name WHEN 'page_view' THEN coalesce(nullif(page_path, ''), '?')
           ELSE event_name END AS step
  FROM public.clickstream_events e
  JOIN visit USING (session_id)
  WHERE event_name IN ('page_view', '", paste(names(PATH_STEPS), collapse = "', '"), "')
    AND event_timestamp >= (SELECT min(started_at) FROM visit) - interval '1 day'
    AND event_timestamp < (SELECT until FROM bounds) + interval '1 day'
), once AS (
  SELECT *
  FROM (SELECT *, lag(step) OVER in_order AS before FROM told
        WINDOW in_order AS (PARTITION BY session_id ORDER BY event_timestamp, sequence NULLS FIRST, event_id)
  ) AS each
  WHERE step IS DISTINCT FROM before
), path AS MATERIALIZED (
  SELECT step, coalesce(before, '') AS before, coalesce(lead(step) OVER in_order, '') AS after
  FROM once
  WINDOW in_order AS (PARTITION BY session_id ORDER BY event_timestamp, sequence NULLS FIRST, event_id)
), step AS MATERIALIZED (
  SELECT step, count(*) AS n FROM path GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ", MOST_CHOICES, "
), neighbour AS (
  SELECT CASE WHEN GROUPING(before) = 0 THEN 'before' ELSE 'after' END AS kind, step,
         coalesce(before, after) AS other, count(*) AS n,
         row_number() OVER (
           PARTITION BY step, GROUPING(before) ORDER BY count(*) DESC, coalesce(before, after)
         ) AS place
  FROM path
  JOIN step USING (step)
  GROUP BY GROUPING SETS ((step, before), (step, after))
)
SELECT kind, step, other, n::float8, (SELECT count(*) FROM visit)::float8 AS sessions,
       (SELECT count(*) FROM matching)::float8 AS of_sessions
FROM (
  SELECT 'step' AS kind, step, NULL AS other, n, 1 AS place FROM step
  UNION ALL
  SELECT * FROM neighbour WHERE place <= ", MOST_NEIGHBOURS, "
) AS listed
ORDER BY kind, n DESC, step, other")

ask_around <- function(warehouse, filters, time_zone, version) {
  remembered(warehouse, version, narrowed(SQL_AROUND, filters), filter_params(filters, time_zone))
}
