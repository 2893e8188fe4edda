#' The query of Products.

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

#' One row per product of every category and brand: product_id, name, category, brand, views, add_to_carts,
#' units, revenue (in the shop's currency).
ask_products <- function(warehouse, filters, time_zone, version, currency, until = NULL) {
  params <- c(filter_params(filters, time_zone, until), currency)
  remembered(warehouse, version, narrowed(SQL_PRODUCTS, filters), params)
}
