some_days <- function(sessions, page_views = sessions * 3, orders = 0, revenue = 0, ordering = orders, refunded = 0) {
  days <- data.frame(
    day = as.Date("2026-11-01") + seq_along(sessions) - 1, sessions = sessions, ordering_sessions = ordering,
    page_views = page_views, orders = orders, revenue = revenue, refunded = refunded, net = revenue - refunded,
    visitors = sessions, gross_squares = revenue^2, net_squares = (revenue - refunded)^2
  )
  structure(days, visitors = sum(sessions) - 1)
}

test_that("days add up to the totals, but visitors are counted over the whole period", {
  totals <- overview_totals(some_days(c(10, 20), orders = c(1, 2), revenue = c(100, 300), refunded = c(50, 0)))
  expect_equal(totals$sessions, 30)
  expect_equal(totals$page_views, 90)
  expect_equal(totals$orders, 3)
  expect_equal(totals[c("revenue", "refunded", "net")], list(revenue = 400, refunded = 50, net = 350))
  expect_equal(totals$visitors, 29)
  expect_equal(totals$conversion, 0.1)
})

test_that("conversion takes the sessions with an order, not the orders, nor those of those days", {
  expect_equal(overview_totals(some_days(10, orders = 50, ordering = 2))$conversion, 0.2)
})

test_that("without sessions there is no conversion", {
  expect_true(is.na(overview_totals(some_days(0))$conversion))
  expect_equal(daily_values(some_days(c(0, 4), orders = c(0, 1)), "conversion"), c(NA, 0.25))
})

test_that("a change needs a value to compare with", {
  expect_equal(relative_change(c(12, 5, 3), c(10, 0, NA)), c(0.2, NA, NA))
})

test_that("a period that is over is compared as a whole", {
  data_until <- as.POSIXct("2026-11-23 09:20:00", tz = "UTC")
  expect_null(comparable_until(some_filters("2026-11-01", "2026-11-22"), data_until, TIME_ZONE))
  expect_null(comparable_until(some_filters("2026-11-01", "2026-11-07"), as.POSIXct(NA), TIME_ZONE))
})

test_that("a period into which the first data falls is not a basis for a comparison", {
  filters <- some_filters("2026-11-01", "2026-11-07")
  expect_true(is_whole(filters, as.Date("2026-10-31")))
  expect_false(is_whole(filters, as.Date("2026-11-01")))
  expect_false(is_whole(filters, as.Date("2026-11-05")))
})

test_that("half a day is compared with half a day", {
  data_until <- as.POSIXct("2026-11-23 09:20:00", tz = "UTC")
  until <- comparable_until(some_filters("2026-11-17", "2026-11-23"), data_until, TIME_ZONE)
  expect_equal(until, as.POSIXct("2026-11-16 10:00:00", tz = "UTC"))
})

test_that("data that ends days ago is compared up to its counterpart, days ago too", {
  data_until <- as.POSIXct("2026-11-20 09:00:00", tz = "UTC")
  until <- comparable_until(some_filters("2026-11-17", "2026-11-23"), data_until, TIME_ZONE)
  expect_equal(until, as.POSIXct("2026-11-13 09:00:00", tz = "UTC"))
})

# A period of equal days, and the numbers that matter for changes.
a_period <- function(sessions, orders, amount = 100, days = 10, ordering = orders) {
  each <- rep(sessions / days, days)
  counts <- some_days(each, orders = orders / days, revenue = orders / days * amount, ordering = ordering / days)
  counts$gross_squares <- counts$net_squares <- counts$orders * amount^2
  counts
}
changes_of <- function(now, before) overview_changes(overview_totals(now), overview_totals(before), now, before)
headline_of <- function(now, before) {
  totals <- overview_totals(now)
  changes <- if (!is.null(before)) changes_of(now, before)
  money <- money_formatter("vi-VN", "VND")
  overview_headline(totals, changes, some_filters("2026-11-01", "2026-11-10"), money(totals$net))
}

test_that("the headline leads with revenue, and with the worst significant change", {
  # It must not say "traffic is up 5.6 %" over revenue that has fallen by 44 %.
  expect_equal(
    headline_of(a_period(10560, 280), a_period(10000, 500)),
    spaced("Net revenue is 28.000\u00a0\u20ab from 280 orders; conversion is down 47_% from the previous 10 days.")
  )
  expect_match(headline_of(a_period(12000, 360), a_period(10000, 300)), spaced(
    "(sessions|visitors) are up 20_% from the previous 10 days"
  ))
})

test_that("the headline claims nothing that is not significant", {
  expect_match(
    headline_of(a_period(1000, 31), a_period(1010, 24)), "no significant change from the previous 10 days\\.$"
  )
  expect_equal(headline_of(a_period(1000, 30), NULL), "Net revenue is 3.000\u00a0\u20ab from 30 orders.")
})

test_that("of months without any effect the headline claims something in at most one of twenty", {
  set.seed(4)
  month <- function() {
    sessions <- rpois(30, 150)
    orders <- rpois(30, 5)
    amounts <- lapply(orders, function(n) rlnorm(n, 5, 1))
    days <- some_days(sessions, orders = orders, revenue = vapply(amounts, sum, 0))
    days$gross_squares <- days$net_squares <- vapply(amounts, function(x) sum(x^2), 0)
    days
  }
  claimed <- replicate(400, nrow(worst_change(changes_of(month(), month()))))
  expect_lte(mean(claimed), 0.05)
})

test_that("sessions that scatter from day to day are not taken for a change", {
  calm <- some_days(rep(100, 10))
  wild <- some_days(rep(c(20, 190), 5))
  expect_true(is_sure(changes_of(some_days(rep(120, 10)), calm)["sessions", ]))
  expect_false(is_sure(changes_of(some_days(rep(c(24, 228), 5)), wild)["sessions", ]))
})

test_that("one large order is not a change of revenue", {
  before <- a_period(1000, 30)
  now <- a_period(1000, 30)
  now$revenue[1] <- now$net[1] <- now$net[1] + 3000
  now$net_squares[1] <- now$net_squares[1] + 3000^2
  changes <- changes_of(now, before)
  expect_equal(changes["net", "change"], 1)
  expect_false(is_sure(changes["net", ]))
})

test_that("nothing is compared with a period in which nothing happened", {
  changes <- changes_of(a_period(100, 0), a_period(0, 0))
  expect_false(any(is_sure(changes)))
})

test_that("the headline counts one of a thing in the singular", {
  days <- some_days(1)
  expect_equal(headline_of(days, NULL), "No order yet from 1 session.")
})

test_that("a change that is not significant is grey, and says so", {
  changes <- changes_of(a_period(10560, 280), a_period(10000, 500))
  expect_match(as.character(change_note("x", changes["net", ], "1")), "tile-change down")
  unsure <- as.character(change_note("x", changes_of(a_period(100, 3), a_period(100, 2))["orders", ], "2"))
  expect_match(unsure, "tile-change unsure")
  expect_match(unsure, "not significant")
  expect_match(as.character(change_note("x", NULL, "")), "no comparison")
})
