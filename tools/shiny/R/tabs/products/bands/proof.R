#' The counting rules and SQL of prices and discounts, over the events.

BANDS_WORDS <- c(
  paste(
    "Bands: the price paid for a piece (1, 5, 10, 50 and so on), and the share by which it is below the",
    "price without a discount. Lines of orders in the shop\u2019s currency. The pieces and the amount of an",
    "order in a band are one draw: their limits are those of compound Poisson sums (Fay and Feuer), of",
    "orders Garwood\u2019s; all rows of a column together hold in 95 of 100 cases (Bonferroni)."
  ),
  paste(
    "A discount that sells nothing more: product views that showed a discount, and those that showed none,",
    "of the same product in these days. Its revenue per view without a discount, times its views with one,",
    "minus what those brought. Named if its lower limit is above zero; one in ten of those named is due to",
    "chance (Benjamini and Hochberg). It is an observation, not an experiment."
  )
)

#' The bands, from the events themselves. They are found by numbers, not by the length of their text.
bands_proof_sql <- function(filters, time_zone, currency) {
  sprintf("WITH %1$s%2$s, line AS (
  SELECT order_key, (item ->> 'quantity')::numeric AS pieces,
         coalesce((item ->> 'price')::numeric, (item ->> 'discountPrice')::numeric, 0) AS price,
         coalesce((item ->> 'discountPrice')::numeric, (item ->> 'price')::numeric, 0) AS paid
  FROM ordered, jsonb_array_elements(items) AS item
  WHERE %3$s
    AND %4$s%5$s
), banded AS (
  SELECT *, CASE WHEN paid < 1 THEN 0 ELSE (
           SELECT max(step * 10::numeric ^ power)
           FROM generate_series(0, 15) AS power, unnest(ARRAY[1, 5]) AS step
           WHERE step * 10::numeric ^ power <= paid) END AS price_band,
         CASE WHEN price <= paid THEN -1
              ELSE (SELECT max(floor) FROM unnest(ARRAY[0, 10, 20, 30, 50]) AS floor
                    WHERE (price - paid) * 100 >= floor * price) END AS discount_band
  FROM line
  WHERE pieces > 0
)
SELECT 'price' AS kind, price_band::bigint::text AS band, sum(pieces) AS units,
       count(DISTINCT order_key) AS orders, sum(pieces * paid) AS revenue
FROM banded
GROUP BY 2
UNION ALL
SELECT 'discount', CASE discount_band WHEN -1 THEN 'full' ELSE discount_band::text END, sum(pieces),
       count(DISTINCT order_key), sum(pieces * paid)
FROM banded
GROUP BY 2
ORDER BY 1, 2;", visit_cte(filters, time_zone), ORDER_CTE,
  order_conditions(filters, time_zone, "    "), in_shop_currency(currency),
  products_that("\n    AND item ->> 'id'", filters))
}
