known_gains <- function(lower) function(certainty) {
  data.frame(point = lower + 1, lower = lower, upper = lower + 2)
}

test_that("a candidate is named by Benjamini and Hochberg at 10 %, over all candidates together", {
  chances <- c(0.001, 0.02, 0.039, 0.041, 0.9)
  found <- findings_among(chances, known_gains(rep(1, 5)))
  expect_equal(found$q, stats::p.adjust(chances, "BH"))
  expect_equal(found$is_found, c(TRUE, TRUE, TRUE, TRUE, FALSE))
  many <- findings_among(c(chances, rep(1, 95)), known_gains(rep(1, 100)))
  expect_equal(which(many$is_found), 1)
})

test_that("nothing is named whose lower limit is zero, negative or unknown", {
  found <- findings_among(rep(1e-9, 4), known_gains(c(1, 0, -1, NA)))
  expect_equal(found$is_found, c(TRUE, FALSE, FALSE, FALSE))
})

test_that("limits are widened for the choice of the best among many", {
  asked <- c()
  gain <- function(certainty) {
    asked <<- c(asked, certainty)
    data.frame(point = rep(1, 10), lower = c(1, rep(-1, 9)), upper = rep(2, 10))
  }
  findings_among(c(1e-9, 1e-9, rep(1, 8)), gain)
  expect_equal(asked, c(1 - 0.05 * 2 / 10, 1 - 0.05 / 10))
})

test_that("without candidates nothing is named", {
  none <- data.frame(point = numeric(0), lower = numeric(0), upper = numeric(0))
  expect_equal(nrow(findings_among(numeric(0), function(certainty) none)), 0)
})
