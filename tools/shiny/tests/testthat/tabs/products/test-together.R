# Rows as ask_together() returns them, from a list of orders, each a vector of product ids.
rows_of_orders <- function(orders) {
  orders <- Filter(function(ids) length(ids) %in% 2:MOST_PRODUCTS_OF_AN_ORDER, lapply(orders, unique))
  of <- function(kind, counts) {
    ids <- strsplit(as.character(names(counts)), " ", fixed = TRUE)
    data.frame(
      kind = rep(kind, length(counts)), one = vapply(ids, `[`, "", 1), other = vapply(ids, `[`, "", 2),
      n = as.numeric(counts), stringsAsFactors = FALSE
    )
  }
  pairs <- lapply(orders, function(ids) utils::combn(sort(ids), 2, paste, collapse = " "))
  pairs <- table(as.character(unlist(pairs)))
  rows <- rbind(
    of("size", table(lengths(orders))), of("product", table(as.character(unlist(orders)))),
    of("pair", pairs[pairs > 1])
  )
  rows$name <- toupper(rows$one)
  rows$other_name <- toupper(rows$other)
  rows
}

POPULARITY <- stats::setNames(1 / seq_len(30), sprintf("p%02d", 1:30))
drawn_orders <- function(count) {
  lapply(1 + stats::rpois(count, 1), function(size) sample(names(POPULARITY), size, prob = POPULARITY))
}
planted_orders <- function() {
  set.seed(7)
  c(drawn_orders(2000), rep(list(c("p11", "p23")), 25))
}

test_that("a pair that is planted among thirty products comes first, with the orders beyond chance", {
  found <- bought_together(rows_of_orders(planted_orders()))
  expect_equal(c(found$one[1], found$other[1]), c("p11", "p23"))
  expect_gt(found$extra[1], 5)
  expect_lt(found$extra[1], 25)
})

test_that("of 100 months without such a pair at most one in ten names one", {
  set.seed(8)
  named <- replicate(100, nrow(bought_together(rows_of_orders(drawn_orders(300)))) > 0)
  expect_lte(mean(named), 0.10)
})

test_that("nothing is said without orders of two products, or without a pair beyond chance", {
  none <- rows_of_orders(list("a", "b"))
  expect_equal(together_sentence(bought_together(none), 0), "No order has two products")
  few <- rows_of_orders(list(c("a", "b"), c("b", "c"), c("a", "c"), c("a", "b")))
  expect_equal(
    together_sentence(bought_together(few), 4), "No two products are bought together more often than by chance"
  )
})

test_that("a category leaves pairs with one of its products, and the sentence names the first", {
  found <- bought_together(rows_of_orders(planted_orders()))
  expect_equal(pairs_with(found, "p23")$other[1], "p23")
  expect_equal(nrow(pairs_with(found, "p99")), 0)
  expect_equal(together_sentence(found, 2025), "P11 and P23 are bought together")
})
