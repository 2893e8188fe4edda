test_that("the limits of a sum of like amounts are the exact ones of Poisson", {
  limits <- sum_interval(sum = 20, squares = 20 * 2, largest = 2)
  expect_equal(limits$lower, 2 * qchisq(0.025, 20) / 2, tolerance = 1e-9)
  expect_equal(limits$upper, 2 * qchisq(0.975, 22) / 2, tolerance = 1e-9)
})

test_that("a source without any order may earn nothing, and as much as a few orders", {
  limits <- sum_interval(0, 0, largest = 100)
  expect_equal(limits$lower, 0)
  expect_equal(limits$upper, -log(0.025) * 100, tolerance = 1e-9)
})

# Orders come as Poisson, each of a lognormal amount.
drawn_sums <- function(runs, expected) {
  orders <- rpois(runs, expected)
  amounts <- lapply(orders, function(n) rlnorm(n, sdlog = 0.7))
  data.frame(
    sum = vapply(amounts, sum, 0), squares = vapply(amounts, function(x) sum(x^2), 0),
    largest = vapply(amounts, function(x) max(x, 1), 0), exposure = 1000
  )
}

test_that("the limits of a sum hold in 93 to 99 of 100 planted months", {
  set.seed(20261129)
  for (expected in c(10, 40, 200)) {
    drawn <- drawn_sums(2000, expected)
    limits <- sum_interval(drawn$sum, drawn$squares, drawn$largest)
    truth <- expected * exp(0.7^2 / 2)
    held <- mean(limits$lower <= truth & truth <= limits$upper)
    expect_gte(held, 0.93)
    expect_lte(held, 0.99)
  }
})

test_that("two channels that earn alike are called different in at most 6 of 100 planted months", {
  set.seed(20261130)
  for (expected in c(8, 30, 150)) {
    one <- drawn_sums(2000, expected)
    other <- drawn_sums(2000, expected)
    limits <- earning_ratio_interval(one, other)
    expect_lte(mean(limits$lower > 1 | limits$upper < 1), 0.06)
  }
})

test_that("a ratio is one of sums by their exposure", {
  one <- list(sum = 4000, squares = 4000 * 10, exposure = 100)
  other <- list(sum = 4000, squares = 4000 * 10, exposure = 400)
  limits <- earning_ratio_interval(one, other)
  expect_lt(limits$lower, 4)
  expect_gt(limits$upper, 4)
  expect_gt(limits$lower, 3)
})

test_that("a ratio to nothing has no upper limit, one of nothing begins at nothing, one without sessions is unknown", {
  some <- list(sum = 1000, squares = 1000 * 10, exposure = 100)
  none <- list(sum = 0, squares = 0, exposure = 100)
  expect_equal(earning_ratio_interval(some, none)$upper, Inf)
  expect_gt(earning_ratio_interval(some, none)$lower, 1)
  expect_equal(earning_ratio_interval(none, some)$lower, 0)
  expect_true(is.na(earning_ratio_interval(none, none)$lower))
  expect_true(is.na(earning_ratio_interval(some, modifyList(some, list(exposure = 0)))$lower))
})
