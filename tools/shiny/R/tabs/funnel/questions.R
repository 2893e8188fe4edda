#' The queries of the Funnel.

SQL_FUNNEL <- paste0(BOUNDS, "
SELECT login_state, device, channel, sum(sessions)::float8 AS sessions, sum(viewed)::float8 AS viewed,
       sum(carted)::float8 AS carted, sum(checked_out)::float8 AS checked_out, sum(ordered)::float8 AS ordered
FROM ", SESSION_STEPS, "
WHERE ", MATCHING, "
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3")

#' Events of the steps of the funnel, by name: a step without events is implied by the next one.
SQL_REPORTED_STEPS <- paste0(BOUNDS, "
SELECT event_name, sum(events)::float8 AS events
FROM dash.activity_hourly
WHERE event_name IN ('product_view', 'add_to_cart_click', 'checkout_start', 'checkout_step')
    AND ", MATCHING, "
GROUP BY 1
ORDER BY 1")

#' Sessions at each step, one row per login state, device and channel.
ask_funnel <- function(warehouse, filters, time_zone, version, until = NULL) {
  remembered(warehouse, version, narrowed(SQL_FUNNEL, filters), filter_params(filters, time_zone, until))
}

#' The steps of FUNNEL_STEPS with events, except orders. The other steps are implied.
ask_reported_steps <- function(warehouse, filters, time_zone, version) {
  reported <- remembered(warehouse, version, SQL_REPORTED_STEPS, filter_params(filters, time_zone))
  unique(sub("checkout_step", "checkout_start", reported$event_name[reported$events > 0], fixed = TRUE))
}
