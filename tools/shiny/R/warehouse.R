#' Every question the dashboard asks, in SQL over the views of schema `dash` (see libs/dw-models). All sums
#' are made by PostgreSQL: no event row ever reaches R. Days and hours are the shop's, from its time zone,
#' which lies a whole number of hours from UTC because the roll-ups are by the hour.

SQL_FRESHNESS <- "
SELECT extract(epoch FROM data_until)::float8 AS data_until,
       extract(epoch FROM last_load_at)::float8 AS last_load_at,
       events::float8 AS events, quarantined::float8 AS quarantined
FROM dash.freshness"

SQL_FIRST_DAY <- "
SELECT to_char(min(hour) AT TIME ZONE $1, 'YYYY-MM-DD') AS first_day FROM dash.activity_hourly"

#' $7 the shop's currency.
SQL_DAYS <- paste0(BOUNDS, ",
begun AS (
  SELECT (hour AT TIME ZONE $3)::date AS day, sum(sessions) AS sessions,
         sum(ordering_sessions) AS ordering_sessions
  FROM dash.sessions_hourly
  WHERE ", MATCHING, "
  GROUP BY 1
), seen AS (
  SELECT (hour AT TIME ZONE $3)::date AS day, sum(events) AS page_views
  FROM dash.activity_hourly
  WHERE event_name = 'page_view' AND ", MATCHING, "
  GROUP BY 1
), placed AS (
  SELECT (placed_at AT TIME ZONE $3)::date AS day, count(*) AS orders,
         sum(gross) FILTER (WHERE ", IN_SHOP_CURRENCY, ") AS revenue,
         sum(refunded) FILTER (WHERE ", IN_SHOP_CURRENCY, ") AS refunded,
         sum(net) FILTER (WHERE ", IN_SHOP_CURRENCY, ") AS net,
         sum(gross ^ 2) FILTER (WHERE ", IN_SHOP_CURRENCY, ") AS gross_squares,
         sum(net ^ 2) FILTER (WHERE ", IN_SHOP_CURRENCY, ") AS net_squares
  FROM dash.orders
  WHERE ", MATCHING_ORDERS, "
  GROUP BY 1
)
SELECT to_char(day, 'YYYY-MM-DD') AS day,
       coalesce(sessions, 0)::float8 AS sessions, coalesce(ordering_sessions, 0)::float8 AS ordering_sessions,
       coalesce(page_views, 0)::float8 AS page_views, coalesce(orders, 0)::float8 AS orders,
       coalesce(revenue, 0)::float8 AS revenue, coalesce(refunded, 0)::float8 AS refunded,
       coalesce(net, 0)::float8 AS net, coalesce(gross_squares, 0)::float8 AS gross_squares,
       coalesce(net_squares, 0)::float8 AS net_squares
FROM (SELECT generate_series($1::date, $2::date, interval '1 day')::date AS day) AS days
LEFT JOIN begun USING (day) LEFT JOIN seen USING (day) LEFT JOIN placed USING (day)
ORDER BY day")

#' $7 'day' or 'week'. The row without a day is the whole period.
SQL_VISITORS <- paste0(BOUNDS, "
SELECT to_char(date_trunc($7, hour AT TIME ZONE $3), 'YYYY-MM-DD') AS day,
       count(DISTINCT client_id)::float8 AS visitors
FROM dash.session_visitors
WHERE ", MATCHING, "
GROUP BY GROUPING SETS ((), (date_trunc($7, hour AT TIME ZONE $3)))")

SQL_FUNNEL <- paste0(BOUNDS, "
SELECT login_state, device, channel, sum(sessions)::float8 AS sessions, sum(viewed)::float8 AS viewed,
       sum(carted)::float8 AS carted, sum(checked_out)::float8 AS checked_out, sum(ordered)::float8 AS ordered
FROM dash.sessions_hourly
WHERE ", MATCHING, "
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3")

#' Events of the steps of the funnel, by name: a step that no event tells is implied by the next.
SQL_STEPS_TOLD <- paste0(BOUNDS, "
SELECT event_name, sum(events)::float8 AS events
FROM dash.activity_hourly
WHERE event_name IN ('product_view', 'add_to_cart_click', 'checkout_start', 'checkout_step')
    AND ", MATCHING, "
GROUP BY 1
ORDER BY 1")

#' $7 the shop's currency.
SQL_PRODUCTS <- paste0(BOUNDS, "
SELECT product_id, max(product_name) AS name, max(category) AS category, max(brand) AS brand,
       sum(views)::float8 AS views, sum(add_to_carts)::float8 AS add_to_carts,
       sum(units_ordered)::float8 AS units,
       coalesce(sum(revenue) FILTER (WHERE ", IN_SHOP_CURRENCY, "), 0)::float8 AS revenue
FROM dash.products_hourly
WHERE ", MATCHING, "
GROUP BY 1
ORDER BY 1")

LOCAL_HOUR <- "
SELECT to_char(hour AT TIME ZONE $3, 'YYYY-MM-DD') AS day,
       extract(hour FROM hour AT TIME ZONE $3)::float8 AS hour, "

SQL_ACTIVITY_HOURS <- paste0(BOUNDS, LOCAL_HOUR, "sum(events)::float8 AS n
FROM dash.activity_hourly
WHERE event_name = $7 AND ", MATCHING, "
GROUP BY 1, 2
ORDER BY 1, 2")

SQL_ORDER_HOURS <- paste0(BOUNDS, gsub("hour AT", "placed_at AT", LOCAL_HOUR, fixed = TRUE),
  "count(*)::float8 AS n
FROM dash.orders
WHERE ", MATCHING_ORDERS, "
GROUP BY 1, 2
ORDER BY 1, 2")

SQL_SESSION_HOURS <- paste0(BOUNDS, LOCAL_HOUR, "sum(sessions)::float8 AS n
FROM dash.sessions_hourly
WHERE ", MATCHING, "
GROUP BY 1, 2
ORDER BY 1, 2")

#' How fresh the warehouse is: list(data_until, last_load_at (POSIXct or NA), events, quarantined, version).
#' `version` changes with new data, and is part of the key under which answers are remembered.
ask_freshness <- function(warehouse) {
  row <- warehouse$ask(SQL_FRESHNESS)
  moment <- function(seconds) as.POSIXct(seconds, origin = "1970-01-01", tz = "UTC")
  list(
    data_until = moment(row$data_until[1]), last_load_at = moment(row$last_load_at[1]),
    events = row$events[1], quarantined = row$quarantined[1],
    version = paste(row$data_until[1], row$events[1], row$quarantined[1])
  )
}

#' The shop's first day with data, NA while the warehouse is empty.
ask_first_day <- function(warehouse, time_zone, version) {
  parse_day(remembered(warehouse, version, SQL_FIRST_DAY, list(time_zone))$first_day)
}

#' One row a day, days without traffic included: day, sessions, ordering_sessions, page_views, orders,
#' revenue, refunded, net (these three in the shop's currency), gross_squares and net_squares (sums of the
#' squares of orders), visitors; the attribute `visitors` is their number over all days together. Where lines
#' are drawn by the week, a week's visitors stand on its first row: those of its days cannot be added up.
#'
#' @param until a POSIXct at which to stop, or NULL for the end of the last day
ask_days <- function(warehouse, filters, time_zone, version, currency, until = NULL) {
  params <- filter_params(filters, time_zone, until)
  bucket <- bucket_of(filters)
  days <- remembered(warehouse, version, SQL_DAYS, c(params, currency))
  visitors <- remembered(warehouse, version, SQL_VISITORS, c(params, bucket))
  days$day <- as.Date(days$day)
  start <- bucket_start(days$day, bucket)
  counted <- visitors$visitors[match(format(start), visitors$day)]
  days$visitors <- ifelse(is.na(counted) | duplicated(start), 0, counted)
  structure(days, visitors = visitors$visitors[is.na(visitors$day)])
}

#' Sessions at each step, one row per login state, device and channel.
ask_funnel <- function(warehouse, filters, time_zone, version) {
  remembered(warehouse, version, SQL_FUNNEL, filter_params(filters, time_zone))
}

#' The steps of FUNNEL_STEPS that events tell of, orders apart: those of the others are implied.
ask_steps_told <- function(warehouse, filters, time_zone, version) {
  told <- remembered(warehouse, version, SQL_STEPS_TOLD, filter_params(filters, time_zone))
  unique(sub("checkout_step", "checkout_start", told$event_name[told$events > 0], fixed = TRUE))
}

#' One row a product: product_id, name, category, brand, views, add_to_carts, units, revenue (in the shop's
#' currency).
ask_products <- function(warehouse, filters, time_zone, version, currency) {
  remembered(warehouse, version, SQL_PRODUCTS, c(filter_params(filters, time_zone), currency))
}

#' Day, hour (0 to 23) and n, for the hours in which something happened.
#' @param metric "page_views", "sessions" or "orders"
ask_hours <- function(warehouse, filters, time_zone, version, metric) {
  params <- filter_params(filters, time_zone)
  hours <- switch(metric,
    sessions = remembered(warehouse, version, SQL_SESSION_HOURS, params),
    page_views = remembered(warehouse, version, SQL_ACTIVITY_HOURS, c(params, "page_view")),
    orders = remembered(warehouse, version, SQL_ORDER_HOURS, params)
  )
  hours$day <- as.Date(hours$day)
  hours
}
