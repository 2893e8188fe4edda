#' The SQL of lists.

WORDS_LISTS <- paste(
  "Lists: a view of a list counts every product that it showed, at its position; a product that was clicked",
  "keeps list and position for the session, up to its line in an order, which counts once for each order.",
  "A view whose products are not known counts none. Ranges and comparisons are those of terms and pages."
)

#' Takes views apart before it counts, while the query of the tab counts first.
lists_sql <- function(filters, time_zone, currency) {
  sprintf("WITH %s%s, told AS (
  SELECT event_name, properties -> 'list' ->> 'name' AS list,
         CASE event_name WHEN 'product_list_view' THEN (properties -> 'list' ->> 'first')::integer
           ELSE coalesce((properties -> 'list' ->> 'position')::integer, 0) END AS first,
         CASE event_name WHEN 'product_list_view' THEN (properties -> 'list' ->> 'shown')::integer
           ELSE 1 END AS n
  FROM public.clickstream_events
  WHERE event_name IN ('product_list_view', 'select_item', 'add_to_cart_click')
    AND properties -> 'list' ->> 'name' IS NOT NULL
    AND %s
), done AS (
  SELECT list, position, (event_name = 'product_list_view')::integer AS seen,
         (event_name = 'select_item')::integer AS clicks,
         (event_name = 'add_to_cart_click')::integer AS add_to_carts, 0 AS lines, 0 AS revenue
  FROM told, generate_series(first, first + n - 1) AS position
  UNION ALL
  SELECT item ->> 'list', coalesce((item ->> 'position')::integer, 0), 0, 0, 0, 1,
         CASE WHEN %s THEN (item ->> 'quantity')::numeric
           * coalesce((item ->> 'discountPrice')::numeric, (item ->> 'price')::numeric, 0) ELSE 0 END
  FROM ordered, jsonb_array_elements(items) AS item
  WHERE item ->> 'list' IS NOT NULL
    AND %s
)
SELECT list, position, sum(seen) AS seen, sum(clicks) AS clicks, sum(add_to_carts) AS add_to_carts,
       sum(lines) AS lines, sum(revenue) AS revenue
FROM done
GROUP BY 1, 2
ORDER BY 1, 2;", visit_cte(filters, time_zone), ORDER_CTE, event_conditions(filters, time_zone, "    "),
  in_shop_currency(currency), order_conditions(filters, time_zone, "    "))
}
