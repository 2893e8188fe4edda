#' The queries of Time.

LOCAL_HOUR <- "
SELECT to_char(hour AT TIME ZONE $3, 'YYYY-MM-DD') AS day,
       extract(hour FROM hour AT TIME ZONE $3)::float8 AS hour, "

#' Rows are added up by hour before it is written as text, which takes longer than all the rest.
SQL_ACTIVITY_HOURS <- paste0(BOUNDS, LOCAL_HOUR, "sum(n)::float8 AS n
FROM (
  SELECT hour, sum(events) AS n
  FROM dash.activity_hourly
  WHERE event_name = $7 AND ", MATCHING, "
  GROUP BY hour
) AS by_hour
GROUP BY 1, 2
ORDER BY 1, 2")

SQL_ORDER_HOURS <- paste0(BOUNDS, gsub("hour AT", "placed_at AT", LOCAL_HOUR, fixed = TRUE),
  "count(*)::float8 AS n
FROM dash.orders
WHERE ", MATCHING_ORDERS, "
GROUP BY 1, 2
ORDER BY 1, 2")

SQL_SESSION_HOURS <- paste0(BOUNDS, LOCAL_HOUR, "sum(n)::float8 AS n
FROM (
  SELECT hour, sum(sessions) AS n
  FROM ", COUNTED_VISITS, "
  WHERE ", MATCHING, "
  GROUP BY hour
) AS by_hour
GROUP BY 1, 2
ORDER BY 1, 2")

#' Day, hour (0 to 23) and n, for the hours with events.
#' @param metric "page_views", "sessions" or "orders"
ask_hours <- function(warehouse, filters, time_zone, version, metric, until = NULL) {
  params <- filter_params(filters, time_zone, until)
  hours <- switch(metric,
    sessions = remembered(warehouse, version, narrowed(SQL_SESSION_HOURS, filters), params),
    page_views = remembered(
      warehouse, version, narrowed(SQL_ACTIVITY_HOURS, filters), c(params, "page_view")
    ),
    orders = remembered(warehouse, version, narrowed(SQL_ORDER_HOURS, filters), params)
  )
  hours$day <- as.Date(hours$day)
  hours
}
