# Which days are compared, what is claimed, and the words for it.
OPEN <- as.Date("2026-11-23")
FIRST <- as.Date("2026-01-01")

test_that("the day itself belongs to neither side, and only days that are over are compared", {
  expect_equal(spans_of(OPEN - 15, OPEN, FIRST)$state, "ready")
  early <- spans_of(OPEN - 14, OPEN, FIRST)
  expect_equal(early, list(state = "early", due = OPEN + 1))
  two <- spans_of(as.Date("2026-11-01"), OPEN, FIRST)
  expect_equal(two$before, list(from = as.Date("2026-10-18"), to = as.Date("2026-10-31")))
  expect_equal(two$after, list(from = as.Date("2026-11-02"), to = as.Date("2026-11-15")))
})

test_that("four weeks replace two as soon as they are over", {
  expect_equal(spans_of(OPEN - 28, OPEN, FIRST)$days, 14)
  expect_equal(spans_of(OPEN - 29, OPEN, FIRST)$days, 28)
  # Three weeks of data before it are enough for two.
  expect_equal(spans_of(OPEN - 29, OPEN, OPEN - 29 - 21)$days, 14)
  expect_equal(spans_of(OPEN - 29, OPEN, OPEN - 29 - 13)$state, "unknown")
})

test_that("nothing is claimed while the interval contains zero", {
  gain <- function(lower, upper) data.frame(point = (lower + upper) / 2, lower = lower, upper = upper)
  expect_equal(verdict_of(gain(1, 3)), "more")
  expect_equal(verdict_of(gain(-1, 3)), "open")
  expect_equal(verdict_of(gain(0, 3)), "open")
  expect_equal(verdict_of(gain(-3, -1)), "less")
  expect_equal(verdict_of(data.frame(point = NaN, lower = NA, upper = 1)), "open")
  expect_equal(verdict_of(data.frame(point = 1, lower = -Inf, upper = Inf)), "open")
})

test_that("the rate is compared with what it would have been if it had grown as the others did", {
  before <- list(part = 20, whole = 400, other_part = 50, other_whole = 500)
  after <- list(part = 60, whole = 600, other_part = 80, other_whole = 400)
  effect <- effect_on_rate(before, after, rate_estimate)
  expect_equal(effect$point, 60 / 600 - 20 / 400 * (80 / 400) / (50 / 500))
  value <- data.frame(point = 1000, lower = 900, upper = 1100)
  gain <- gain_of_rate(before, after, rate_estimate, value, 14)
  expect_equal(gain$point, effect$point * 600 * 1000 * 30 / 14)
  # Twice as much in each count decides more.
  twice <- effect_on_rate(lapply(before, `*`, 4), lapply(after, `*`, 4), rate_estimate)
  expect_equal(twice$point, effect$point)
  expect_lt(twice$upper - twice$lower, effect$upper - effect$lower)
})

test_that("a loss has its limits in order", {
  loss <- signed_product(data.frame(point = -2, lower = -3, upper = -1), data.frame(point = 10, lower = 9, upper = 11))
  expect_equal(loss$point, -20)
  expect_true(loss$lower < loss$point && loss$point < loss$upper && loss$upper < 0)
})

test_that("a cut campaign saves its costs less the net revenue that went with it", {
  span <- function(cost, net, other_net) {
    list(
      cost = cost, net = net, squares = net * 10, largest = 10, other_net = other_net, other_squares = other_net * 10,
      other_largest = 10
    )
  }
  gain <- gain_of_cut(span(1000, 400, 2000), span(100, 50, 3000), 28)
  expect_equal(gain$point, (1000 - 100 + 50 - 400 * 1.5) * 30 / 28)
  expect_true(gain$lower < gain$point && gain$point < gain$upper)
})

test_that("the title counts what paid off, and says what is open", {
  ready <- function(lower, upper) list(state = "ready", gain = data.frame(point = 1, lower = lower, upper = upper))
  early <- list(state = "early", due = OPEN)
  expect_equal(done_headline(list(early)), "1 action done: 1 too early to judge")
  expect_equal(
    done_headline(list(ready(-1, 3), ready(1, 3), early, ready(1, 4))),
    "4 actions done: 2 paid off, 1 not decided and 1 too early to judge"
  )
})

test_that("a measured gain is set against the promised one", {
  promised <- data.frame(lower = 10, upper = 20)
  gain <- function(lower, upper) data.frame(point = (lower + upper) / 2, lower = lower, upper = upper)
  expect_equal(against_promise(promised, gain(1, 9)), "less than promised")
  expect_equal(against_promise(promised, gain(21, 30)), "more than promised")
  expect_match(against_promise(promised, gain(5, 15)), "promise is within")
})
