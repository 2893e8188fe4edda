FRIDAY_NOON <- as.POSIXct("2026-11-20 05:20:00", tz = "UTC")
AT_MONDAY_0 <- as.Date("2026-11-16")

test_that("averages start at the first data and end where the data ends", {
  covered <- covered_hours(some_filters("2026-11-01", "2026-11-30"), AT_MONDAY_0, FRIDAY_NOON, TIME_ZONE)
  expect_equal(range(covered$days), as.Date(c("2026-11-16", "2026-11-20")))
  expect_equal(covered$last_hour, 12L)
})

test_that("a range that is over covers its last day whole", {
  covered <- covered_hours(some_filters("2026-11-16", "2026-11-18"), as.Date("2026-01-01"), FRIDAY_NOON, TIME_ZONE)
  expect_equal(length(covered$days), 3L)
  expect_equal(covered$last_hour, 23L)
})

test_that("an hour of the week is averaged over the times that it came", {
  hours <- data.frame(
    day = as.Date(c("2026-11-13", "2026-11-20", "2026-11-13")), hour = c(10, 10, 20), n = c(4, 8, 6)
  )
  covered <- list(days = seq(as.Date("2026-11-13"), as.Date("2026-11-20"), by = "day"), last_hour = 12L)
  grid <- week_grid(hours, covered)
  cell <- function(hour) as.list(grid[grid$weekday == 5 & grid$hour == hour, c("total", "times", "average")])
  expect_equal(cell(10), list(total = 12, times = 2, average = 6))
  expect_equal(cell(20), list(total = 6, times = 1, average = 6))
  expect_equal(nrow(grid), 168)
})

test_that("weekdays that never came have no average", {
  grid <- week_grid(
    data.frame(day = AT_MONDAY_0, hour = 9, n = 2), list(days = AT_MONDAY_0, last_hour = 23L)
  )
  expect_true(all(is.na(grid$average[grid$weekday != 1])))
  expect_equal(by_weekday(grid)$average, c(2, rep(NA, 6)))
})

test_that("random weeks add up the same way as a loop over every hour", {
  set.seed(3)
  for (round in 1:25) {
    days <- seq(as.Date("2026-10-01"), by = "day", length.out = sample(1:40, 1))
    last_hour <- sample(0:23, 1)
    hours <- expand.grid(hour = 0:23, day = days)
    hours <- hours[hours$day < max(days) | hours$hour <= last_hour, ]
    hours$n <- rpois(nrow(hours), 3)
    grid <- week_grid(hours, list(days = days, last_hour = last_hour))
    for (i in sample(168, 20)) {
      slots <- hours[weekday_of(hours$day) == grid$weekday[i] & hours$hour == grid$hour[i], ]
      expect_equal(grid$total[i], sum(slots$n))
      expect_equal(grid$times[i], nrow(slots))
      expect_equal(grid$average[i], if (nrow(slots) > 0) mean(slots$n) else NA_real_)
    }
    expect_equal(sum(by_hour(grid)$total), sum(hours$n))
    expect_equal(sum(by_weekday(grid)$total), sum(hours$n))
    daily <- by_day(hours, min(days), max(days))
    expect_equal(daily$value, as.numeric(tapply(hours$n, hours$day, sum)))
  }
})

test_that("days on which nothing happened stay on the line", {
  hours <- data.frame(day = as.Date("2026-11-03"), hour = 1, n = 5)
  points <- by_day(hours, as.Date("2026-11-01"), as.Date("2026-11-04"))
  expect_equal(points$value, c(0, 0, 5, 0))
})

# Four weeks of hours: n on average, more of it at some.
some_weeks <- function(mean_of, weeks = 4) {
  hours <- expand.grid(hour = 0:23, day = AT_MONDAY_0 + seq_len(7 * weeks) - 1)
  hours$n <- rpois(nrow(hours), mapply(mean_of, weekday_of(hours$day), hours$hour))
  hours[hours$n > 0, c("day", "hour", "n")]
}
claims_of <- function(hours, weeks = 4) {
  days <- AT_MONDAY_0 + seq_len(7 * weeks) - 1
  grid <- week_grid(hours, list(days = days, last_hour = 23L))
  list(
    grid = grid, peak = sure_peak(grid, week_scatter(hours, grid)),
    weekdays = sure_weekdays(by_day(hours, min(days), max(days)))
  )
}

test_that("the headline names the peak hour, the busiest day and the quietest, where they are sure", {
  set.seed(7)
  sunday_evening <- function(weekday, hour) {
    4 * (if (weekday == 7) 2 else if (weekday == 2) 0.7 else 1) * (if (hour == 20) 3 else 1)
  }
  claims <- claims_of(some_weeks(sunday_evening))
  expect_match(time_headline(claims$grid, "page_views", claims$peak, claims$weekdays), paste0(
    "^Sunday 20:00\u201321:00 brings [0-9]+ page views, [45]\\.[0-9] times an average hour; ",
    "Sunday is busier than Tuesday\\.$"
  ))
})

test_that("an hour or a day that is not significant is not named", {
  set.seed(8)
  claims <- claims_of(some_weeks(function(weekday, hour) 0.3))
  expect_equal(
    time_headline(claims$grid, "orders", claims$peak, claims$weekdays),
    paste(
      "No hour of the week has significantly more orders than average;",
      "the weekdays do not differ significantly."
    )
  )
})

test_that("of even weeks one in twenty has an hour or a day that is named", {
  set.seed(9)
  claims <- replicate(200, {
    claims <- claims_of(some_weeks(function(weekday, hour) 2))
    c(!is.null(claims$peak), !is.null(claims$weekdays))
  })
  expect_lte(mean(claims[1, ]), 0.05)
  expect_lte(mean(claims[2, ]), 0.07)
})

test_that("the scatter of hours is that of Pearson's sum over every hour, the empty ones too", {
  set.seed(10)
  hours <- some_weeks(function(weekday, hour) 1 + hour %% 3)
  hours$n <- hours$n * 3
  grid <- claims_of(hours)$grid
  every <- expand.grid(hour = 0:23, day = AT_MONDAY_0 + 0:27)
  every$n <- hours$n[match(paste(every$day, every$hour), paste(hours$day, hours$hour))]
  every$n[is.na(every$n)] <- 0
  average <- stats::ave(every$n, weekday_of(every$day), every$hour)
  known <- average > 0
  x2 <- sum((every$n - average)[known]^2 / average[known])
  expect_equal(week_scatter(hours, grid), x2 / (sum(known) - sum(known) / 4))
})

test_that("a single week and a single day claim nothing that weeks would have to show", {
  hours <- data.frame(day = AT_MONDAY_0, hour = 9, n = 2)
  grid <- week_grid(hours, list(days = AT_MONDAY_0, last_hour = 23L))
  expect_true(is.na(week_scatter(hours, grid)))
  expect_null(sure_peak(grid, NA_real_))
  expect_null(sure_weekdays(data.frame(day = AT_MONDAY_0 + 0:6, value = 1:7)))
  expect_equal(
    time_headline(grid, "orders", NULL, NULL), "No hour of the week has significantly more orders than average."
  )
  grid$total <- 0
  expect_equal(time_headline(grid, "orders", NULL, NULL), "No orders in this period.")
})

test_that("an even week holds a seventh of its traffic in its busiest 24 hours", {
  even <- data.frame(average = rep(3, 168))
  expect_match(peak_hours_sentence(even, "sessions"), spaced("hold 14_% of its sessions"))
})

test_that("a weekday that is not over yet has no average, and its hours to come are no zeros", {
  hours <- data.frame(day = AT_MONDAY_0 + 2:8, hour = 0, n = 3)
  grid <- week_grid(hours, list(days = AT_MONDAY_0 + 2:8, last_hour = 0L))
  expect_equal(by_weekday(grid)$average, c(3, NA, 3, 3, 3, 3, 3))
  expect_equal(by_weekday(grid)$total, rep(3, 7))
  html <- as.character(heatmap("cell", grid, "orders"))
  expect_length(gregexpr("class=\"none\"", html)[[1]], 23)
  expect_length(gregexpr("none yet", html)[[1]], 23)
  expect_match(column_tip("Tuesday", by_weekday(grid)[2, ]), "Tuesday\nnone over yet\n3 in total")
})
