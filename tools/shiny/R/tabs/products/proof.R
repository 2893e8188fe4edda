#' The counting rules and SQL of Products.

products_proof <- function(filters, time_zone, currency) {
  proof_panel("products", c(list(
    WORDS_EVENTS,
    paste(
      "Views are product_view events and add to carts are add_to_cart_click events of the product. Units and",
      "revenue come from the items of completed checkouts: the quantity, and the quantity times the price",
      "paid. View \u2192 cart is add to carts divided by views; it can exceed 100 % if people add products",
      "from a list."
    ),
    paste(
      "Viewed, but not bought: the add to carts that a product's views would bring at the rate of the other",
      "products of its category, minus the most that its own rate may bring (exact limit of the ratio of two",
      "Poisson rates). One in twenty of the products listed is due to chance (Benjamini and Hochberg).",
      "Products listed are left out of the rate for the others."
    ),
    paste(
      "Bought together: orders of 2 to 50 products, each product counted once. By chance: each order keeps",
      "its number of products and each product its number of orders, and who meets whom is drawn. At least:",
      "the lower 95 % limit of a Poisson number of orders (Garwood), minus those by chance. One in ten of",
      "the pairs listed is due to chance (Benjamini and Hochberg). A category or brand leaves the pairs with",
      "at least one of its products."
    ),
    WORDS_ORDERS, WORDS_MONEY, WORDS_BOTS
  ), BANDS_WORDS), list(
    list(id = "products", title = "The products", sql = products_sql(filters, time_zone, currency)),
    list(id = "together", title = "Products in one order", sql = together_sql(filters, time_zone)),
    list(
      id = "bands", title = "Prices and discounts", sql = bands_proof_sql(filters, time_zone, currency)
    )
  ))
}

#' Every pair of products, while the tab tests those of most orders. Counts the orders of a pair from arrays
#' of products, while the query of the tab joins lines.
together_sql <- function(filters, time_zone) {
  sprintf("WITH %1$s%2$s, basket AS (
  SELECT order_key, array_agg(DISTINCT item ->> 'id') FILTER (WHERE item ->> 'id' IS NOT NULL) AS products
  FROM ordered, jsonb_array_elements(items) AS item
  WHERE %3$s
  GROUP BY 1
)
SELECT one || '--' || other AS pair, count(*) AS orders,
       (SELECT count(*) FROM basket WHERE cardinality(products) BETWEEN 2 AND %4$d) AS of_orders
FROM basket, unnest(products) AS one, unnest(products) AS other
WHERE cardinality(products) BETWEEN 2 AND %4$d AND one < other
GROUP BY one, other
ORDER BY orders DESC, pair;", visit_cte(filters, time_zone), ORDER_CTE,
  order_conditions(filters, time_zone), MOST_PRODUCTS_OF_AN_ORDER)
}

products_sql <- function(filters, time_zone, currency) {
  sprintf("WITH %s%s, seen AS (
  SELECT context_product_id AS product_id,
         count(*) FILTER (WHERE event_name = 'product_view') AS views,
         count(*) FILTER (WHERE event_name = 'add_to_cart_click') AS add_to_carts
  FROM public.clickstream_events
  WHERE event_name IN ('product_view', 'add_to_cart_click') AND context_product_id IS NOT NULL
    AND %s
  GROUP BY 1
), sold AS (
  SELECT item ->> 'id' AS product_id,
         sum((item ->> 'quantity')::integer) AS units,
         sum((item ->> 'quantity')::integer
             * coalesce((item ->> 'discountPrice')::numeric, (item ->> 'price')::numeric, 0))
           FILTER (WHERE %s) AS revenue
  FROM ordered, jsonb_array_elements(items) AS item
  WHERE %s
  GROUP BY 1
)
SELECT product_id, coalesce(views, 0) AS views, coalesce(add_to_carts, 0) AS add_to_carts,
       coalesce(units, 0) AS units, coalesce(revenue, 0) AS revenue
FROM seen FULL JOIN sold USING (product_id)%s
ORDER BY views DESC, product_id;", visit_cte(filters, time_zone), ORDER_CTE,
  event_conditions(filters, time_zone, "    "),
  in_shop_currency(currency), order_conditions(filters, time_zone, "    "),
  products_that("\nWHERE product_id", filters))
}
