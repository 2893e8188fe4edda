#' Orders in other currencies, and refunds. Amounts in other currencies are never added to the shop's.

#' Orders in currencies other than the shop's, $7, one row per currency.
SQL_OTHER_ORDERS <- paste0(BOUNDS, "
SELECT currency, count(*)::float8 AS orders, sum(gross)::float8 AS revenue, sum(net)::float8 AS net
FROM dash.orders
WHERE NOT ", IN_SHOP_CURRENCY, " AND ", MATCHING_ORDERS, "
GROUP BY 1
ORDER BY 1")

#' Each refund that was made in the days, by its hour. The list of orders lets PostgreSQL read their refunds
#' alone: how many an order has depends on all of them.
REFUNDS_MADE <- paste0("(
  SELECT r.refunded_at AS hour, r.login_state, r.currency, r.is_bot, r.is_staff, 1 AS refunds,
         r.amount AS refunded, r.order_id
  FROM dash.refunds r
  WHERE r.order_id = ANY (ARRAY(
      SELECT told.order_id FROM public.refunds told
      WHERE told.refunded_at >= ", SINCE, " AND told.refunded_at < ", UNTIL, "
    ))
) AS made")

#' Refunds by the day on which they were made, whatever the day of their order, one row per currency.
SQL_REFUNDS <- paste0(BOUNDS, "
SELECT coalesce(currency, $7) AS currency, sum(refunds)::float8 AS refunds, sum(refunded)::float8 AS refunded
FROM ", REFUNDS_MADE, "
WHERE ", MATCHING, "
GROUP BY 1
ORDER BY 1")

#' @return a data frame: currency, orders, revenue, net; empty if all orders are in the shop's currency
ask_other_orders <- function(warehouse, filters, time_zone, version, currency) {
  remembered(
    warehouse, version, narrowed(SQL_OTHER_ORDERS, filters), c(filter_params(filters, time_zone), currency)
  )
}

#' @return a data frame: currency, refunds, refunded
ask_refunds <- function(warehouse, filters, time_zone, version, currency) {
  remembered(
    warehouse, version, narrowed(SQL_REFUNDS, filters), c(filter_params(filters, time_zone), currency)
  )
}
