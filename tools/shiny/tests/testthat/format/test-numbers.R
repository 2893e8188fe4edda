test_that("counts are grouped so that no locale misreads them", {
  expect_equal(format_count(c(0, 999, 12480, 1234567)), spaced(c("0", "999", "12_480", "1_234_567")))
  expect_equal(format_count(NA), "\u2013")
})

test_that("an average keeps a decimal only if it is small", {
  expect_equal(format_average(c(0.25, 9.94, 12.6, 2500, NA)), c(spaced(c("0.2", "9.9", "13", "2_500")), "\u2013"))
})

test_that("shares are percentages, and nothing divided by nothing is a dash", {
  expect_equal(format_share(c(0.0314, 1, NA)), c(spaced("3.1_%"), spaced("100.0_%"), "\u2013"))
  expect_equal(format_share(0.555, 0), spaced("56_%"))
})

test_that("changes carry their sign, and large ones are multiples", {
  expect_equal(
    format_change(c(0.123, -0.05, 0, 12, NA)),
    c(spaced("+12_%"), spaced("\u22125.0_%"), spaced("\u00b10.0_%"), spaced("\u00d7_13"), "\u2013")
  )
})

test_that("money is written as the shop's locale writes it", {
  expect_equal(money_formatter("vi-VN", "VND")(45990000), "45.990.000\u00a0\u20ab")
  expect_equal(money_formatter("en-US", "USD")(123456), "$1,234.56")
  expect_equal(money_formatter("de-DE", "EUR")(123456), "1.234,56\u00a0\u20ac")
  expect_equal(money_formatter("ja-JP", "JPY")(980), "\u00a5980")
  expect_equal(money_formatter("fr-CH", "CHF")(123456), paste0(spaced("1_234,56"), "\u00a0CHF"))
  expect_equal(money_formatter("vi-VN", "VND")(c(NA, 0)), c("\u2013", "0\u00a0\u20ab"))
})

test_that("machines get every digit", {
  expect_equal(exact_number(c(18222800000, 0.25, NA)), c("18222800000", "0.25", ""))
  expect_equal(exact_number(123456789012), "123456789012")
})

test_that("moments are on the shop's clock", {
  moment <- as.POSIXct("2026-11-23 17:30:00", tz = "UTC")
  expect_equal(format_moment(moment, "Asia/Ho_Chi_Minh"), "24 Nov 2026, 00:30")
  expect_equal(format_moment(moment, "UTC"), "23 Nov 2026, 17:30")
  expect_equal(format_second("2026-11-04 07:05:09"), "4 Nov 2026, 07:05:09")
})

test_that("a range names its year once where it can", {
  expect_equal(format_days(as.Date("2026-10-25"), as.Date("2026-11-23")), "25 Oct \u2013 23 Nov 2026")
  expect_equal(format_days(as.Date("2025-12-25"), as.Date("2026-01-03")), "25 Dec 2025 \u2013 3 Jan 2026")
  expect_equal(format_days(as.Date("2026-11-23"), as.Date("2026-11-23")), "23 Nov 2026")
})

test_that("durations are shown in the unit that fits", {
  expect_equal(vapply(c(59, 600, 11520, 260000), format_duration, ""), c("0 min", "10 min", "3 h 12 min", "3 days"))
})

test_that("the last hour of the day ends at midnight", {
  expect_equal(format_hour_span(c(0, 23)), c("00:00\u201301:00", "23:00\u201300:00"))
})
