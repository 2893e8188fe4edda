some_days <- function(sessions, page_views = sessions * 3, orders = 0, revenue = 0, ordering = orders, refunded = 0) {
  days <- data.frame(
    day = as.Date("2026-11-01") + seq_along(sessions) - 1, sessions = sessions, ordering_sessions = ordering,
    page_views = page_views, orders = orders, revenue = revenue, refunded = refunded, net = revenue - refunded,
    visitors = sessions
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

test_that("a change needs something to compare with", {
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

test_that("the headline says what came of the sessions and how traffic moved", {
  money <- money_formatter("vi-VN", "VND")
  filters <- some_filters("2026-11-01", "2026-11-07")
  now <- list(sessions = 1200, orders = 30, revenue = 5e8)
  headline <- function(before) overview_headline(now, list(sessions = before), filters, money(now$revenue))
  expect_equal(
    headline(1000),
    spaced("1_200 sessions brought 30 orders worth 500.000.000\u00a0\u20ab; traffic is up 20_% on the 7 days before.")
  )
  expect_match(headline(1500), spaced("traffic is down 20_% on the 7 days before"))
  expect_match(headline(1201), "traffic is level with the 7 days before")
  expect_match(headline(10), spaced("traffic is \u00d7_120 that of the 7 days before"))
  expect_match(headline(0), "\u20ab\\.$")
})

test_that("the headline counts one of a thing in the singular", {
  filters <- some_filters("2026-11-01", "2026-11-01")
  now <- list(sessions = 1, orders = 0, revenue = 0)
  expect_equal(
    overview_headline(now, list(sessions = 2), filters, ""),
    spaced("1 session brought no order yet; traffic is down 50_% on the day before.")
  )
})
