# Estimates against published and exact values.

test_that("the limits of a rate are those of poisson.test()", {
  for (count in c(0, 3, 250)) {
    rate <- rate_estimate(count, 50, 0.9)
    expect_equal(c(rate$lower, rate$upper), as.numeric(stats::poisson.test(count, 50, conf.level = 0.9)$conf.int))
    expect_equal(rate$point, count / 50)
  }
})

test_that("a difference of shares is Newcombe's example: 56 of 70 minus 48 of 80", {
  difference <- difference_of(share_estimate(56, 70), share_estimate(48, 80))
  expect_equal(round(unlist(difference), 4), c(point = 0.2, lower = 0.0524, upper = 0.3339))
})

test_that("a mean has the limits of t.test() of equal spread, on the scale of logarithms", {
  amounts <- c(90, 100, 110, 95, 105)
  mean <- mean_estimate(sum(amounts), sum(amounts^2), 5)
  error <- diff(stats::t.test(amounts)$conf.int) / 2
  expect_equal(mean$point, 100)
  expect_equal(c(mean$lower, mean$upper), 100 * exp(c(-1, 1) * error / 100))
  expect_true(is.na(mean_estimate(100, 10000, 1)$lower))
  expect_true(is.na(mean_estimate(0, 0, 5)$point))
})

test_that("a product with a known number is scaled, and one of two estimates is wider than either", {
  one <- data.frame(point = 10, lower = 5, upper = 20)
  sure <- data.frame(point = 3, lower = 3, upper = 3)
  expect_equal(product_of(one, sure), scaled(one, 3))
  both <- product_of(one, one)
  expect_equal(log(both$lower / 100), -sqrt(2) * log(2))
  expect_equal(log(both$upper / 100), sqrt(2) * log(2))
})

test_that("a product whose first factor may be negative keeps a lower limit below zero", {
  doubtful <- data.frame(point = 10, lower = -5, upper = 20)
  product <- product_of(doubtful, data.frame(point = 3, lower = 2, upper = 4))
  expect_equal(product$lower, -20)
  expect_gt(product$upper, 60)
  expect_equal(product_of(data.frame(point = -1, lower = -2, upper = -0.5), doubtful[1, ])$upper, 0)
})

test_that("a sum as small as the upper limit allows has the chance of that limit's tail", {
  limit <- sum_interval(54, 486, 9, 0.9)$upper
  expect_equal(chance_of_smaller_sum(54, 486, 9, limit), 0.05)
  expect_equal(chance_of_smaller_sum(0, 0, 0, 100), 1)
})
