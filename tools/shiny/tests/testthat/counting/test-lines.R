test_that("long ranges are drawn by the week, from Monday", {
  expect_equal(bucket_of(some_filters("2026-01-01", "2026-04-30")), "day")
  expect_equal(bucket_of(some_filters("2026-01-01", "2026-05-01")), "week")
  days <- data.frame(day = as.Date("2026-11-14") + 0:3, value = c(1, 2, 4, 8), other = 1)
  weeks <- bucket_days(days, "week")
  expect_equal(weeks$day, as.Date(c("2026-11-09", "2026-11-16")))
  expect_equal(weeks$value, c(3, 12))
  expect_equal(bucket_days(days, "day")$value, days$value)
})

test_that("a day is complete when it is over, a week when all its days are over and in the range", {
  whole <- function(days, bucket, from, to, open_day) {
    mark_whole(data.frame(day = as.Date(days)), some_filters(from, to), bucket, as.Date(open_day))$whole
  }
  days <- c("2026-11-27", "2026-11-28", "2026-11-29")
  expect_equal(whole(days, "day", days[1], days[3], "2026-11-29"), c(TRUE, TRUE, FALSE))
  expect_equal(whole(days, "day", days[1], days[3], "2026-11-28"), c(TRUE, FALSE, FALSE))
  expect_equal(whole(days, "day", days[1], days[3], "2026-12-24"), c(TRUE, TRUE, TRUE))
  mondays <- c("2026-11-09", "2026-11-16", "2026-11-23")
  expect_equal(whole(mondays, "week", "2026-11-10", "2026-11-29", "2026-11-30"), c(FALSE, TRUE, TRUE))
  expect_equal(whole(mondays, "week", "2026-11-09", "2026-11-29", "2026-11-29"), c(TRUE, TRUE, FALSE))
  expect_equal(whole(mondays, "week", "2026-11-09", "2026-11-28", "2026-12-24"), c(TRUE, TRUE, FALSE))
})

test_that("the day of the newest data is in progress, on the shop's clock", {
  expect_equal(open_day_of(as.POSIXct("2026-11-28 17:30:00", tz = "UTC"), TIME_ZONE), as.Date("2026-11-29"))
  expect_true(as.Date("2099-01-01") < open_day_of(as.POSIXct(NA), TIME_ZONE))
})

test_that("a line's title names its peak, and how far it stands out", {
  days <- as.Date("2026-11-01") + 0:4
  title <- function(values, whole = TRUE, label = "Sessions", bucket = "day") {
    points <- data.frame(day = days[seq_along(values)], value = values, whole = whole)
    trend_headline(label, points, bucket, format_count)
  }
  expect_equal(title(c(10, 10, 20, 10, 10)), "Sessions peaked on 3 Nov at 20, 2.0 times a typical day")
  expect_equal(title(c(10, 11, 10)), "Sessions peaked on 2 Nov at 11")
  expect_equal(title(7), "Sessions on 1 Nov: 7")
  expect_equal(title(c(0, 0)), "No sessions in this period")
  expect_equal(title(c(NA, NA)), "No sessions in this period")
  expect_match(title(1:5, label = "Orders", bucket = "week"), "in the week of 5 Nov at 5")
})

test_that("a day in progress is neither the peak nor a typical day", {
  title <- function(values) {
    whole <- c(rep(TRUE, length(values) - 1), FALSE)
    points <- data.frame(day = as.Date("2026-11-01") + seq_along(values) - 1, value = values, whole = whole)
    trend_headline("Sessions", points, "day", format_count)
  }
  expect_equal(title(c(10, 10, 11, 0)), "Sessions peaked on 3 Nov at 11")
  expect_equal(title(c(4, 5, 99)), "Sessions peaked on 2 Nov at 5")
  expect_equal(title(c(0, 0, 3)), "No sessions before today")
})

test_that("a single day is drawn by hour", {
  expect_equal(overview_bucket(some_filters("2026-11-28", "2026-11-28")), "hour")
  expect_equal(overview_bucket(some_filters("2026-11-28", "2026-11-29")), "day")
})

test_that("on a day in progress, the hour of the newest data is incomplete, and later hours are empty", {
  hours <- data.frame(day = 0:23, orders = 1)
  of_day <- some_filters("2026-11-29", "2026-11-29")
  at <- function(moment) mark_whole_hours(hours, of_day, as.POSIXct(moment, tz = "UTC"), TIME_ZONE)
  # 17:30 UTC is half past midnight on the shop's clock.
  early <- at("2026-11-28 17:30:00")
  expect_equal(early$whole, rep(FALSE, 24))
  expect_equal(early$orders, c(1, rep(NA, 23)))
  later <- at("2026-11-29 05:30:00")
  expect_equal(sum(later$whole), 12)
  expect_equal(later$orders[11:15], c(1, 1, 1, NA, NA))
  expect_true(all(at("2026-11-29 17:00:00")$whole))
  expect_equal(at("2026-11-28 16:00:00")$orders, rep(NA_real_, 24))
})

test_that("a line over hours names the hour of its peak", {
  points <- data.frame(day = 0:3, value = c(1, 1, 4, 9), whole = c(TRUE, TRUE, TRUE, FALSE))
  expect_equal(
    trend_headline("Orders", points, "hour", format_count),
    "Orders peaked in the hour from 02:00 at 4, 4.0 times a typical hour"
  )
  points$value <- c(0, 0, 0, 1)
  expect_equal(trend_headline("Orders", points, "hour", format_count), "No orders so far")
})
