#' The query of Actions. All other counts are those of the tabs that the actions lead to.

#' Orders in the shop's currency, $7, and what is needed for the interval of their mean.
SQL_ORDER_WORTH <- paste0(BOUNDS, "
SELECT count(*)::float8 AS orders, coalesce(sum(net), 0)::float8 AS net,
       coalesce(sum(net::float8 ^ 2), 0)::float8 AS squares, coalesce(max(net), 0)::float8 AS largest,
       coalesce(sum(gross), 0)::float8 AS gross
FROM dash.orders
WHERE ", IN_SHOP_CURRENCY, " AND ", MATCHING_ORDERS)

#' One row: orders in the shop's currency, net, squares (sum of the squares of net), largest, gross.
ask_order_worth <- function(warehouse, filters, time_zone, version, currency) {
  remembered(
    warehouse, version, narrowed(SQL_ORDER_WORTH, filters), c(filter_params(filters, time_zone), currency)
  )
}
