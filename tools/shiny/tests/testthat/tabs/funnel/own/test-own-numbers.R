own_rows <- function(units, pending = 0 * units, median = c(NA, rep(90, length(units) - 1)), revenue = "[]") {
  data.frame(
    step = seq_along(units), event = "e", units = units, pending = pending,
    lost = units - c(units[-1], NA) - pending, median_seconds = median, p90_seconds = median, revenue = revenue,
    stringsAsFactors = FALSE
  )
}
a_funnel <- function(...) replace(USUAL_DEFINITION, names(list(...)), list(...))
figures <- function(rows, definition = USUAL_DEFINITION) {
  rows$lost[nrow(rows)] <- 0
  own_steps(rows, definition)
}
OF_THREE <- a_funnel(steps = STEPS_OF_A_PURCHASE[1:3])

test_that("shares are of the step before and of the first, and nothing is divided by zero", {
  steps <- figures(own_rows(c(200, 50, 10)), OF_THREE)
  expect_equal(steps$of_before, c(NA, 0.25, 0.2))
  expect_equal(steps$of_first, c(NA, 0.25, 0.05))
  expect_equal(figures(own_rows(c(0, 0, 0)), OF_THREE)$of_before, rep(NA_real_, 3))
})

test_that("the title says the outcome, the largest loss, and who can still go on", {
  expect_equal(
    own_headline(figures(own_rows(c(200, 50, 10), c(20, 5, 0)), OF_THREE), OF_THREE),
    spaced(paste(
      "5.0_% of 200 sessions reached the last step so far; the largest loss, 130 sessions, is between Product view",
      "and Add to cart; 25 sessions can still go on."
    ))
  )
  expect_match(own_headline(figures(own_rows(c(4, 2, 0)), OF_THREE), OF_THREE), paste(
    "None of 4 sessions reached the last step; the largest losses, 2 each, are after Product view and Add to cart"
  ))
  visitors <- a_funnel(unit = "visitor", order = "any", steps = STEPS_OF_A_PURCHASE[1:3])
  expect_equal(
    own_headline(figures(own_rows(c(3, 3, 3)), visitors), visitors),
    spaced("100.0_% of 3 visitors did all of the steps; none is lost.")
  )
})

test_that("a share has its interval, and a small number is called one", {
  words <- function(...) own_interval_words(figures(own_rows(c(...)), OF_THREE), OF_THREE)
  expect_equal(words(400, 40, 20), spaced("95 % interval of the share: 3.3_% to 7.6_%."))
  expect_match(words(14, 10, 5), "small number")
})

test_that("while some can still go on, the share has no interval, but the limits of what can become of it", {
  words <- own_interval_words(figures(own_rows(c(20, 10, 5), c(4, 2, 0)), OF_THREE), OF_THREE)
  expect_equal(words, spaced(
    "6 sessions can still go on: when their time is over, the share is between 25.0_% and 55.0_%."
  ))
})

test_that("steps have the names of the standard funnel and their condition", {
  labels <- step_labels(definition_from_text("checkout_complete~page_view.page.starts_with./category~x.product.is.A"))
  expect_equal(labels, c("Order", "Page view (page starts with \u201c/category\u201d)", "X (product is \u201cA\u201d)"))
  expect_equal(step_labels(a_funnel(order = "any")), c(
    "1 of the steps", "2 of the steps", "3 of the steps", "All 4 steps"
  ))
})

test_that("money of several currencies is never added up", {
  revenue <- step_revenue(paste0(
    "[{\"currency\": null, \"orders\": 1, \"net\": 5}, {\"currency\": \"USD\", \"orders\": 1, \"net\": 250},",
    " {\"currency\": \"VND\", \"orders\": 2, \"net\": 1000}]"
  ), "VND")
  expect_equal(revenue$currency, c("VND", "USD"))
  expect_equal(revenue$net, c(1005, 250))
  expect_equal(nrow(step_revenue("[]", "VND")), 0)
})

test_that("only attempts that have had their time are compared", {
  filters <- some_filters("2026-06-01", "2026-06-10")
  until <- function(moment, ...) settled_until(filters, as.POSIXct(moment, tz = "UTC"), TIME_ZONE, a_funnel(...))
  expect_null(until("2026-06-11 17:00:00"))
  expect_equal(until("2026-06-11 16:59:00"), as.POSIXct("2026-06-10 16:59:00", tz = "UTC"))
  expect_equal(until("2026-06-05 00:00:00", window = list(count = 7, of = "day")), NA)
  expect_equal(until(NA), NA)
})

test_that("a change within noise is not claimed, and a sure one is, with both shares", {
  previous <- some_filters("2026-05-02", "2026-05-31")
  sentence <- function(now, before) {
    now <- figures(own_rows(now), OF_THREE)
    changes_sentence(own_changes(now, figures(own_rows(before), OF_THREE)), now, previous)
  }
  expect_match(
    sentence(c(100, 50, 20), c(100, 45, 22)), "^No share differs from 2 May \u2013 31 May 2026 by more than chance"
  )
  expect_equal(sentence(c(1000, 300, 90), c(1000, 500, 150)), spaced(paste(
    "Fewer go on from Product view to Add to cart than in 2 May \u2013 31 May 2026: 30.0_% instead of 50.0_%"
  )))
})

test_that("groups differ only beyond noise, and not while some can still go on", {
  by_device <- replace(OF_THREE, "breakdown", "device")
  group <- function(label, ...) list(label = label, steps = figures(own_rows(...), OF_THREE))
  sentence <- function(...) own_groups_sentence(list(...), by_device)
  expect_equal(
    sentence(group("Desktop", c(500, 200, 100)), group("Mobile", c(500, 100, 20))),
    spaced("More come from first to last in Desktop (20.0_%) than in Mobile (4.0_%)")
  )
  expect_match(sentence(group("Desktop", c(50, 20, 6)), group("Mobile", c(50, 20, 5))), "no more than chance explains")
  expect_match(
    sentence(group("Desktop", c(500, 200, 100)), group("Mobile", c(500, 100, 20), c(90, 0, 0))),
    "^Steps by device so far"
  )
  expect_equal(sentence(group("Desktop", c(500, 200, 100)), group("Mobile", c(9, 5, 0))), "Steps by device")
})

test_that("with equal chances a change is claimed in at most one of twenty periods", {
  set.seed(11)
  drawn <- function() {
    second <- rbinom(1, 300, 0.4)
    figures(own_rows(c(300, second, rbinom(1, second, 0.5))), OF_THREE)
  }
  claimed <- replicate(1000, {
    changes <- own_changes(drawn(), drawn())
    any(changes$lower > 0 | changes$upper < 0)
  })
  expect_lt(mean(claimed), 0.05)
})

test_that("times read as people say them", {
  expect_equal(format_step_time(12.4), "12 s")
  expect_equal(format_step_time(59.9), "1 min")
  expect_equal(format_step_time(7500), "2 h 5 min")
  expect_equal(format_step_time(NA), "\u2013")
})
