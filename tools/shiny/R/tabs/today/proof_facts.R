#' Statements of Today over views: campaigns are kept with the session, categories with the lines of an order.

STAFF_OF_SESSION <- paste0(
  "is_staff OR coalesce(user_id IN (SELECT user_id FROM public.staff_users), false) AS is_staff"
)

campaign_sessions_compared_sql <- function(days, compared, time_zone) {
  paste0(
    "SELECT coalesce(utm_campaign, '') AS campaign,\n       ",
    in_both(list(sessions = "1"), "started_at", days, compared, time_zone), "
FROM (
  SELECT utm_campaign, channel, device, is_first_visit, started_at, login_state, is_bot,
         ", STAFF_OF_SESSION, "
  FROM public.sessions
) AS begun
WHERE ", session_conditions(whole_span(days, compared), time_zone), "
GROUP BY 1
ORDER BY 1;"
  )
}

#' Conditions on orders of dash.orders.
view_order_conditions <- function(days, compared, time_zone, currency) {
  conditions <- session_conditions(without_narrowing(whole_span(days, compared)), time_zone)
  paste(c(
    gsub("started_at", "placed_at", conditions, fixed = TRUE), in_shop_currency(currency),
    visits_that(days, "public.sessions")
  ), collapse = "\n  AND ")
}

campaign_orders_compared_sql <- function(days, compared, time_zone, currency) {
  paste0(
    "SELECT coalesce(utm_campaign, '') AS campaign,\n       ",
    in_both(list(orders = "1", net = "net"), "placed_at", days, compared, time_zone),
    "\nFROM dash.orders\nWHERE ", view_order_conditions(days, compared, time_zone, currency),
    "\nGROUP BY 1\nORDER BY 1;"
  )
}

#' The net revenue of an order is divided by the price of its lines, the last category takes the rest.
category_orders_compared_sql <- function(days, compared, time_zone, currency) {
  paste0("WITH placed AS (
  SELECT order_id, placed_at, net
  FROM dash.orders
  WHERE ", gsub("\n", "\n  ", view_order_conditions(days, compared, time_zone, currency), fixed = TRUE), "
), priced AS (
  SELECT order_id, coalesce(p.category, 'unknown') AS category,
         sum(quantity * coalesce(\"discountPrice\", line.price, 0)) AS price
  FROM placed
  JOIN public.orders USING (order_id)
  CROSS JOIN LATERAL jsonb_to_recordset(items)
    AS line (id text, quantity numeric, price numeric, \"discountPrice\" numeric)
  LEFT JOIN public.products p ON p.product_id = line.id
  GROUP BY 1, 2
), summed AS (
  SELECT *, sum(price) OVER (PARTITION BY order_id ORDER BY category) AS so_far,
         sum(price) OVER (PARTITION BY order_id) AS whole,
         lead(category) OVER (PARTITION BY order_id ORDER BY category) IS NULL AS is_last
  FROM priced
), part AS (
  SELECT placed_at, coalesce(category, 'unknown') AS category,
         CASE WHEN category IS NULL OR is_last THEN net ELSE round(net * so_far / whole) END
           - coalesce(round(net * (so_far - price) / nullif(whole, 0)), 0) AS net
  FROM placed
  LEFT JOIN (SELECT * FROM summed WHERE whole > 0) AS divided USING (order_id)
)
SELECT category,
       ", in_both(list(orders = "1", net = "net"), "placed_at", days, compared, time_zone), "
FROM part
GROUP BY 1
ORDER BY 1;")
}
