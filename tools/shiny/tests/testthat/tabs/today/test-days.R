LAST <- as.Date("2026-11-22")

test_that("a preset is as many complete days up to the last one, and chosen days end there", {
  preset <- modifyList(some_filters("2026-11-17", "2026-11-23", traffic = "people"), list(period = "7"))
  days <- complete_days(preset, LAST)
  expect_equal(c(days$from, days$to), as.Date(c("2026-11-16", "2026-11-22")))
  expect_equal(days[c("login", "traffic")], list(login = "all", traffic = "people"))
  chosen <- complete_days(some_filters("2026-11-20", "2026-11-23"), LAST)
  expect_equal(c(chosen$from, chosen$to), as.Date(c("2026-11-20", "2026-11-22")))
  over <- some_filters("2026-06-01", "2026-06-07")
  expect_equal(complete_days(over, LAST), over)
  expect_null(complete_days(some_filters("2026-11-23", "2026-11-23"), LAST))
})

test_that("the last complete day is yesterday, or earlier while later data has not been loaded", {
  today <- as.Date("2026-11-23")
  moment <- function(text) as.POSIXct(text, tz = "UTC")
  expect_equal(last_complete_day(moment("2026-11-23 03:00"), today, TIME_ZONE), LAST)
  expect_equal(last_complete_day(moment("2026-11-20 03:00"), today, TIME_ZONE), as.Date("2026-11-19"))
  # 18:00 in London is the next day in the shop.
  expect_equal(last_complete_day(moment("2026-11-22 18:00"), today, TIME_ZONE), LAST)
  expect_equal(last_complete_day(as.POSIXct(NA), today, TIME_ZONE), LAST)
})

test_that("the previous days are as many, and the same weekdays are as frequent as in the chosen days", {
  week <- some_filters("2026-11-16", "2026-11-22")
  previous <- compared_days(week, "previous")
  expect_equal(c(previous$from, previous$to), as.Date(c("2026-11-09", "2026-11-15")))
  expect_equal(previous$weights, rep(1, 7))
  weekdays <- compared_days(week, "weekdays")
  expect_equal(c(weekdays$from, weekdays$to), as.Date(c("2026-10-19", "2026-11-15")))
  expect_equal(weekdays$weights, rep(0.25, 7))
  # From Friday to Sunday of the next week: two of each of these, one of the others.
  ten <- compared_days(some_filters("2026-11-13", "2026-11-22"), "weekdays")
  expect_equal(ten$weights, c(1, 1, 1, 1, 2, 2, 2) / 4)
  before <- seq(ten$from, ten$to, by = 1)
  expect_equal(sum(ten$weights[weekday_of(before)]), 10)
})

test_that("half of the complete days can be compared with the other half, the first one not being whole", {
  expect_equal(comparable_days(as.Date("2026-11-21"), LAST), 0)
  expect_equal(comparable_days(as.Date("2026-11-20"), LAST), 1)
  expect_equal(comparable_days(as.Date("2026-11-01"), LAST), 10)
})
