DATA_UNTIL <- as.POSIXct("2026-11-23 09:20:00", tz = "UTC")
KNOWN <- list(data_until = DATA_UNTIL, events = 5, quarantined = 0, version = "1")
PROBLEM <- tryCatch(
  stop_unreachable(list(dbname = "clickstream_dw", host = "db", port = "5432"), "refused"), error = identity
)
banner_html <- function(...) as.character(tagList(freshness_banner(..., time_zone = TIME_ZONE)))
note_html <- function(...) as.character(tagList(freshness_note(..., time_zone = TIME_ZONE)))

test_that("the time of the newest data is shown on the shop's clock", {
  html <- note_html(KNOWN, DATA_UNTIL + 120, NULL)
  expect_match(html, "23 Nov 2026, 16:20")
  expect_match(html, "last load\\s+16:22")
  expect_match(html, "data-value=\"2026-11-23T09:20:00Z\"", fixed = TRUE)
})

test_that("a last load on another day is shown with its day", {
  expect_match(note_html(KNOWN, DATA_UNTIL + 86400, NULL), "last load\\s+24 Nov 2026, 16:20")
})

test_that("an empty warehouse says so", {
  empty <- modifyList(KNOWN, list(data_until = as.POSIXct(NA)))
  expect_match(note_html(empty, as.POSIXct(NA), NULL), "Nothing loaded yet")
  expect_equal(banner_html(KNOWN, as.POSIXct(NA), NULL, DATA_UNTIL), "")
})

test_that("a load is stale after two hours, and not a second earlier", {
  expect_equal(banner_html(KNOWN, DATA_UNTIL, NULL, DATA_UNTIL + 7200), "")
  html <- banner_html(KNOWN, DATA_UNTIL, NULL, DATA_UNTIL + 7201)
  expect_match(html, "data-state=\"stale\"")
  expect_match(html, "2 h 0 min ago")
})

test_that("an unreachable warehouse is named, and the figures shown are dated", {
  html <- banner_html(KNOWN, DATA_UNTIL, PROBLEM, DATA_UNTIL)
  expect_match(html, "clickstream_dw on db:5432 does not answer")
  expect_match(html, "data until 23 Nov 2026, 16:20")
  expect_match(html, "data-input=\"retry\"")
  expect_match(banner_html(NULL, NULL, PROBLEM, DATA_UNTIL), "tries again every few seconds")
})
