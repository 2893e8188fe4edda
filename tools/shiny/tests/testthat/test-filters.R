TODAY <- as.Date("2026-11-23")
FIRST <- as.Date("2026-09-01")
parsed <- function(query) parse_address(query, TODAY, FIRST)

test_that("an address without a question opens the Overview of the last 30 days", {
  start <- parsed("")
  expect_equal(start$tab, "overview")
  expect_equal(start$filters, list(
    period = "30", from = as.Date("2026-10-25"), to = TODAY, login = "all", traffic = "all"
  ))
})

test_that("a shared address gives back its tab and filters", {
  start <- parsed("?tab=funnel&from=2026-11-01&to=2026-11-23&login=logged_in&traffic=people")
  expect_equal(start$tab, "funnel")
  expect_equal(start$filters, some_filters("2026-11-01", "2026-11-23", "logged_in", "people"))
})

test_that("what makes no sense in an address falls back to its default", {
  expect_equal(parsed("?tab=x&period=y&login=admin&traffic='--&from=2026-02-31"), parsed(""))
  expect_equal(parsed("?from=2026-11-01"), parsed(""))
  expect_equal(parsed("?from=2026-13-01&to=2026-11-01"), parsed(""))
})

test_that("days in the wrong order are put right", {
  filters <- parsed("?from=2026-11-20&to=2026-11-10")$filters
  expect_equal(c(filters$from, filters$to), as.Date(c("2026-11-10", "2026-11-20")))
})

test_that("presets end today and count today", {
  expect_equal(day_count(parsed("?period=7")$filters), 7L)
  expect_equal(parsed("?period=90")$filters$to, TODAY)
  expect_equal(parsed("?period=all")$filters$from, FIRST)
  expect_equal(days_of_period("all", TODAY, TODAY + 3)$from, TODAY)
})

test_that("every choice of tab and filters survives the way through the address bar", {
  for (tab in TABS) for (login in LOGIN_STATES) for (traffic in TRAFFIC) for (period in c(PERIODS, "custom")) {
    days <- if (period == "custom") {
      list(period = "custom", from = as.Date("2026-02-28"), to = as.Date("2026-03-01"))
    } else {
      days_of_period(period, TODAY, FIRST)
    }
    filters <- c(days, list(login = login, traffic = traffic))
    expect_equal(parsed(address_of(tab, filters)), list(tab = tab, filters = filters))
  }
})

test_that("the period before is as long and ends the day before", {
  before <- previous_filters(some_filters("2026-11-01", "2026-11-07", "guest", "people"))
  expect_equal(c(before$from, before$to), as.Date(c("2026-10-25", "2026-10-31")))
  expect_equal(before[c("login", "traffic")], list(login = "guest", traffic = "people"))
})

test_that("filters are described in words", {
  expect_equal(
    describe_filters(some_filters("2026-11-01", "2026-11-07", "guest", "people")),
    "1 Nov \u2013 7 Nov 2026, guests, people only"
  )
})
