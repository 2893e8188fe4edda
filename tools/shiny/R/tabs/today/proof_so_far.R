#' Statements for the day in progress: each day until the same hour, the same weekday only.

#' @param so_far result of today_so_far()
so_far_proofs <- function(so_far, days, time_zone, currency) {
  day <- so_far$rows$day[1]
  span <- modifyList(days, list(from = day - 7 * WEEKS_BEFORE, to = day))
  list(
    list(
      id = "so-far-sessions", title = "Today so far: sessions",
      sql = so_far_sessions_sql(span, so_far$hour, time_zone)
    ),
    list(
      id = "so-far-orders", title = "Today so far: orders and net revenue",
      sql = so_far_orders_sql(span, so_far$hour, time_zone, currency)
    )
  )
}

#' @param span filters from the first of the days to the day in progress
so_far_sessions_sql <- function(span, hour, time_zone) {
  paste0(
    "WITH ", session_cte(span, time_zone), "\nSELECT ", local_day("started_at", time_zone, "day"),
    " AS day, count(*) AS sessions\nFROM session\nWHERE ", session_conditions(span, time_zone),
    until_hour("started_at", span$to, hour, time_zone), "\nGROUP BY 1\nORDER BY 1;"
  )
}

so_far_orders_sql <- function(span, hour, time_zone, currency) {
  paste0(
    "WITH ", visit_cte(span, time_zone), ORDER_CTE, ", ", REFUND_CTE,
    "\nSELECT ", local_day("placed_at", time_zone, "day"), " AS day, count(*) AS orders,
       sum(greatest(gross - coalesce(refunded, 0), 0)) AS net
FROM ordered
LEFT JOIN given_back USING (order_key)
WHERE ", in_shop_currency(currency), "\n  AND ", order_conditions(span, time_zone),
    until_hour("placed_at", span$to, hour, time_zone), "\nGROUP BY 1\nORDER BY 1;"
  )
}

#' The same weekday as a day, before an hour on the shop's clock.
until_hour <- function(moment, day, hour, time_zone) {
  sprintf(
    "\n  AND extract(isodow FROM %s AT TIME ZONE '%s') = %d\n  AND %s < %d", moment, time_zone,
    weekday_of(day), local_hour(moment, time_zone), hour
  )
}
