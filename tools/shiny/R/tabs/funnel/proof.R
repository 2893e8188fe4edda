#' The counting rules and SQL of the Funnel.

funnel_proof <- function(filters, time_zone) {
  proof_panel("funnel", list(
    WORDS_SESSIONS,
    paste(
      "The funnel starts with a product view and counts all steps at or after it. A later step implies the",
      "steps before it, so that a shop without a cart or with a hosted checkout reaches the order. An order",
      "without a product view is not in this funnel; the Overview counts it."
    ),
    paste(
      "A session that starts with a step of a purchase continues in a page that was open. If the same",
      "browser viewed a product in a session that ended at most a day before, that view counts for it too."
    ),
    paste(
      "The last two statements count differently, for comparison: each step only if an event reports it",
      "after the previous step, and each step by itself."
    ),
    WORDS_ORDERS, WORDS_BOTS
  ), c(
    list(list(id = "steps", title = "Sessions at each step", sql = funnel_sql(filters, time_zone))),
    lapply(names(BREAKDOWNS), function(name) {
      by <- BREAKDOWNS[[name]]
      list(id = by, title = paste("By", tolower(name)), sql = funnel_sql(filters, time_zone, by))
    }),
    list(
      list(id = "strict", title = "Strictly in order", sql = strict_funnel_sql(filters, time_zone)),
      list(id = "any-order", title = "In any order", sql = any_order_sql(filters, time_zone))
    )
  ))
}

#' The start of each session's funnel, and the furthest step reached from there: 1 cart, 2 checkout, 3 order.
REACHED_CTE <- "gone_on AS (
  SELECT DISTINCT later.session_id
  FROM session AS later
  JOIN session AS earlier USING (client_id)
  WHERE later.is_resumed AND earlier.viewed_at IS NOT NULL
    AND earlier.started_at < later.started_at
    AND earlier.ended_at >= later.started_at - interval '24 hours'
), way AS (
  SELECT session_id, CASE WHEN gone_on.session_id IS NULL THEN viewed_at ELSE started_at END AS begins_at
  FROM session
  LEFT JOIN gone_on USING (session_id)
), step AS (
  SELECT session_id, happened_at AS at, CASE event_name WHEN 'add_to_cart_click' THEN 1 ELSE 2 END AS nth
  FROM settled_event
  WHERE event_name IN ('add_to_cart_click', 'checkout_start', 'checkout_step')
    AND session_id IN (SELECT session_id FROM session)
  UNION ALL
  SELECT session_id, reported_at, 3 FROM ordered
), reached AS (
  SELECT session_id, coalesce(max(nth) FILTER (WHERE at >= begins_at), 0) AS nth
  FROM way
  LEFT JOIN step USING (session_id)
  WHERE begins_at IS NOT NULL
  GROUP BY session_id
)"

#' @param by a column of `session` to group by, or NULL for one row
funnel_sql <- function(filters, time_zone, by = NULL) {
  steps <- FUNNEL_STEPS$column
  counts <- sprintf("count(*) FILTER (WHERE nth >= %d) AS %s", seq_along(steps) - 1, steps)
  paste0(
    "WITH ", paste(session_cte(filters, time_zone), ORDER_CTE, REACHED_CTE, sep = ", "),
    "\nSELECT ", if (!is.null(by)) paste0(by, ",\n       "), "count(*) AS sessions,\n       ",
    paste(counts, collapse = ",\n       "), "\nFROM session\nLEFT JOIN reached USING (session_id)",
    "\nWHERE ", session_conditions(filters, time_zone),
    if (!is.null(by)) paste0("\nGROUP BY ", by, "\nORDER BY sessions DESC"), ";"
  )
}

strict_funnel_sql <- function(filters, time_zone) {
  steps <- FUNNEL_STEPS$column
  ctes <- vapply(seq_along(steps), function(i) {
    step_cte(steps[i], FUNNEL_STEPS$step[i], before = if (i > 1) steps[i - 1])
  }, "")
  paste0(
    "WITH ", paste(c(session_cte(filters, time_zone), ctes), collapse = ", "),
    "\nSELECT count(*) AS sessions,\n",
    paste(sprintf("       count(%s.at) AS %s", steps, steps), collapse = ",\n"),
    "\nFROM session\n", paste(sprintf("LEFT JOIN %s USING (session_id)", steps), collapse = "\n"),
    "\nWHERE ", session_conditions(filters, time_zone), ";"
  )
}

#' The first event of a step at or after the previous step, per session.
step_cte <- function(step, event_name, before) {
  after <- if (is.null(before)) {
    ""
  } else {
    gsub("<before>", before, fixed = TRUE, paste(
      "\n  JOIN <before> ON <before>.session_id = e.session_id", "AND e.happened_at >= <before>.at"
    ))
  }
  sprintf("%s AS (
  SELECT e.session_id, min(e.happened_at) AS at
  FROM settled_event e%s
  WHERE e.event_name = '%s'
  GROUP BY e.session_id
)", step, after, event_name)
}

any_order_sql <- function(filters, time_zone) {
  counts <- sprintf(
    "count(DISTINCT session_id) FILTER (WHERE event_name = '%s') AS %s",
    FUNNEL_STEPS$step, FUNNEL_STEPS$column
  )
  paste0(
    "WITH ", session_cte(filters, time_zone), "\nSELECT count(DISTINCT session_id) AS sessions,\n       ",
    paste(counts, collapse = ",\n       "),
    "\nFROM session\nJOIN (SELECT session_id, event_name FROM public.clickstream_events) AS event",
    "\n  USING (session_id)",
    "\nWHERE ", session_conditions(filters, time_zone), ";"
  )
}
