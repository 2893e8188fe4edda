#' The queries of Marketing.

#' Sessions that began in the days, by channel and campaign.
SQL_VISITS <- paste0(BOUNDS, "
SELECT channel, utm_source AS source, utm_medium AS medium, utm_campaign AS campaign,
       count(*)::float8 AS sessions
FROM (
  SELECT started_hour AS hour, login_state, is_bot, channel, utm_source, utm_medium, utm_campaign,
         is_staff OR coalesce(user_id IN (SELECT user_id FROM public.staff_users), false) AS is_staff
  FROM dash.sessions
) AS begun
WHERE ", MATCHING, "
GROUP BY 1, 2, 3, 4")

#' Sums of credits, and what confidence intervals need in addition: sums of squares and the largest, by order.
SUMS_OF_CREDITS <- "sum(orders)::float8 AS orders, sum(orders ^ 2)::float8 AS orders_squares,
       coalesce(sum(net), 0)::float8 AS net, coalesce(sum(net ^ 2), 0)::float8 AS net_squares,
       coalesce(max(net), 0)::float8 AS net_largest"

#' The credits of each channel and each campaign by each model: both are computed from the same credits of the
#' days. $7 the shop's currency.
SQL_CREDITS <- paste0(BOUNDS, ", credit AS MATERIALIZED (
  SELECT model, order_id, channel, utm_source AS source, utm_medium AS medium, utm_campaign AS campaign,
         sum(orders) AS orders, sum(net) FILTER (WHERE ", IN_SHOP_CURRENCY, ") AS net
  FROM dash.order_credits
  WHERE ", MATCHING_ORDERS, "
  GROUP BY 1, 2, 3, 4, 5, 6
)
SELECT model, channel, NULL AS source, NULL AS medium, NULL AS campaign, ", SUMS_OF_CREDITS, "
FROM (
  SELECT model, order_id, channel, sum(orders) AS orders, sum(net) AS net
  FROM credit GROUP BY 1, 2, 3
) AS of_channel
GROUP BY 1, 2
UNION ALL
SELECT model, NULL, source, medium, campaign, ", SUMS_OF_CREDITS, "
FROM (
  SELECT model, order_id, source, medium, campaign, sum(orders) AS orders, sum(net) AS net
  FROM credit WHERE campaign IS NOT NULL GROUP BY 1, 2, 3, 4, 5
) AS of_campaign
GROUP BY 1, 3, 4, 5")

#' $1 first day, $2 last day (counted), as days of the advertising account.
SQL_COSTS <- "
SELECT channel, source, medium, campaign, currency, sum(cost)::float8 AS cost
FROM dash.campaign_costs
WHERE day >= $1::date AND day <= $2::date
GROUP BY 1, 2, 3, 4, 5"

#' One row per channel, source, medium and campaign (NA if a visit named none): sessions.
ask_visits <- function(warehouse, filters, time_zone, version, until = NULL) {
  remembered(warehouse, version, SQL_VISITS, filter_params(filters, time_zone, until))
}

#' The credits of channels and campaigns by each model: orders, net (in the shop's currency), and the sums for
#' confidence intervals.
#'
#' @return list(channels, campaigns): one row per model and channel, or per model, source, medium and campaign
ask_credits <- function(warehouse, filters, time_zone, version, currency, until = NULL) {
  rows <- remembered(warehouse, version, SQL_CREDITS, c(filter_params(filters, time_zone, until), currency))
  sums <- setdiff(names(rows), c("channel", CAMPAIGN_KEYS))
  of_channel <- !is.na(rows$channel)
  list(channels = rows[of_channel, c("channel", sums)], campaigns = rows[!of_channel, c(CAMPAIGN_KEYS, sums)])
}

#' One row per channel, source, medium, campaign and currency: cost, in the currency's smallest unit like all
#' money here.
ask_costs <- function(warehouse, filters, time_zone, version) {
  costs <- remembered(warehouse, version, SQL_COSTS, list(format(filters$from), format(filters$to)))
  costs$cost <- costs$cost * 10^vapply(costs$currency, minor_digits, 0)
  costs
}
