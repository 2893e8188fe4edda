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

test_that("states without events are left out, except loaded", {
  expect_equal(ledger_places(some_days(received = 5, rejected = 5))$place, c("loaded", "rejected"))
})

test_that("the largest of the other states comes first", {
  days <- some_days(received = 1000, loaded = 900, duplicates = 20, rejected = 80)
  expect_equal(
    places_sentence(ledger_places(days)), spaced("90.0_% are loaded; 8.0_% are rejected and 2.0_% are duplicates")
  )
  expect_equal(places_sentence(ledger_places(some_days(received = 7, loaded = 7))), spaced("100.0_% are loaded"))
})

test_that("one event of a million is neither rounded down to nothing nor up to all", {
  days <- some_days(received = 1e6, loaded = 1e6 - 1, erased = 1)
  expect_equal(
    places_sentence(ledger_places(days)),
    spaced("More than 99.9_% are loaded; less than 0.1_% are erased")
  )
})

test_that("losses in browsers and replays are mentioned if there are any", {
  expect_equal(ledger_remarks(some_days()), "")
  expect_match(ledger_remarks(some_days(lost_in_browser = 12)), "browsers report 12 more")
  expect_match(ledger_remarks(some_days(replayed = 3)), "a replay brought 3 of them out of quarantine")
})

test_that("days on which nothing was received stay on the line", {
  points <- received_by_day(some_days(received = 4), as.Date("2026-05-31"), as.Date("2026-06-02"))
  expect_equal(points$value, c(0, 4, 0))
})

test_that("an hour with missing events is named on the shop's clock", {
  gaps <- data.frame(hour = as.POSIXct("2026-06-01 02:00:00", tz = "UTC"), missing = 3)
  html <- as.character(gaps_card(identity, gaps, TIME_ZONE))
  expect_match(html, "1 hour has missing events")
  expect_match(html, "1 Jun 2026, 09:00")
  expect_equal(value_at(html, "gap-2026060102"), 3)
})

some_faults <- function(sender = "segment", fault = "order.revenue: expected integer", events = 1) {
  data.frame(sender = sender, fault = fault, events = events)
}

test_that("a fault is described in words that need no knowledge of the format", {
  expect_equal(fault_words(c(
    "order.revenue: expected integer", "order.currency: expected string to match '^[A-Z]{3}$'",
    "cart: items.id: is missing", "order.items.price: expected integer to be greater or equal to 0",
    "product: is missing", "list.items: is missing", "cart.items: expected array",
    "userLoginState: expected 'logged_in'",
    "pageTitle: expected string length less or equal to 9",
    "eventTimestamp: expected string to match 'date-time' format",
    "clientId: expected string length greater or equal to 1"
  )), c(
    "Amount of the order is not a whole number",
    "Currency of the order is not a code of three capital letters, such as VND",
    "Id of a line of the cart is missing", "Price of a line of the order is below 0",
    "The product is missing", "Set of products of the list is missing",
    "List of lines of the cart is not a list",
    "Login state is not one of the known values", "Title of the page is too long",
    "Time of the event is not an ISO 8601 time", "Id of the browser is empty"
  ))
})

test_that("a fault or a sender without words is shown as it is", {
  expect_equal(fault_words(c("odd", "odd.field: is blue")), c("odd", "Field is blue"))
  expect_equal(sender_name(c("ga4", "matomo")), c("Google Analytics 4", "matomo"))
})

test_that("the title of the faults names the sender with the most of them", {
  expect_equal(faults_headline(some_faults()), "1 fault was corrected in events from Segment")
  both <- some_faults(c("segment", "ga4", "ga4"), events = c(1200, 700, 600))
  expect_equal(
    faults_headline(both), spaced("2_500 faults were corrected, 1_300 of them in events from Google Analytics 4")
  )
})

test_that("faults are shown by sender, only the most frequent ones if there are many", {
  faults <- some_faults(fault = sprintf("odd%02d: is missing", 1:25), events = 25:1)
  html <- as.character(faults_card(identity, faults))
  expect_equal(value_at(html, "fault-segment-odd01-is-missing"), 25)
  expect_length(ids_with(html, "fault-"), 20)
  expect_match(html, "5 rarer faults are not shown")
  expect_match(as.character(faults_card(identity, faults[0, ])), "Nothing had to be corrected")
})
