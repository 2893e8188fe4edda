#' The queries of Customers.

#' The time in which a first-time buyer may order again: 60 days, in hours, since days differ in length.
REPEAT_DAYS <- 60
REPEAT_WITHIN <- sprintf("interval '%d hours'", REPEAT_DAYS * 24)

#' The weeks after a first order in the table.
LAST_WEEK <- 12

#' Orders of the days (chosen), and all orders of their buyers (history), each buyer's in the order of time:
#' `nth`, and the time of the next one. Login states choose orders of the days; traffic chooses orders of any
#' time, so that a bot's order is nobody's first. $7 the shop's currency. The days are written out instead of
#' BOUNDS: from a subquery PostgreSQL cannot estimate how many orders there are, and it would read all orders
#' for a week, and look up the buyers of a year one by one.
BUYERS <- paste0("
WITH chosen AS MATERIALIZED (
  SELECT order_id, user_id, client_id, buyer, coalesce(currency, $7) = $7 AS is_own, net
  FROM dash.buyer_orders
  WHERE placed_at >= ($1::date)::timestamp AT TIME ZONE $3
    AND placed_at < LEAST(($2::date + 1)::timestamp AT TIME ZONE $3, $6::timestamptz)
    AND ($4 = 'all' OR login_state = $4) AND ($5 = 'all' OR NOT is_bot)
    AND ($5 <> 'shoppers' OR NOT is_staff)
), who AS MATERIALIZED (
  SELECT DISTINCT buyer, user_id, CASE WHEN user_id IS NULL THEN client_id END AS client_id
  FROM chosen
  WHERE buyer IS NOT NULL
), history AS MATERIALIZED (
  SELECT buyer, order_id, placed_at, is_own, net,
         row_number() OVER in_time AS nth, lead(placed_at) OVER in_time AS next_at
  FROM (
    SELECT who.buyer, o.order_id, o.placed_at, coalesce(o.currency, $7) = $7 AS is_own, o.net,
           o.is_bot, o.is_staff
    FROM who
    JOIN dash.buyer_orders o ON o.user_id = who.user_id
    UNION ALL
    SELECT who.buyer, o.order_id, o.placed_at, coalesce(o.currency, $7) = $7, o.net, o.is_bot, o.is_staff
    FROM who
    JOIN dash.buyer_orders o ON o.client_id = who.client_id AND o.user_id IS NULL
  ) AS placed
  WHERE ($5 = 'all' OR NOT is_bot) AND ($5 <> 'shoppers' OR NOT is_staff)
  WINDOW in_time AS (PARTITION BY buyer ORDER BY placed_at, order_id)
), newcomer AS (
  SELECT history.buyer, placed_at AS first_at, next_at
  FROM history
  JOIN chosen USING (order_id)
  WHERE nth = 1
)")

#' First-time buyers whose time to order again is over, and those of them who did.
DECIDED <- paste0(
  "first_at <= coalesce((SELECT data_until FROM dash.freshness), now()) - ", REPEAT_WITHIN
)
CAME_BACK <- paste0("next_at < first_at + ", REPEAT_WITHIN)

SQL_BUYERS <- paste0(BUYERS, "
SELECT sums.*, came.*
FROM (
  SELECT count(*)::float8 AS orders, count(DISTINCT chosen.buyer)::float8 AS buyers,
         count(*) FILTER (WHERE nth = 1)::float8 AS new,
         count(DISTINCT chosen.buyer) FILTER (WHERE nth > 1)::float8 AS returning,
         coalesce(sum(chosen.net) FILTER (WHERE nth = 1 AND chosen.is_own), 0)::float8 AS new_net,
         coalesce(sum(chosen.net) FILTER (WHERE nth > 1 AND chosen.is_own), 0)::float8 AS returning_net,
         count(*) FILTER (WHERE chosen.buyer IS NULL)::float8 AS unknown,
         coalesce(sum(chosen.net) FILTER (WHERE chosen.buyer IS NULL AND chosen.is_own), 0)::float8
           AS unknown_net
  FROM chosen
  LEFT JOIN history USING (order_id)
) AS sums
CROSS JOIN (
  SELECT count(*) FILTER (WHERE is_decided)::float8 AS decided,
         count(*) FILTER (WHERE is_decided AND came_back)::float8 AS repeated,
         count(*) FILTER (WHERE NOT is_decided)::float8 AS pending,
         count(*) FILTER (WHERE NOT is_decided AND next_at IS NOT NULL)::float8 AS pending_repeated,
         count(next_at)::float8 AS again,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM next_at - first_at)::float8 / 86400)
           FILTER (WHERE next_at IS NOT NULL) AS median_days
  FROM (SELECT first_at, next_at, ", DECIDED, " AS is_decided, ", CAME_BACK, " AS came_back
        FROM newcomer) AS judged
) AS came")

SQL_BUYERS_BEFORE <- paste0(BUYERS, "
SELECT count(*)::float8 AS decided, count(*) FILTER (WHERE ", CAME_BACK, ")::float8 AS repeated
FROM newcomer
WHERE ", DECIDED)

#' First-time buyers of the days by the week of their first order, and their orders by weeks after it. Every
#' cohort has a row for week 0.
SQL_COHORTS <- paste0(BUYERS, "
SELECT to_char(cohort, 'YYYY-MM-DD') AS cohort, week,
       (sum(newcomers) OVER (PARTITION BY cohort))::float8 AS buyers,
       again::float8 AS again, net::float8 AS net
FROM (
  SELECT cohort, (date_trunc('week', placed_at AT TIME ZONE $3)::date - cohort) / 7 AS week,
         count(*) FILTER (WHERE nth = 1) AS newcomers,
         count(DISTINCT buyer) FILTER (WHERE nth > 1) AS again,
         coalesce(sum(net) FILTER (WHERE is_own), 0) AS net
  FROM (SELECT buyer, date_trunc('week', first_at AT TIME ZONE $3)::date AS cohort FROM newcomer) AS begun
  JOIN history USING (buyer)
  GROUP BY 1, 2
) AS counted
WHERE week <= ", LAST_WEEK, "
ORDER BY cohort, week")

#' One row: orders, buyers, new, returning (those with an order after their first; a buyer may be both),
#' new_net (of first orders), returning_net, unknown (orders without a buyer), unknown_net; of new buyers:
#' decided, repeated, pending, pending_repeated, again (those with a second order), median_days (median).
ask_buyers <- function(warehouse, filters, time_zone, version, currency) {
  remembered(
    warehouse, version, narrowed(SQL_BUYERS, filters), c(filter_params(filters, time_zone), currency)
  )
}

#' First-time buyers of the previous period: one row with decided, repeated.
ask_buyers_before <- function(warehouse, filters, time_zone, version, currency) {
  params <- c(filter_params(previous_filters(filters), time_zone), currency)
  remembered(warehouse, version, narrowed(SQL_BUYERS_BEFORE, filters), params)
}

#' One row per cohort and week with an order: cohort (its Monday, "YYYY-MM-DD"), week (0 to LAST_WEEK),
#' buyers (of the cohort), again (buyers with a further order in that week), net.
ask_cohorts <- function(warehouse, filters, time_zone, version, currency) {
  remembered(
    warehouse, version, narrowed(SQL_COHORTS, filters), c(filter_params(filters, time_zone), currency)
  )
}
