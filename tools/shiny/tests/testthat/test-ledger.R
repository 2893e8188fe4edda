some_days <- function(...) {
  counts <- list(...)
  days <- data.frame(day = as.Date("2026-06-01"), received = 0)
  for (place in c(LEDGER_PLACES$place, "replayed", "lost_in_browser")) days[[place]] <- 0
  for (name in names(counts)) days[[name]] <- counts[[name]]
  days
}

test_that("the headline says that all is accounted for, or how much is not", {
  whole <- some_days(received = 12480, loaded = 12480)
  expect_equal(ledger_headline(ledger_places(whole), 12480), spaced("All 12_480 events received are accounted for."))
  gap <- some_days(received = 12480, loaded = 12443, missing = 37)
  expect_equal(
    ledger_headline(ledger_places(gap), 12480), spaced("37 of 12_480 events received are not accounted for.")
  )
  one <- some_days(received = 1, loaded = 1)
  expect_equal(ledger_headline(ledger_places(one), 1), "The one event received is accounted for.")
})

test_that("places that hold nothing are left out, but for the loaded", {
  expect_equal(ledger_places(some_days(received = 5, rejected = 5))$place, c("loaded", "rejected"))
})

test_that("the largest of the other places is told first", {
  days <- some_days(received = 1000, loaded = 900, duplicates = 20, rejected = 80)
  expect_equal(
    places_sentence(ledger_places(days)), spaced("90.0_% are loaded; 8.0_% are rejected and 2.0_% came twice")
  )
  expect_equal(places_sentence(ledger_places(some_days(received = 7, loaded = 7))), spaced("100.0_% are loaded"))
})

test_that("one event of a million is neither nothing nor rounds up to all", {
  days <- some_days(received = 1e6, loaded = 1e6 - 1, erased = 1)
  expect_equal(
    places_sentence(ledger_places(days)),
    spaced("more than 99.9_% are loaded; less than 0.1_% are erased")
  )
})

test_that("what browsers lost and what was replayed is told when there is any", {
  expect_equal(ledger_remarks(some_days()), "")
  expect_match(ledger_remarks(some_days(lost_in_browser = 12)), "browsers report 12 more")
  expect_match(ledger_remarks(some_days(replayed = 3)), "3 of them came out of quarantine")
})

test_that("days on which nothing was received stay on the line", {
  points <- received_by_day(some_days(received = 4), as.Date("2026-05-31"), as.Date("2026-06-02"))
  expect_equal(points$value, c(0, 4, 0))
})

test_that("an hour that misses events is named on the shop's clock", {
  gaps <- data.frame(hour = as.POSIXct("2026-06-01 02:00:00", tz = "UTC"), missing = 3)
  html <- as.character(gaps_card(identity, gaps, TIME_ZONE))
  expect_match(html, "1 hour misses events")
  expect_match(html, "1 Jun 2026, 09:00")
  expect_equal(value_at(html, "gap-2026060102"), 3)
})
