some_seen <- function(views, add_to_carts, category = "laptops") {
  data.frame(
    product_id = sprintf("p%02d", seq_along(views)), category = category, views = views, add_to_carts = add_to_carts
  )
}

test_that("the products that the simulator makes popular but unsold come first, in each month", {
  # Counted by the simulator itself: npm run simulate -- --days 30 --seed <seed> --truth <file>.
  months <- read.csv("planted-products.csv", stringsAsFactors = FALSE)
  expect_length(unique(months$seed), 4)
  for (seed in unique(months$seed)) {
    month <- months[months$seed == seed, ]
    planted <- month$product_id[month$is_planted]
    expect_length(planted, 5)
    expect_setequal(viewed_not_bought(month)$product_id, planted)
  }
})

test_that("a shortfall is that of the rate's exact upper limit, as poisson.test() gives it", {
  seen <- some_seen(c(1000, 3000), c(10, 150))
  limit <- stats::poisson.test(c(10, 150), c(1000, 3000), conf.level = 1 - 2 * 0.05 / 2)$conf.int[2]
  expect_equal(viewed_not_bought(seen)$missing, 50 * (1 - limit))
})

test_that("a product with few views and one with a small gap are not claimed", {
  expect_equal(nrow(viewed_not_bought(some_seen(c(20, 1000), c(0, 50)))), 0)
  expect_equal(nrow(viewed_not_bought(some_seen(c(1000, 1000), c(45, 50)))), 0)
})

test_that("products that are left do not hide each other", {
  left <- viewed_not_bought(some_seen(c(3000, 2000, 500, 400), c(15, 10, 50, 40)))
  expect_equal(left$product_id, c("p01", "p02"))
})

test_that("a category is measured by itself, and a product that is alone in it by nothing", {
  seen <- some_seen(c(1000, 1000, 1000), c(1, 100, 1), c("laptops", "laptops", NA))
  expect_equal(viewed_not_bought(seen)$product_id, "p01")
  expect_equal(nrow(viewed_not_bought(some_seen(numeric(0), numeric(0), character(0)))), 0)
  expect_equal(nrow(viewed_not_bought(some_seen(c(0, 0), c(0, 0)))), 0)
})

test_that("of shops in which all products are alike, one in twenty has a product named", {
  set.seed(6)
  named <- replicate(300, {
    views <- rpois(25, 200)
    nrow(viewed_not_bought(some_seen(views, rpois(25, views * 0.06))))
  })
  expect_lte(mean(named > 0), 0.05)
})
