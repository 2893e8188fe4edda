#' The query of lists: what they show, and what shoppers choose in them.

#' One row for each list and position: products seen there, chosen (clicks), added to carts, lines of orders,
#' and revenue in the shop's currency ($7). A view of a list has one row for all of its positions, which are
#' put apart after the sum.
SQL_LISTS <- paste0(BOUNDS, ", told AS (
  SELECT list, position, shown, sum(views) AS views, sum(clicks) AS clicks, sum(add_to_carts) AS add_to_carts,
         sum(lines_ordered) AS lines, sum(revenue) FILTER (WHERE ", IN_SHOP_CURRENCY, ") AS revenue
  FROM dash.lists_hourly
  WHERE ", MATCHING, "
  GROUP BY 1, 2, 3
), placed AS (
  SELECT list, position + nth AS position, views AS seen, 0 AS clicks, 0 AS add_to_carts, 0 AS lines,
         0 AS revenue
  FROM told, generate_series(0, shown - 1) AS nth
  UNION ALL
  SELECT list, position, 0, clicks, add_to_carts, lines, revenue FROM told WHERE shown = 0
)
SELECT list, position::float8, sum(seen)::float8 AS seen, sum(clicks)::float8 AS clicks,
       sum(add_to_carts)::float8 AS add_to_carts, sum(lines)::float8 AS lines,
       coalesce(sum(revenue), 0)::float8 AS revenue
FROM placed
GROUP BY 1, 2
ORDER BY 1, 2")

ask_lists <- function(warehouse, filters, time_zone, version, currency) {
  remembered(
    warehouse, version, narrowed(SQL_LISTS, filters), c(filter_params(filters, time_zone), currency)
  )
}
