# Planted months: how often the limits hold, how often chance is named, and whether a planted fault comes first.
# What they measure is in docs/actions.md, and printed with ACTIONS_MEASURED=1.
measured <- function(what, value) {
  if (nzchar(Sys.getenv("ACTIONS_MEASURED"))) cat("\n", what, ": ", value, "\n", sep = "")
}

RUNS <- 1000
PRICE <- 1.2e6
MEAN_AMOUNT <- exp(14 + 0.6^2 / 2)

some_worth <- function(n) {
  amounts <- stats::rlnorm(n, 14, 0.6)
  data.frame(orders = n, net = sum(amounts), squares = sum(amounts^2), largest = max(amounts), gross = sum(amounts))
}

# The gains of as many independent runs, each by a function of one run.
one_by_one <- function(gain_of_run) do.call(rbind, lapply(seq_len(RUNS), function(run) gain_of_run()))

# By kind: the planted gain, and the gains that are estimated in RUNS runs with 95 % intervals.
PLANTED <- list(
  # A category for each run.
  product = list(truth = 900 * (0.1 - 0.03) * 0.3 * PRICE, gains = function() {
    views <- rep(c(900, rep(400, 9)), RUNS)
    carts <- stats::rpois(10 * RUNS, views * c(0.03, rep(0.1, 9)))
    units <- stats::rpois(10 * RUNS, carts * 0.3)
    products <- data.frame(
      product_id = sprintf("p%05d", seq_along(views)), name = "", category = rep(seq_len(RUNS), each = 10),
      views = views, add_to_carts = carts, units = units, revenue = units * PRICE, stringsAsFactors = FALSE
    )
    net <- sum(products$revenue)
    worth <- data.frame(orders = sum(units), net = net, squares = net * PRICE, largest = PRICE, gross = net)
    product_candidates(products, worth)$gain(0.95)[views == 900, ]
  }),
  step = list(truth = 600 * (0.5 - 0.3) * 0.6 * MEAN_AMOUNT, gains = function() one_by_one(function() {
    rows <- data.frame(
      login_state = "guest", device = c("desktop", "mobile"), channel = "direct", sessions = 900, viewed = 900,
      carted = c(900, 600), stringsAsFactors = FALSE
    )
    rows$checked_out <- stats::rbinom(2, rows$carted, c(0.5, 0.3))
    rows$ordered <- stats::rbinom(2, rows$checked_out, 0.6)
    kind <- step_candidates(rows, some_worth(300))
    kind$gain(0.95)[kind$rows$key == "device/mobile/checkout_start", ]
  })),
  campaign = list(truth = (100 - 25) * MEAN_AMOUNT, gains = function() {
    amounts <- lapply(stats::rpois(RUNS, 25), stats::rlnorm, 14, 0.6)
    campaigns <- cbind(some_campaigns(1)[rep(1, RUNS), c("source", "medium", "campaign", "is_judged")], data.frame(
      orders = lengths(amounts), sessions = 600, net = vapply(amounts, sum, 0),
      net_squares = vapply(amounts, function(a) sum(a^2), 0), net_largest = vapply(amounts, max, 0),
      cost = 100 * MEAN_AMOUNT
    ))
    campaign_candidates(campaigns, some_worth(300))$gain(0.95)
  }),
  cart = list(truth = 20e6 * 0.15, gains = function() {
    left <- some_left()
    one_by_one(function() cart_candidates(left, some_carts(0.15))$gain(0.95))
  }),
  term = list(truth = 60 * (0.6 - 0.06) * 0.1 * MEAN_AMOUNT, gains = function() one_by_one(function() {
    kind <- term_candidates(some_terms(0.1), some_worth(300))
    kind$gain(0.95)[kind$rows$key == "keybord", ]
  }))
)

for (kind in names(PLANTED)) {
  test_that(paste("the 95 % interval of a gain contains it in 93 to 97 of 100 planted runs:", kind), {
    set.seed(12)
    gains <- PLANTED[[kind]]$gains()
    expect_equal(nrow(gains), RUNS)
    coverage <- mean(gains$lower <= PLANTED[[kind]]$truth & PLANTED[[kind]]$truth <= gains$upper)
    measured(paste("coverage,", kind), coverage)
    expect_gte(coverage, 0.93)
    expect_lte(coverage, 0.97)
  })
}

test_that("of 100 months in which nothing is wrong, at most 10 show an action", {
  set.seed(100)
  shown <- vapply(1:100, function(i) nrow(actions_of_month(a_month())$found) > 0, TRUE)
  measured("months without effect that show an action, of 100", sum(shown))
  expect_lte(sum(shown), 10)
})

FAULTS <- list(
  product = list(fault = list(product = 0.1), key = "p03"),
  step = list(fault = list(step = 0.3), key = "device/mobile/checkout_complete"),
  campaign = list(fault = list(campaign = 4), key = "s/m/campaign_1"),
  cart = list(fault = list(recovery = 0.15), key = "reminders"),
  term = list(fault = list(term = 0.1), key = "keybord")
)

for (kind in names(FAULTS)) {
  test_that(paste("a planted fault comes first in at least 18 of 20 months:", kind), {
    set.seed(20)
    first <- vapply(1:20, function(i) {
      shown <- top_actions(actions_of_month(a_month(FAULTS[[kind]]$fault))$found)
      paste(shown$kind[1], shown$key[1])
    }, "")
    hits <- sum(first == paste(kind, FAULTS[[kind]]$key))
    measured(paste("months in which the planted fault comes first, of 20,", kind), hits)
    expect_gte(hits, 18)
  })
}

test_that("planted together, the faults are the actions of the month, and nothing else is", {
  set.seed(3)
  faults <- unlist(lapply(unname(FAULTS), function(planted) planted$fault), recursive = FALSE)
  shown <- top_actions(actions_of_month(a_month(faults))$found)
  expect_setequal(paste(shown$kind, shown$key), paste(names(FAULTS), vapply(FAULTS, function(f) f$key, "")))
  expect_equal(shown$lower, sort(shown$lower, decreasing = TRUE))
})
