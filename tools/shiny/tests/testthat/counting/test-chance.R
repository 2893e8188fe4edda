# Share of 1,000 planted runs in which an interval contains the truth.
coverage <- function(truth, draw) {
  held <- vapply(1:1000, function(run) {
    limits <- draw()
    limits$lower <= truth && truth <= limits$upper
  }, TRUE)
  mean(held)
}

test_that("the interval of a ratio of two counts is that of poisson.test()", {
  for (counts in list(c(12, 30), c(0, 4), c(5, 0), c(300, 280), c(1, 1))) for (exposure in c(1, 0.4, 3)) {
    other <- stats::poisson.test(counts, c(exposure, 1))$conf.int
    limits <- rate_ratio_interval(counts[1], counts[2], exposure)
    expect_equal(c(limits$lower, limits$upper), as.numeric(other), tolerance = 1e-6)
  }
})

test_that("the interval of a share is that of prop.test() without correction", {
  for (part in c(0, 3, 50, 97, 100)) for (certainty in c(0.95, 0.99)) {
    other <- suppressWarnings(stats::prop.test(part, 100, conf.level = certainty, correct = FALSE)$conf.int)
    limits <- share_interval(part, 100, certainty)
    expect_equal(c(limits$lower, limits$upper), as.numeric(other), tolerance = 1e-9)
  }
})

test_that("the interval of a difference of shares is Newcombe's, by his own examples", {
  limits <- function(...) unlist(share_difference_interval(...), use.names = FALSE)
  expect_equal(limits(56, 70, 48, 80), c(0.0524, 0.3339), tolerance = 1e-3)
  expect_equal(limits(9, 10, 3, 10), c(0.1705, 0.8090), tolerance = 1e-3)
  expect_equal(limits(10, 10, 0, 10), c(0.6075, 1), tolerance = 1e-3)
})

test_that("intervals of conversion hold the truth in 93 to 97 of 100 runs", {
  set.seed(1)
  held <- coverage(-0.01, function() {
    share_difference_interval(rbinom(1, 3000, 0.03), 3000, rbinom(1, 2500, 0.04), 2500)
  })
  expect_gte(held, 0.93)
  expect_lte(held, 0.97)
})

test_that("intervals of revenue hold the truth in 93 to 97 of 100 runs", {
  set.seed(2)
  amounts <- function(orders) rgamma(rpois(1, orders), 2, 0.01)
  held <- coverage(0.8, function() {
    now <- amounts(160)
    before <- amounts(200)
    sum_ratio_interval(sum(now), sum(before), sum(now^2), sum(before^2))
  })
  expect_gte(held, 0.93)
  expect_lte(held, 0.97)
})

test_that("intervals of sessions that scatter hold the truth in 93 to 97 of 100 runs", {
  set.seed(3)
  held <- coverage(1.1, function() {
    now <- rnbinom(30, size = 40, mu = 110)
    before <- rnbinom(30, size = 40, mu = 100)
    scatter <- dispersion_of(now, before)
    sum_ratio_interval(sum(now), sum(before), scatter * sum(now), scatter * sum(before))
  })
  expect_gte(held, 0.93)
  expect_lte(held, 0.97)
})

test_that("days that scatter less than chance are taken for independent", {
  expect_equal(dispersion_of(rep(5, 10)), 1)
  expect_equal(dispersion_of(7), 1)
  expect_equal(dispersion_of(c(0, 0)), 1)
  expect_gt(dispersion_of(c(1, 99), c(50, 52)), 10)
})
