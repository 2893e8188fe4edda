#' The queries of the Overview.

#' What was refunded of the orders of the days, as dash.orders has it for all orders: a list of orders lets
#' PostgreSQL read the refunds of these alone.
REFUNDED <- paste0("given_back AS (
  SELECT r.order_id, sum(r.amount) AS refunded
  FROM dash.refunds r
  JOIN public.orders o USING (order_id)
  WHERE r.order_id = ANY (ARRAY(
      SELECT told.order_id FROM public.refunds told JOIN public.orders placed USING (order_id)
      WHERE placed.placed_at >= ", SINCE, " AND placed.placed_at < ", UNTIL, "
    )) AND r.currency IS NOT DISTINCT FROM o.currency
  GROUP BY 1
)")

#' Sums by point of a line: a day, or an hour of one day. $7 the shop's currency.
#'
#' @param point_of an SQL expression with %s for a moment
#' @param points an SQL expression for all points, including those without traffic
points_sql <- function(point_of, points) {
  point <- function(moment) sprintf(point_of, moment)
  paste0(BOUNDS, ",
begun AS (
  SELECT ", point("hour"), " AS day, sum(sessions) AS sessions, sum(ordering) AS ordering_sessions
  FROM (
    SELECT hour, sum(sessions) AS sessions
    FROM ", COUNTED_VISITS, "
    WHERE ", MATCHING, "
    GROUP BY hour
  ) AS by_hour
  LEFT JOIN (
    SELECT hour, count(*) AS ordering
    FROM (
      SELECT s.started_hour AS hour, s.login_state, s.is_bot, ", staff_of("s"), " AS is_staff
      FROM ", DEPENDING_SESSIONS, "
      WHERE s.orders > 0
    ) AS visits
    WHERE ", MATCHING, "
    GROUP BY hour
  ) AS bought USING (hour)
  GROUP BY 1
), seen AS (
  SELECT ", point("hour"), " AS day, sum(events) AS page_views
  FROM dash.activity_hourly
  WHERE event_name = 'page_view' AND ", MATCHING, "
  GROUP BY 1
), ", REFUNDED, ", placed AS (
  SELECT ", point("placed_at"), " AS day, count(*) AS orders,
         sum(gross) FILTER (WHERE ", IN_SHOP_CURRENCY, ") AS revenue,
         sum(coalesce(given_back.refunded, 0)) FILTER (WHERE ", IN_SHOP_CURRENCY, ") AS refunded,
         sum(net) FILTER (WHERE ", IN_SHOP_CURRENCY, ") AS net,
         sum(gross ^ 2) FILTER (WHERE ", IN_SHOP_CURRENCY, ") AS gross_squares,
         sum(net ^ 2) FILTER (WHERE ", IN_SHOP_CURRENCY, ") AS net_squares
  FROM ", PLACED_ORDERS, "
  LEFT JOIN given_back USING (order_id)
  WHERE ", MATCHING_ORDERS, "
  GROUP BY 1
)
SELECT day::text AS day,
       coalesce(sessions, 0)::float8 AS sessions, coalesce(ordering_sessions, 0)::float8 AS ordering_sessions,
       coalesce(page_views, 0)::float8 AS page_views, coalesce(orders, 0)::float8 AS orders,
       coalesce(revenue, 0)::float8 AS revenue, coalesce(refunded, 0)::float8 AS refunded,
       coalesce(net, 0)::float8 AS net, coalesce(gross_squares, 0)::float8 AS gross_squares,
       coalesce(net_squares, 0)::float8 AS net_squares
FROM (SELECT ", points, " AS day) AS points
LEFT JOIN begun USING (day) LEFT JOIN seen USING (day) LEFT JOIN placed USING (day)
ORDER BY points.day")
}

SQL_DAYS <- points_sql(
  "(%s AT TIME ZONE $3)::date", "generate_series($1::date, $2::date, interval '1 day')::date"
)
SQL_HOURS <- points_sql("extract(hour FROM %s AT TIME ZONE $3)::integer", "generate_series(0, 23)")

#' $7 'hour' (of one day), 'day' or 'week'. The row without a day is the whole period.
SQL_VISITORS <- paste0(BOUNDS, ", point AS MATERIALIZED (
  SELECT hour, date_trunc($7, hour AT TIME ZONE $3) AS at
  FROM generate_series(", SINCE, ", ", UNTIL, ", interval '1 hour') AS hour
), counted AS (
  SELECT at, sum(of_browsers) AS visits
  FROM ", COUNTED_VISITS, "
  JOIN point USING (hour)
  WHERE ", MATCHING, "
  GROUP BY GROUPING SETS ((), (at))
), repeating AS (
  SELECT at, sum(sessions) AS visits, count(DISTINCT client_id) AS visitors
  FROM ", REPEATED_VISITS, "
  JOIN point USING (hour)
  WHERE ", MATCHING, "
  GROUP BY GROUPING SETS ((), (at))
)
SELECT to_char(counted.at, CASE $7 WHEN 'hour' THEN 'FMHH24' ELSE 'YYYY-MM-DD' END) AS day,
       (coalesce(counted.visits, 0) - coalesce(repeating.visits, 0)
         + coalesce(visitors, 0))::float8 AS visitors
FROM counted
LEFT JOIN repeating ON repeating.at IS NOT DISTINCT FROM counted.at")

#' One row per day, including days without traffic: day, sessions, ordering_sessions, page_views, orders,
#' revenue, refunded, net (these three in the shop's currency), gross_squares and net_squares (sums of the
#' squares of orders), visitors; the attribute `visitors` is their number over all days together. For lines by
#' week, the first row of a week has its visitors: those of its days cannot be added up.
#'
#' @param until a POSIXct at which to stop, or NULL for the end of the last day
ask_days <- function(warehouse, filters, time_zone, version, currency, until = NULL) {
  params <- filter_params(filters, time_zone, until)
  bucket <- bucket_of(filters)
  days <- remembered(warehouse, version, narrowed(SQL_DAYS, filters), c(params, currency))
  visitors <- remembered(warehouse, version, narrowed(SQL_VISITORS, filters), c(params, bucket))
  days$day <- as.Date(days$day)
  start <- bucket_start(days$day, bucket)
  counted <- visitors$visitors[match(format(start), visitors$day)]
  days$visitors <- ifelse(is.na(counted) | duplicated(start), 0, counted)
  structure(days, visitors = visitors$visitors[is.na(visitors$day)])
}

#' The same columns for one day by hour: 24 rows, whose `day` is the hour on the shop's clock, 0 to 23.
ask_day_by_hour <- function(warehouse, filters, time_zone, version, currency, until = NULL) {
  params <- filter_params(filters, time_zone, until)
  hours <- remembered(warehouse, version, narrowed(SQL_HOURS, filters), c(params, currency))
  visitors <- remembered(warehouse, version, narrowed(SQL_VISITORS, filters), c(params, "hour"))
  counted <- visitors$visitors[match(hours$day, visitors$day)]
  hours$visitors <- ifelse(is.na(counted), 0, counted)
  hours$day <- as.integer(hours$day)
  hours
}
