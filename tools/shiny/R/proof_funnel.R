#' How the Funnel is counted.

funnel_proof <- function(filters, time_zone) {
  proof_panel("funnel", list(
    WORDS_SESSIONS,
    paste(
      "A session reaches a step only if it also reached the steps before, in this order of time: product",
      "view, add to cart, start of checkout, completed checkout. An order without a product view in the same",
      "session is not in this funnel; the Overview counts it."
    ),
    WORDS_BOTS
  ), c(
    list(list(id = "steps", title = "Sessions at each step", sql = funnel_sql(filters, time_zone))),
    lapply(names(BREAKDOWNS), function(name) {
      by <- BREAKDOWNS[[name]]
      list(id = by, title = paste("By", tolower(name)), sql = funnel_sql(filters, time_zone, by))
    })
  ))
}

#' @param by a column of `session` to group by, or NULL for one row
funnel_sql <- function(filters, time_zone, by = NULL) {
  steps <- FUNNEL_STEPS$column
  ctes <- vapply(seq_along(steps), function(i) {
    step_cte(steps[i], FUNNEL_STEPS$step[i], before = if (i > 1) steps[i - 1])
  }, "")
  paste0(
    "WITH ", paste(c(SESSION_CTE, ctes), collapse = ", "),
    "\nSELECT ", if (!is.null(by)) paste0(by, ",\n       "), "count(*) AS sessions,\n",
    paste(sprintf("       count(%s.at) AS %s", steps, steps), collapse = ",\n"),
    "\nFROM session\n", paste(sprintf("LEFT JOIN %s USING (session_id)", steps), collapse = "\n"),
    "\nWHERE ", session_conditions(filters, time_zone),
    if (!is.null(by)) paste0("\nGROUP BY ", by, "\nORDER BY sessions DESC"), ";"
  )
}

#' The first event of a step at or after the step before it, per session.
step_cte <- function(step, event_name, before) {
  after <- if (is.null(before)) {
    ""
  } else {
    gsub("<before>", before, fixed = TRUE, paste(
      "\n  JOIN <before> ON <before>.session_id = e.session_id", "AND e.event_timestamp >= <before>.at"
    ))
  }
  sprintf("%s AS (
  SELECT e.session_id, min(e.event_timestamp) AS at
  FROM public.clickstream_events e%s
  WHERE e.event_name = '%s'
  GROUP BY e.session_id
)", step, after, event_name)
}
