moment <- function(text) as.POSIXct(text, tz = "UTC")

some_alerts <- function(over_at = NA) {
  words <- "Sessions, device mobile: 1,240 in 6 hours, 2,066 were expected (40 % fewer)"
  data.frame(
    alert_id = seq_along(over_at), words = words, hours = 6, until = moment("2026-06-14 09:00"),
    over_at = as.POSIXct(over_at, tz = "UTC"), observed = 1240, expected = 2066
  )
}

test_that("open alerts are named in the title of the tab, and those that are over are not", {
  expect_equal(open_alerts_sentence(some_alerts()), "1 alert is open.")
  expect_equal(open_alerts_sentence(some_alerts(c(NA, NA))), "2 alerts are open.")
  expect_equal(open_alerts_sentence(some_alerts("2026-06-15 10:00")), "")
})

test_that("the first open alert is the title of the card, with the page's numbers", {
  expect_equal(
    alerts_headline(some_alerts()),
    spaced("Sessions, device mobile: 1_240 in 6 hours, 2_066 were expected (40 % fewer)")
  )
  expect_equal(alerts_headline(some_alerts("2026-06-15 10:00")), "No alert is open")
  expect_equal(alerts_headline(some_alerts()[0, ]), "Nothing was far from its expectation")
})

test_that("an alert has its numbers and its times on the shop's clock", {
  alerts <- some_alerts(c(NA, "2026-06-15 10:00"))
  html <- as.character(alerts_card(identity, alerts, moment("2026-06-15 10:00"), TIME_ZONE))
  expect_match(html, "Compared until 15 Jun 2026, 17:00")
  expect_match(html, "Found in the 6 hours until 14 Jun 2026, 16:00; open")
  expect_match(html, "; over since 15 Jun 2026, 17:00")
  expect_equal(value_at(html, "alert-1-observed"), 1240)
  expect_equal(value_at(html, "alert-1-expected"), 2066)
})

test_that("a young warehouse says that nothing is compared yet", {
  html <- as.character(alerts_card(identity, some_alerts()[0, ], as.POSIXct(NA), TIME_ZONE))
  expect_match(html, "Nothing is compared yet: it takes four weeks of data")
  expect_match(html, "no-alerts")
})

test_that("the share of bots is said, and is 0 only if there are none", {
  kinds <- data.frame(who = c("people", "bots"), events = c(823, 177))
  expect_equal(bots_headline(kinds), spaced("17.7_% of the events are from bots"))
  expect_equal(bots_headline(kinds[1, ]), "No event is from a bot")
  html <- as.character(bots_card(identity, kinds))
  expect_equal(value_at(html, "who-bots"), 177)
  expect_equal(value_at(html, "who-staff"), 0)
  expect_match(as.character(bots_card(identity, kinds[0, ])), "No events happened in these days")
})

some_run <- function(error = NA, finished_at = "2026-06-14 09:07:30") {
  data.frame(
    run_id = 7, started_at = moment("2026-06-14 09:07:00"), finished_at = as.POSIXct(finished_at, tz = "UTC"),
    complete_until = moment("2026-06-14 09:07:00"), loaded = 500, duplicates = 2, quarantined = 1, error = error
  )
}

test_that("the last load is described by its end, or by its error", {
  expect_equal(runs_headline(some_run(), TIME_ZONE), "The last load ended 14 Jun 2026, 16:07")
  expect_equal(runs_headline(some_run("no bucket", NA), TIME_ZONE), "The last load failed: no bucket")
  expect_equal(runs_headline(some_run(finished_at = NA), TIME_ZONE), "No load has come to its end yet")
  expect_equal(runs_headline(some_run()[0, ], TIME_ZONE), "Nothing has been loaded yet")
  expect_equal(run_result(some_run()), "ended after 30 s")
  expect_equal(run_result(some_run("no bucket")), "failed: no bucket")
  expect_equal(run_result(some_run(finished_at = NA)), "at work, or killed")
})

test_that("an example shows where its line is, and nothing in it is HTML", {
  quarantine <- data.frame(reason = "not_json", lines = 1)
  example <- data.frame(
    reason = "not_json", detail = "Unexpected end", object_key = "events/2026/06/15/09/a", line = 3, raw = "{\"<b>"
  )
  html <- as.character(quarantine_card(identity, quarantine, example))
  expect_match(html, "Not json: Unexpected end")
  expect_match(html, "Line 3 of events/2026/06/15/09/a")
  expect_match(html, "{\"&lt;b&gt;", fixed = TRUE)
  expect_match(as.character(quarantine_card(identity, quarantine[0, ], example[0, ])), "The quarantine is empty")
})
