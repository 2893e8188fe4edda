#' The queries of prices and discounts.

#' Bands of prices are named by their lower limit: 1, 5, 10, 50 and so on, "0" for pieces without a price.
#' Bands of discounts are named by theirs in percent; "full" is without a discount.
band_of_price <- function(paid) {
  sprintf("CASE WHEN %1$s < 1 THEN '0'
              WHEN %1$s >= 5 * ('1e' || length(trunc(%1$s)::text) - 1)::numeric
              THEN trunc(5 * ('1e' || length(trunc(%1$s)::text) - 1)::numeric)::text
              ELSE trunc(('1e' || length(trunc(%1$s)::text) - 1)::numeric)::text END", paid)
}

band_of_discount <- function(price, paid) {
  sprintf("CASE WHEN %2$s >= %1$s THEN 'full' WHEN %2$s > 0.9 * %1$s THEN '0' WHEN %2$s > 0.8 * %1$s THEN '10'
              WHEN %2$s > 0.7 * %1$s THEN '20' WHEN %2$s > 0.5 * %1$s THEN '30' ELSE '50' END", price, paid)
}

#' Lines of the orders of the days in the shop's currency, each with its bands. $7 the shop's currency.
BAND_LINES <- paste0(BOUNDS, ", line AS MATERIALIZED (
  SELECT order_id, placed_at, product_id, pieces, price, paid, pieces * paid AS amount,
         ", band_of_price("paid"), " AS price_band,
         ", band_of_discount("price", "paid"), " AS discount_band
  FROM (
    SELECT order_id, placed_at, item ->> 'id' AS product_id, (item ->> 'quantity')::numeric AS pieces,
           coalesce((item ->> 'price')::numeric, (item ->> 'discountPrice')::numeric, 0) AS price,
           coalesce((item ->> 'discountPrice')::numeric, (item ->> 'price')::numeric, 0) AS paid
    FROM (
      SELECT order_id, placed_at, login_state, is_bot, currency, items, ", staff_of("orders"), " AS is_staff
      FROM public.orders
    ) AS placed, jsonb_array_elements(items) AS item
    WHERE ", MATCHING_ORDERS, " AND ", IN_SHOP_CURRENCY, "
  ) AS priced
  WHERE pieces > 0{products}
)")

bands_sql <- function(filters, select) {
  sql <- replaced(BAND_LINES, "{products}", products_that(" AND product_id", filters))
  paste0(narrowed(sql, filters), select)
}

#' Sums of each band, and what their intervals need: the pieces and the amount of an order in it are one
#' draw.
SELECT_BANDS <- "
SELECT kind, band, count(*)::float8 AS orders, sum(pieces)::float8 AS units,
       sum(pieces ^ 2)::float8 AS units_squares, max(pieces)::float8 AS units_largest,
       sum(amount)::float8 AS revenue, sum(amount ^ 2)::float8 AS revenue_squares,
       max(amount)::float8 AS revenue_largest, sum(given)::float8 AS given
FROM (
  SELECT CASE WHEN GROUPING(price_band) = 0 THEN 'price' ELSE 'discount' END AS kind,
         coalesce(price_band, discount_band) AS band, order_id, sum(pieces) AS pieces, sum(amount) AS amount,
         sum(pieces * greatest(price - paid, 0)) AS given
  FROM line
  GROUP BY GROUPING SETS ((price_band, order_id), (discount_band, order_id))
) AS by_order
GROUP BY kind, band
ORDER BY kind, band"

#' Products that were seen with a discount and without one in the same days: views, and the amounts of their
#' orders, of both kinds.
SELECT_DISCOUNTED <- "
, seen AS (
  SELECT context_product_id AS product_id,
         count(*) FILTER (WHERE NOT is_cut) AS full_views, count(*) FILTER (WHERE is_cut) AS cut_views
  FROM (
    SELECT context_product_id,
           coalesce(context_product_discount_price < context_product_price, false) AS is_cut
    FROM public.clickstream_events
    WHERE event_name = 'product_view' AND context_product_id IS NOT NULL AND context_product_price > 0
      AND event_timestamp >= {since} AND event_timestamp < {until}
      AND ($4 = 'all' OR user_login_state = $4) AND ($5 = 'all' OR NOT is_bot)
      AND ($5 <> 'shoppers' OR NOT is_staff)
  ) AS viewed
  GROUP BY 1
  HAVING count(*) FILTER (WHERE NOT is_cut) > 0 AND count(*) FILTER (WHERE is_cut) > 0
), sold AS (
  SELECT product_id, is_cut, sum(amount) AS sum, sum(amount ^ 2) AS squares, max(amount) AS largest
  FROM (
    SELECT product_id, order_id, paid < price AS is_cut, sum(amount) AS amount
    FROM line
    GROUP BY 1, 2, 3
  ) AS by_order
  GROUP BY 1, 2
)
SELECT seen.product_id, coalesce(p.product_name, seen.product_id) AS name,
       full_views::float8, cut_views::float8,
       coalesce(whole.sum, 0)::float8 AS full_sum, coalesce(whole.squares, 0)::float8 AS full_squares,
       coalesce(whole.largest, 0)::float8 AS full_largest,
       coalesce(cut.sum, 0)::float8 AS cut_sum, coalesce(cut.squares, 0)::float8 AS cut_squares,
       coalesce(cut.largest, 0)::float8 AS cut_largest
FROM seen
LEFT JOIN sold whole ON whole.product_id = seen.product_id AND NOT whole.is_cut
LEFT JOIN sold cut ON cut.product_id = seen.product_id AND cut.is_cut
LEFT JOIN public.products p ON p.product_id = seen.product_id
WHERE true{products}
ORDER BY seen.product_id"

#' One row per band: kind ('price', 'discount'), band, orders, units and revenue with their sums of squares
#' and largest of an order, given (what the discounts took off).
ask_bands <- function(warehouse, filters, time_zone, version, currency) {
  params <- c(filter_params(filters, time_zone), currency)
  remembered(warehouse, version, bands_sql(filters, SELECT_BANDS), params)
}

#' One row per product seen with and without a discount: product_id, name, full_views, cut_views, and of
#' `full` and `cut` lines the sum, squares and largest amount of an order.
ask_discounted <- function(warehouse, filters, time_zone, version, currency) {
  select <- replaced(SELECT_DISCOUNTED, "{since}", SINCE)
  select <- replaced(select, "{until}", UNTIL)
  select <- replaced(select, "{products}", products_that(" AND seen.product_id", filters))
  # Narrowed together: the events of the statement are narrowed like its orders.
  sql <- replaced(BAND_LINES, "{products}", products_that(" AND product_id", filters))
  remembered(
    warehouse, version, narrowed(paste0(sql, select), filters), c(filter_params(filters, time_zone), currency)
  )
}
