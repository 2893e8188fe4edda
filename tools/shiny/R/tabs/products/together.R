#' Products that are bought together: what to show next to each other, or to sell as a set.

#' An order of more products is a wholesale one: it would say more about pairs than all other orders.
MOST_PRODUCTS_OF_AN_ORDER <- 50

#' The pairs that are tested, those of most orders.
MOST_PAIRS <- 1000

#' Orders of at least two products in three kinds of rows: 'size' (orders of as many products: one = that
#' number), 'product' (orders with a product) and 'pair' (orders with two products). `n` counts orders.
SQL_TOGETHER <- paste0(BOUNDS, ", bought AS (
  SELECT DISTINCT order_id, item ->> 'id' AS product_id
  FROM (
    SELECT order_id, placed_at, login_state, is_bot, items, ", staff_of("orders"), " AS is_staff
    FROM public.orders
  ) AS placed, jsonb_array_elements(items) AS item
  WHERE ", MATCHING_ORDERS, " AND item ->> 'id' IS NOT NULL
), line AS MATERIALIZED (
  SELECT *
  FROM (SELECT *, count(*) OVER (PARTITION BY order_id) AS size FROM bought) AS sized
  WHERE size BETWEEN 2 AND ", MOST_PRODUCTS_OF_AN_ORDER, "
), counted AS (
  SELECT 'size' AS kind, size::text AS one, NULL AS other, count(DISTINCT order_id) AS n
  FROM line GROUP BY size
  UNION ALL
  SELECT 'product', product_id, NULL, count(*) FROM line GROUP BY product_id
  UNION ALL
  (
    SELECT 'pair', one.product_id, other.product_id, count(*)
    FROM line one
    JOIN line other ON other.order_id = one.order_id AND other.product_id > one.product_id
    GROUP BY 2, 3
    HAVING count(*) > 1
    ORDER BY 4 DESC, 2, 3
    LIMIT ", MOST_PAIRS, "
  )
)
SELECT kind, one, other, n::float8, coalesce(this.product_name, one) AS name,
       coalesce(that.product_name, other) AS other_name
FROM counted
LEFT JOIN public.products this ON kind <> 'size' AND this.product_id = one
LEFT JOIN public.products that ON that.product_id = other
ORDER BY kind, n DESC, one, other")

ask_together <- function(warehouse, filters, time_zone, version) {
  remembered(warehouse, version, narrowed(SQL_TOGETHER, filters), filter_params(filters, time_zone))
}

#' The pairs that are in one order more often than chance explains, those with the most orders beyond it
#' first.
#'
#' @param rows result of ask_together()
#' @return the rows of pairs, with `expected` by chance and `extra` (the lower limit of the orders beyond it)
bought_together <- function(rows) {
  of_kind <- function(kind) rows[rows$kind == kind, , drop = FALSE]
  pairs <- of_kind("pair")
  products <- of_kind("product")
  sizes <- of_kind("size")
  pairs$expected <- expected_together(
    products$n, as.numeric(sizes$one), sizes$n,
    match(pairs$one, products$one), match(pairs$other, products$one)
  )
  found <- findings_among(
    stats::ppois(pairs$n - 1, pairs$expected, lower.tail = FALSE),
    function(certainty) {
      as.data.frame(lapply(rate_estimate(pairs$n, 1, certainty), `-`, pairs$expected))
    },
    of = choose(nrow(products), 2)
  )
  pairs$extra <- found$lower
  pairs <- pairs[found$is_found, , drop = FALSE]
  pairs[order(-pairs$extra, pairs$one, pairs$other), , drop = FALSE]
}

#' The pairs with a product of the category and brand that are chosen.
#'
#' @param ids of the products that are left
pairs_with <- function(pairs, ids) {
  pairs[pairs$one %in% ids | pairs$other %in% ids, , drop = FALSE]
}

together_sentence <- function(together, orders) {
  if (orders == 0) {
    return("No order has two products")
  }
  if (nrow(together) == 0) {
    return("No two products are bought together more often than by chance")
  }
  sprintf("%s and %s are bought together", together$name[1], together$other_name[1])
}

#' @param rows result of ask_together()
#' @param ids of the products that are left
together_card <- function(ns, rows, ids, n = 5) {
  orders <- sum(rows$n[rows$kind == "size"])
  together <- utils::head(pairs_with(bought_together(rows), ids), n)
  items <- data.frame(
    key = paste(together$one, together$other, sep = "--"),
    label = paste(together$name, together$other_name, sep = " + "), value = together$n,
    bar = vapply(seq_len(nrow(together)), function(i) {
      bar_text("together", together$one[i], together$other[i])
    }, ""),
    note = sprintf(
      "%s by chance, at least %s more", format_average(together$expected), format_average(together$extra)
    )
  )
  card(
    together_sentence(together, orders),
    tagList(
      "Orders with both, of", number_tag(tags$span, ns("together-orders"), orders, format_count(orders)),
      paste(plural(orders, "order"), "of two products or more")
    ),
    if (nrow(items) > 0) {
      tags$p(class = "caption", "Show one on the page of the other, or sell both as a set.")
    },
    bar_list(ns("together"), items, strong = seq_len(nrow(items)) == 1)
  )
}
