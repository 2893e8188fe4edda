#' The queries of Marketing.

#' Sessions that began in the days, by channel and campaign.
SQL_VISITS <- paste0(BOUNDS, "
SELECT channel, utm_source AS source, utm_medium AS medium, utm_campaign AS campaign,
       sum(sessions)::float8 AS sessions
FROM ", COUNTED_VISITS, "
WHERE ", MATCHING, "
GROUP BY 1, 2, 3, 4")

#' By model, the share that a session has of its order, and of its amount: in SQL, of a row of order_touches,
#' which dash.order_credits reads.
MODEL_SHARES <- list(
  first = c("(place = 1)::integer::float8", "net * (place = 1)::integer"),
  last = c("(place = touches)::integer::float8", "net * (place = touches)::integer"),
  last_non_direct = c("(place = last_known)::integer::float8", "net * (place = last_known)::integer"),
  linear = c("1::float8 / touches", "linear_net"),
  position = c("position_share", "position_net"),
  time_decay = c("time_decay_share", "time_decay_net")
)

#' A piece of SQL for each model, with its name, its share and its amount in the place of {model}, {share}
#' and {amount}.
for_each_model <- function(piece, separator = ",\n       ") {
  pieces <- vapply(names(MODEL_SHARES), function(model) {
    shares <- MODEL_SHARES[[model]]
    values <- c("{model}" = model, "{share}" = shares[1], "{amount}" = shares[2])
    Reduce(function(text, name) gsub(name, values[[name]], text, fixed = TRUE), names(values), piece)
  }, "")
  paste(pieces, collapse = separator)
}

#' Sums of credits by model, and what confidence intervals need in addition: sums of squares and the largest,
#' by order. A share of 0 is not a credit.
SUMS_OF_MODELS <- for_each_model("sum({model}) AS {model}, sum({model} ^ 2) AS {model}_2,
       sum({model}_net) AS {model}_net, sum({model}_net::float8 ^ 2) AS {model}_net_2,
       max({model}_net) FILTER (WHERE {model} > 0) AS {model}_max,
       count(*) FILTER (WHERE {model} > 0) AS {model}_n")
MODELS_AS_ROWS <- paste0("CROSS JOIN LATERAL (VALUES
  ", for_each_model(
  "('{model}', {model}, {model}_2, {model}_net, {model}_net_2, {model}_max, {model}_n)", ",\n  "
), "
) AS of (model, orders, orders_squares, net, net_squares, net_largest, n)
WHERE n > 0")
SUMS_OF_CREDITS <- "orders, orders_squares, coalesce(net, 0)::float8 AS net,
       coalesce(net_squares, 0)::float8 AS net_squares, coalesce(net_largest, 0)::float8 AS net_largest"
SUMS_BY_ORDER <- for_each_model("sum({model}) AS {model}, sum({model}_net) AS {model}_net")

#' The credits of each channel and each campaign by each model. All models are added up at once, as columns,
#' and become rows at the end: rows from the start would be six times as many. $7 the shop's currency.
SQL_CREDITS <- paste0(BOUNDS, ", touch AS MATERIALIZED (
  SELECT order_id, channel, utm_source AS source, utm_medium AS medium, utm_campaign AS campaign,
       ", for_each_model("{share} AS {model}, CASE WHEN is_own THEN {amount} END AS {model}_net"), "
  FROM (
    SELECT *, ", IN_SHOP_CURRENCY, " AS is_own
    FROM public.order_touches
    WHERE placed_at >= (SELECT since FROM bounds) AND placed_at < (SELECT until FROM bounds)
      AND ($4 = 'all' OR login_state = $4) AND ($5 = 'all' OR NOT is_bot)
      AND ($5 <> 'shoppers' OR NOT is_staff
        AND coalesce(user_id NOT IN (SELECT user_id FROM public.staff_users), true))
  ) AS chosen
)
SELECT model, channel, NULL AS source, NULL AS medium, NULL AS campaign, ", SUMS_OF_CREDITS, "
FROM (
  SELECT channel, ", SUMS_OF_MODELS, "
  FROM (SELECT order_id, channel, ", SUMS_BY_ORDER, " FROM touch GROUP BY 1, 2) AS by_order
  GROUP BY 1
) AS of_channel
", MODELS_AS_ROWS, "
UNION ALL
SELECT model, NULL, source, medium, campaign, ", SUMS_OF_CREDITS, "
FROM (
  SELECT source, medium, campaign, ", SUMS_OF_MODELS, "
  FROM (
    SELECT order_id, source, medium, campaign, ", SUMS_BY_ORDER, "
    FROM touch WHERE campaign IS NOT NULL GROUP BY 1, 2, 3, 4
  ) AS by_order
  GROUP BY 1, 2, 3
) AS of_campaign
", MODELS_AS_ROWS)

#' $1 first day, $2 last day (counted), as days of the advertising account.
SQL_COSTS <- "
SELECT channel, source, medium, campaign, currency, sum(cost)::float8 AS cost
FROM dash.campaign_costs
WHERE day >= $1::date AND day <= $2::date
GROUP BY 1, 2, 3, 4, 5"

#' One row per channel, source, medium and campaign (NA if a visit named none): sessions.
ask_visits <- function(warehouse, filters, time_zone, version, until = NULL) {
  remembered(warehouse, version, narrowed(SQL_VISITS, filters), filter_params(filters, time_zone, until))
}

#' The credits of channels and campaigns by each model: orders, net (in the shop's currency), and the sums for
#' confidence intervals.
#'
#' @return list(channels, campaigns): one row per model and channel, or per model, source, medium and campaign
ask_credits <- function(warehouse, filters, time_zone, version, currency, until = NULL) {
  rows <- remembered(
    warehouse, version, narrowed(SQL_CREDITS, filters), c(filter_params(filters, time_zone, until), currency)
  )
  sums <- setdiff(names(rows), c("channel", CAMPAIGN_KEYS))
  of_channel <- !is.na(rows$channel)
  list(channels = rows[of_channel, c("channel", sums)], campaigns = rows[!of_channel, c(CAMPAIGN_KEYS, sums)])
}

#' One row per channel, source, medium, campaign and currency: cost, in the currency's smallest unit like all
#' money here.
ask_costs <- function(warehouse, filters, time_zone, version) {
  costs <- remembered(warehouse, version, SQL_COSTS, list(format(filters$from), format(filters$to)))
  costs <- narrowed_costs(costs, filters)
  costs$cost <- costs$cost * 10^vapply(costs$currency, minor_digits, 0)
  costs
}
