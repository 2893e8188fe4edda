TODAY <- as.Date("2026-11-23")
FIRST <- as.Date("2026-09-01")
parsed <- function(query) parse_address(query, TODAY, FIRST)

test_that("an address without a question opens Today with the last 7 days", {
  start <- parsed("")
  expect_equal(start$tab, "today")
  expect_equal(start$filters, list(
    period = "7", from = as.Date("2026-11-17"), to = TODAY, login = "all", traffic = "people"
  ))
})

test_that("an address of any other tab without days opens it with the last 30 days", {
  for (tab in setdiff(TABS, "today")) {
    start <- parsed(paste0("?tab=", tab))
    expect_equal(start$tab, tab)
    expect_equal(start$filters, list(
      period = "30", from = as.Date("2026-10-25"), to = TODAY, login = "all", traffic = "people"
    ))
  }
})

test_that("a shared address gives back its tab and filters", {
  start <- parsed("?tab=funnel&from=2026-11-01&to=2026-11-23&login=logged_in&traffic=people")
  expect_equal(start$tab, "funnel")
  expect_equal(start$filters, some_filters("2026-11-01", "2026-11-23", "logged_in", "people"))
})

test_that("invalid values in an address fall back to their defaults", {
  expect_equal(parsed("?tab=x&period=y&login=admin&traffic='--&from=2026-02-31"), parsed(""))
  expect_equal(parsed("?from=2026-11-01"), parsed(""))
  expect_equal(parsed("?from=2026-13-01&to=2026-11-01"), parsed(""))
})

test_that("days in the wrong order are swapped", {
  filters <- parsed("?from=2026-11-20&to=2026-11-10")$filters
  expect_equal(c(filters$from, filters$to), as.Date(c("2026-11-10", "2026-11-20")))
})

test_that("no address asks for a day outside the data or for more than 25 months", {
  long_ago <- as.Date("2019-03-31")
  odd <- c(
    "?from=0001-01-01&to=9999-12-31", "?from=9999-12-31&to=0001-01-01", "?from=0020-11-01&to=2026-11-23",
    "?from=2027-01-01&to=2027-12-31", "?from=1970-01-01&to=1970-01-02", "?from=0000-00-00&to=9999-99-99",
    "?from=2026-11-01&from=0001-01-01&to=9999-12-31", "?from=%zz&to=%ff%fe", "?from=2026-11-01%00&to=x", "?%", "?from",
    "?from[]=2026-11-01&to=-2026-11-01", "?from=02026-11-01&to=12026-11-01", "?period=all&period=7",
    "?from=\uff12\uff10\uff12\uff16-11-01&to=2026-11-23", "?from=\xff", NA, paste0("?from=", strrep("9", 1e5)),
    paste0("?login=", strrep("a", 1e5), "&from=0001-01-01&to=9999-12-31")
  )
  for (query in odd) for (first_day in list(FIRST, long_ago, as.Date(NA))) {
    filters <- parse_address(query, TODAY, first_day)$filters
    expect_true(filters$from <= filters$to && filters$to <= TODAY)
    expect_true(filters$period != "custom" || is.na(first_day) || filters$from >= first_day)
    expect_true(filters$from > months_before(filters$to, 25))
  }
  expect_equal(
    parsed("?from=0001-01-01&to=9999-12-31")$filters, some_filters(FIRST, TODAY, traffic = "people")
  )
})

test_that("the note names the requested days that are not shown", {
  note <- function(from, to, first_day = FIRST) {
    shown_days(list(period = "custom", from = as.Date(from), to = as.Date(to)), TODAY, first_day)$note
  }
  expect_null(note("2026-09-01", "2026-11-23"))
  expect_equal(note("0001-01-01", "2026-11-01"), "The data begins on 1 Sep 2026.")
  expect_equal(note("2026-11-01", "9999-12-31"), "Today is 23 Nov 2026.")
  expect_equal(note("2026-08-01", "2026-08-02"), "The data begins on 1 Sep 2026.")
  expect_equal(note("2021-01-01", "2026-11-22", as.Date("2019-01-01")), "At most 25 months are shown at once.")
  expect_equal(
    note("0001-01-01", "9999-12-31", as.Date("2019-01-01")),
    "Today is 23 Nov 2026. The data begins on 1 Jan 2019. At most 25 months are shown at once."
  )
})

test_that("all time is at most 25 months as well, and says so", {
  shown <- shown_days(list(period = "all"), TODAY, as.Date("2019-01-01"))
  expect_equal(c(shown$from, shown$to), as.Date(c("2024-10-24", "2026-11-23")))
  expect_equal(shown$note, "At most 25 months are shown at once.")
})

test_that("a day from the field is clamped like one in the address, and moves the other one along", {
  shiny::testServer(filters_server, args = list(
    start = parsed("")$filters, today = reactive(TODAY), first_day = reactive(FIRST)
  ), {
    days <- function() {
      session$elapse(SETTLED_AFTER_MS)
      session$getReturned()$value()[c("from", "to")]
    }
    session$setInputs(login = "all", traffic = "all", period = "30")
    session$setInputs(from = "0002-10-01")
    expect_equal(days(), list(from = FIRST, to = TODAY))
    expect_match(html_of(output$note), "The data begins on 1 Sep 2026.", fixed = TRUE)
    session$setInputs(to = "2026-10-05")
    expect_equal(days(), list(from = FIRST, to = as.Date("2026-10-05")))
    session$setInputs(from = "2026-10-20")
    expect_equal(days(), list(from = as.Date("2026-10-20"), to = as.Date("2026-10-20")))
    session$setInputs(to = "9999-12-31")
    expect_equal(days(), list(from = as.Date("2026-10-20"), to = TODAY))
    for (nonsense in list("", "275760-09-13", "2026-02-31", "\xff", c("2026-10-01", "2026-10-02"), 7, list("a"))) {
      session$setInputs(from = nonsense, to = nonsense)
      expect_equal(days(), list(from = as.Date("2026-10-20"), to = TODAY))
    }
  })
})

test_that("filters that change quickly lead to one query", {
  shiny::testServer(filters_server, args = list(
    start = parsed("")$filters, today = reactive(TODAY), first_day = reactive(FIRST)
  ), {
    session$setInputs(login = "all", traffic = "all", period = "30")
    session$elapse(SETTLED_AFTER_MS)
    settled <- 0
    observeEvent(session$getReturned()$value(), ignoreInit = TRUE, settled <<- settled + 1)
    session$flushReact()
    for (login in c("guest", "anonymous", "logged_in")) {
      session$setInputs(login = login)
      session$elapse(SETTLED_AFTER_MS / 2)
    }
    expect_equal(settled, 0)
    session$elapse(SETTLED_AFTER_MS)
    expect_equal(settled, 1)
    expect_equal(session$getReturned()$value()$login, "logged_in")
  })
})

test_that("presets end today and count today", {
  expect_equal(day_count(parsed("?period=7")$filters), 7L)
  expect_equal(parsed("?period=90")$filters$to, TODAY)
  expect_equal(parsed("?period=all")$filters$from, FIRST)
  expect_equal(days_of_period("all", TODAY, TODAY + 3)$from, TODAY)
})

test_that("the previous period has the same length and ends the day before", {
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

test_that("days are compared with as many before them, or with those as many whole weeks earlier", {
  thirty <- some_filters("2026-10-25", "2026-11-23")
  for (case in list(
    list(some_filters("2026-11-17", "2026-11-23"), 7, "the 7 days a week earlier"),
    list(some_filters("2026-11-23", "2026-11-23"), 7, "the day a week earlier"),
    list(thirty, 35, "the 30 days 5 weeks earlier")
  )) {
    against <- modifyList(case[[1]], list(against = "weekdays"))
    before <- previous_filters(against)
    expect_equal(as.integer(against$from - before$from), case[[2]])
    expect_equal(day_count(before), day_count(against))
    expect_equal(weekday_of(before$from), weekday_of(against$from))
    expect_lt(as.integer(before$to), as.integer(against$from))
    expect_equal(before_in_words(against), case[[3]])
  }
  expect_equal(as.integer(thirty$from - previous_filters(thirty)$from), 30)
  expect_equal(before_in_words(thirty), "the previous 30 days")
})
