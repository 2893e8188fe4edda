test_that("every tab has sets of events, and each set has a label", {
  expect_setequal(names(SETS_OF_TABS), TABS)
  for (tab in names(SETS_OF_TABS)) {
    expect_true(all(SETS_OF_TABS[[tab]] %in% names(EVENT_SETS)))
    expect_equal(unname(set_choices(tab)), c(NO_SET, SETS_OF_TABS[[tab]]))
    expect_false(any(is.na(names(set_choices(tab)))))
  }
})

test_that("a set that a tab does not have is none", {
  expect_equal(set_of_tab("searches", "pages"), "searches")
  expect_equal(set_of_tab("searches", "overview"), NO_SET)
  expect_equal(set_of_tab("page_views; DROP TABLE", "overview"), NO_SET)
})

test_that("a row names the object and the line, and a name from an event is text", {
  board <- list(currency = "VND", money_in = function(currency) function(amount) paste(amount, currency))
  row <- data.frame(
    at = "2026-06-01 10:00:00", event = "checkout_complete", event_id = "e-1", session = "s-1",
    about = "<b>A-1</b>", revenue = 12, currency = "", object = "events/2026/06/01/10/a.json.gz", line = 1234
  )
  html <- as.character(events_table(NS("events"), row, board))
  expect_match(html, "events/2026/06/01/10/a.json.gz</code>", fixed = TRUE)
  expect_match(html, spaced("line 1_234"))
  expect_match(html, "&lt;b&gt;A-1&lt;/b&gt;", fixed = TRUE)
  expect_match(html, "12 VND")
  row$revenue <- NA
  expect_false(grepl("VND", as.character(events_table(NS("events"), row, board))))
})
