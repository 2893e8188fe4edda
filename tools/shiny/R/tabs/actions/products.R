#' Candidates: products that are seen, and added to the cart less often than the rest of their category.

#' A kind of action is list(kind, rows, gain): `rows` has one row per candidate, with key, label, topic,
#' chance, and the counts that the claim rests on: part of whole, and other_part of other_whole to compare
#' with. `gain(certainty)` estimates the money in the chosen days.
#'
#' @param products result of ask_products()
#' @param worth result of ask_order_worth()
product_candidates <- function(products, worth) {
  left <- viewed_not_bought(products, nrow(products))
  measures <- !products$product_id %in% left$product_id
  products <- with_squares(products, worth)
  others <- against_category(
    products, measures, c("views", "add_to_carts", "revenue", "squares", "units")
  )
  is_compared <- products$views >= FEWEST_USES & others$views >= FEWEST_USES & others$add_to_carts > 0
  seen <- products[is_compared, , drop = FALSE]
  others <- others[is_compared, , drop = FALSE]
  list(kind = "product", rows = candidate_rows(
    seen$product_id, seen$name, "product", others$chance, seen$add_to_carts, seen$views, others$add_to_carts,
    others$views, group = seen$category
  ), gain = function(certainty) {
    missing <- difference_of(
      rate_estimate(others$add_to_carts, others$views, certainty),
      rate_estimate(seen$add_to_carts, seen$views, certainty)
    )
    product_of(scaled(missing, seen$views), value_of_add(others, worth, certainty))
  })
}

#' Money of pieces, squared: the shop's orders hold several, so the sum is scaled up to that of orders.
with_squares <- function(products, worth) {
  squares <- ifelse(products$units > 0, products$revenue^2 / products$units, 0)
  by_order <- max(1, share_of(worth$squares, sum(squares)), na.rm = TRUE)
  cbind(products, squares = squares * by_order)
}

#' The net revenue that an add to cart is worth.
#'
#' @param others sums over products: add_to_carts, revenue, squares, units
value_of_add <- function(others, worth, certainty = CERTAINTY) {
  largest <- ifelse(others$units > 0, others$squares / pmax(others$revenue, 1e-9), 0)
  sold <- sum_estimate(others$revenue, others$squares, largest, certainty)
  kept_share <- sum(share_of(worth$net, worth$gross), na.rm = TRUE)
  scaled(sold, kept_share / others$add_to_carts)
}

#' Rows of candidates, see product_candidates().
candidate_rows <- function(key, label, topic, chance, part, whole, other_part, other_whole, group = NA) {
  n <- length(key)
  data.frame(
    key = as.character(key), label = as.character(label), topic = rep_len(topic, n), chance = chance,
    part = part, whole = whole, other_part = other_part, other_whole = other_whole,
    group = rep_len(as.character(group), n), stringsAsFactors = FALSE
  )
}
