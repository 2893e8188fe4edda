some_change <- function(point, lower = NA, upper = NA, change = 0) {
  data.frame(
    point = point, lower = lower, upper = upper, now = 1, before = 1, change = change,
    is_sure = !is.na(lower) & (lower > 0 | upper < 0)
  )
}
NO_CHANGE <- some_change(0, -1, 1)
some_changes <- function(total, whole = NO_CHANGE, rate = NO_CHANGE, size = NO_CHANGE) {
  changes <- rbind(total, whole, rate, size)
  rownames(changes) <- c("total", "whole", "rate", "size")
  changes
}
NO_SEGMENT <- data.frame(
  dimension = "channel", key = "email", point = 5e6, lower = -1, upper = 2, is_found = FALSE, stringsAsFactors = FALSE
)
found_segment <- function(dimension, key, point) {
  data.frame(
    dimension = dimension, key = key, point = point, lower = 0, upper = 0, is_found = TRUE, stringsAsFactors = FALSE
  )
}
title_of <- function(changes, segments = NO_SEGMENT, orders = 20, net = 4e7) {
  money <- money_formatter("vi-VN", "VND")
  today_headline(changes, segments, orders, money(net), "the previous 7 days", money)
}

test_that("the title names nothing within chance", {
  expect_equal(
    title_of(some_changes(some_change(-9e6, -2e7, 1e6))),
    "Net revenue is 40.000.000\u00a0\u20ab from 20 orders; nothing changed beyond chance from the previous 7 days."
  )
})

test_that("the title names a certain change of net revenue, the part and the segment that carry it", {
  title <- title_of(
    some_changes(some_change(-9.123e6, -2e7, -1e6, -0.19), rate = some_change(-8e6, -9e6, -7e6)),
    rbind(found_segment("channel", "paid_social", -8e6), NO_SEGMENT)
  )
  expect_equal(title, spaced(paste0(
    "Net revenue is 40.000.000\u00a0\u20ab from 20 orders, down 9.120.000\u00a0\u20ab on the previous 7 days ",
    "(\u221219_%): fewer of the sessions ordered and the largest change is in the channel paid social ",
    "(\u22128.000.000\u00a0\u20ab)."
  )))
})

test_that("the title leaves out a part and a segment that moved the other way", {
  title <- title_of(
    some_changes(some_change(9e6, 1e6, 2e7, 0.19), rate = some_change(-8e6, -9e6, -7e6)),
    found_segment("channel", "email", -3e6)
  )
  expect_match(title, "up 9.000.000.*on the previous 7 days \\(\\+19.%\\)\\.$")
})

test_that("without a certain change of net revenue the title names the largest of a part or a segment", {
  still <- some_change(1e6, -2e7, 2e7)
  part <- some_change(7e6, 1e6, 9e6)
  expect_match(
    title_of(some_changes(still, whole = part)),
    "no certain change from the previous 7 days; but more sessions came \\(\\+7.000.000"
  )
  segments <- rbind(found_segment("campaign", "", 9e7), found_segment("device", "mobile", -8e6))
  expect_match(title_of(some_changes(still, whole = part), segments), "but mobile devices brought 8.000.000.* less")
})

test_that("a period without orders is said as such", {
  changes <- some_changes(some_change(-9e6, -2e7, -1e6, -1))
  changes["whole", "now"] <- 300
  title <- title_of(changes, orders = 0, net = 0)
  expect_match(title, "^Net revenue is 0.*: no order in 300 sessions, down 9.000.000")
})

# The numbers in docs/today.md.
measured_today <- function(...) if (nzchar(Sys.getenv("TODAY_MEASURED"))) cat("\n", ..., "\n")

# Orders as Poisson, each of a lognormal amount, spread over segments.
segments_drawn <- function(now, before) {
  sums <- function(expected) {
    amounts <- lapply(stats::rpois(length(expected), expected), stats::rlnorm, 14, 0.8)
    data.frame(
      orders = lengths(amounts), net = vapply(amounts, sum, 0), squares = vapply(amounts, function(a) sum(a^2), 0),
      largest = vapply(amounts, function(a) max(a, 0), 0)
    )
  }
  earlier <- sums(before)
  names(earlier) <- paste0(names(earlier), "_before")
  cbind(
    dimension = "channel", key = sprintf("s%02d", seq_along(now)), sessions = 0, sessions_before = 0, sums(now),
    earlier, stringsAsFactors = FALSE
  )
}

test_that("of 1000 quiet weeks with 20 segments, at most one in ten names a segment", {
  set.seed(11)
  expected <- rep(c(3, 8, 20, 50), 5)
  named <- vapply(1:1000, function(run) any(segment_changes(segments_drawn(expected, expected))$is_found), TRUE)
  measured_today("quiet weeks that name a segment:", mean(named))
  expect_lte(mean(named), 0.10)
})

test_that("a planted fall of one segment comes first in nearly all weeks, and one in ten of the named is wrong", {
  set.seed(12)
  expected <- c(120, rep(c(5, 20, 50), 6))
  weeks <- lapply(1:200, function(run) segment_changes(segments_drawn(c(12, expected[-1]), expected)))
  first <- vapply(weeks, function(week) week$key[week$is_found][1], "")
  expect_gte(mean(first %in% "s01"), 0.95)
  named <- unlist(lapply(weeks, function(week) week$key[week$is_found]))
  measured_today("planted first:", mean(first %in% "s01"), "named wrongly:", mean(named != "s01"))
  expect_lte(mean(named != "s01"), 0.10)
})

test_that("the interval of a segment that fell lies below zero, and mirrors that of one that rose", {
  set.seed(3)
  segments <- segments_drawn(c(60, 20), c(10, 20))
  swapped <- segments
  for (name in c("orders", "net", "squares", "largest")) {
    swapped[c(name, paste0(name, "_before"))] <- segments[c(paste0(name, "_before"), name)]
  }
  rise <- segment_changes(segments)
  fall <- segment_changes(swapped)
  expect_true(rise$is_found[1] && rise$lower[1] > 0)
  expect_equal(fall$upper, -rise$lower)
  expect_equal(fall$point, -rise$point)
})

test_that("a segment without any order is not among the examined ones", {
  segments <- rbind(segments_drawn(c(60, 20), c(10, 20)), segments_drawn(0, 0))
  changes <- segment_changes(segments)
  expect_true(is.na(changes$lower[3]))
  expect_equal(changes[1:2, "q"], segment_changes(segments[1:2, ])$q)
})

test_that("days that vary more than visitors do widen the limits, and do not move the change", {
  totals <- lapply(c(now = 1, before = 1.2), function(times) {
    list(sums = c(1000, 100, 1e8) * times, weights = 1000 * times, squares = diag(c(1500, 110, 2e14)) * times)
  })
  calm <- change_parts(totals, 1)
  rough <- change_parts(totals, 20)
  expect_equal(calm$point, rough$point)
  expect_true(all(rough$upper[1:2] - rough$lower[1:2] > 1.2 * (calm$upper[1:2] - calm$lower[1:2])))
  expect_equal(calm$upper[3:4], rough$upper[3:4], tolerance = 0.05)
})

test_that("with few buyers there are no limits, and nothing is certain", {
  totals <- lapply(c(now = 1, before = 0.1), function(times) {
    list(sums = c(1000, 20, 1e8) * times, weights = 1000, squares = diag(c(1500, 20, 2e14)) * times)
  })
  changes <- change_parts(totals, 1)
  expect_true(all(is.na(changes$lower)))
  expect_false(any(changes$is_sure))
  expect_equal(sum(changes$point[-1]), changes$point[1])
})

test_that("only days of the same weekday are compared for the usual scatter", {
  weekly <- data.frame(day = as.Date("2026-10-19") + 0:27, sessions = rep(c(100, 50, 50, 50, 60, 300, 400), 4))
  expect_equal(usual_scatter(weekly), 1)
  weekly$sessions <- weekly$sessions * rep(c(0.5, 1.5, 0.5, 1.5), each = 7)
  expect_gt(usual_scatter(weekly), 10)
  # Of one week, weekdays and chance cannot be told apart.
  expect_gt(usual_scatter(weekly[1:7, ]), 10)
})
