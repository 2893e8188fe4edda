# Planted changes: how often the measured interval contains the true gain, and how often one is claimed where
# nothing was changed. What they measure is in docs/actions.md, and printed with ACTIONS_MEASURED=1.
measured_here <- function(what, value) {
  if (nzchar(Sys.getenv("ACTIONS_MEASURED"))) cat("\n", what, ": ", value, "\n", sep = "")
}

PLANS <- 5000
ORDERS <- 200

# The counts of all runs, as vectors: four weeks before and after, in which the shop's rates grow by a fifth. So
# does the control, and so would the action's rate. `lift` is the factor by which the action changes its rate.
drawn_span <- function(draw, whole, rate, other_whole, other_rate) {
  list(
    part = draw(PLANS, whole, rate), whole = whole, other_part = draw(PLANS, other_whole, other_rate),
    other_whole = other_whole
  )
}
PLANS_OF <- list(
  rate = function(lift) {
    events <- function(n, whole, rate) stats::rpois(n, whole * rate)
    list(
      before = drawn_span(events, 900, 0.05, 4000, 0.1), after = drawn_span(events, 900, 0.06 * lift, 4000, 0.12),
      estimate = rate_estimate, truth = 900 * 0.06 * (lift - 1)
    )
  },
  share = function(lift) {
    list(
      before = drawn_span(stats::rbinom, 500, 0.3, 1500, 0.5),
      after = drawn_span(stats::rbinom, 500, 0.36 * lift, 1500, 0.6),
      estimate = share_estimate, truth = 500 * 0.36 * (lift - 1)
    )
  }
)

# Orders of which each is worth another amount, with a known mean.
some_value <- function() {
  amounts <- matrix(stats::rlnorm(PLANS * ORDERS, 14, 0.6), PLANS)
  mean_estimate(rowSums(amounts), rowSums(amounts^2), ORDERS)
}

gains_of <- function(kind, lift) {
  plan <- PLANS_OF[[kind]](lift)
  gain <- gain_of_rate(plan$before, plan$after, plan$estimate, some_value(), 30)
  cbind(gain, truth = plan$truth * exp(14 + 0.6^2 / 2))
}

for (kind in names(PLANS_OF)) {
  for (lift in c(0.5, 1, 1.5)) {
    test_that(sprintf("the interval of a measured gain holds in 93 to 97 of 100 runs: %s, factor %s", kind, lift), {
      set.seed(28)
      gains <- gains_of(kind, lift)
      coverage <- mean(gains$lower <= gains$truth & gains$truth <= gains$upper)
      measured_here(sprintf("coverage of the measured gain, %s, factor %s", kind, lift), coverage)
      expect_gte(coverage, 0.93)
      expect_lte(coverage, 0.97)
    })
  }
}

test_that("a cut campaign saves what was planted in 93 to 97 of 100 runs", {
  set.seed(28)
  runs <- 1000
  span <- function(orders, other_orders, cost) {
    sums <- function(n) {
      amounts <- lapply(stats::rpois(runs, n), stats::rlnorm, 14, 0.6)
      list(vapply(amounts, sum, 0), vapply(amounts, function(a) sum(a^2), 0), vapply(amounts, max, 0))
    }
    values <- c(list(cost), sums(orders), sums(other_orders))
    stats::setNames(values, c("cost", "net", "squares", "largest", "other_net", "other_squares", "other_largest"))
  }
  order <- exp(14 + 0.6^2 / 2)
  gains <- gain_of_cut(span(60, 200, 100 * order), span(36, 240, 40 * order), 30)
  truth <- (100 - 40 + 36 - 60 * 240 / 200) * order
  coverage <- mean(gains$lower <= truth & truth <= gains$upper)
  measured_here("coverage of the measured gain, campaign", coverage)
  expect_gte(coverage, 0.93)
  expect_lte(coverage, 0.97)
})

test_that("of actions that changed nothing, at most 7 in 100 get a verdict; of those that doubled a rate, most do", {
  set.seed(14)
  verdicts <- function(lift) {
    gains <- gains_of("rate", lift)[1:1000, c("point", "lower", "upper")]
    vapply(seq_len(nrow(gains)), function(run) verdict_of(gains[run, ]), "")
  }
  wrong <- mean(verdicts(1) != "open")
  measured_here("verdicts where nothing was changed", wrong)
  expect_lte(wrong, 0.07)
  found <- mean(verdicts(2) == "more")
  measured_here("gains found where the rate was doubled", found)
  expect_gte(found, 0.9)
})

test_that("a product that is truly seen and rarely added gets no verdict by having been found", {
  set.seed(5)
  value <- some_value()[1, ]
  # The month by which it was found is the one before; nothing is changed.
  counts <- function(month) {
    own <- month$products$product_id == "p03"
    rest <- month$products$category == month$products$category[own] & !own
    list(
      part = month$products$add_to_carts[own], whole = month$products$views[own],
      other_part = sum(month$products$add_to_carts[rest]), other_whole = sum(month$products$views[rest])
    )
  }
  verdicts <- vapply(seq_len(300), function(run) {
    before <- a_month(list(product = 0.4))
    if (!"p03" %in% top_actions(actions_of_month(before)$found)$key) {
      return("not found")
    }
    gain <- gain_of_rate(
      counts(before), counts(a_month(list(product = 0.4))), rate_estimate, value, DAYS_OF_MONTH
    )
    verdict_of(gain)
  }, "")
  found <- verdicts != "not found"
  expect_gte(sum(found), 200)
  wrong <- mean(verdicts[found] != "open")
  measured_here("verdicts on found products to which nothing was done", wrong)
  expect_lte(wrong, 0.07)
})
