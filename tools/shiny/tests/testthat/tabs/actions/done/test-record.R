# A click becomes an entry, or a sentence about why it does not.
TODAY <- as.Date("2026-11-23")
DAYS <- some_filters("2026-10-25", "2026-11-23", traffic = "people")

shown_action <- function(...) {
  utils::modifyList(data.frame(
    kind = "product", key = "AERO", label = "Aero", topic = "product", group = "chairs", part = 2, whole = 400,
    other_part = 90, other_whole = 180, point = 1234567.25, lower = 1000, upper = 2e6, q = 0.01,
    stringsAsFactors = FALSE
  ), list(...))
}

done_rows <- function(...) {
  utils::modifyList(cbind(shown_action()[rep(1, 1), ], data.frame(
    action_id = 7, newest_entry = 9, done_on = as.Date("2026-11-10"), first_done_on = as.Date("2026-11-10"),
    recorded_at = 0, counted_from = as.Date("2026-10-01"), counted_to = as.Date("2026-10-30"), login = "all",
    traffic = "people", currency = "VND"
  )), list(...))
}

NO_DONE <- done_rows()[0, ]

entry_for <- function(click, shown = shown_action(), done = NO_DONE) {
  entry_of(c(click, list(kind = "product", key = "AERO")), shown, done, DAYS, "VND", TODAY)
}

test_that("one click records the action with the promise that was shown, to the last digit", {
  made <- entry_for(list(change = "done", day = "2026-11-23"))
  written <- jsonlite::fromJSON(entry_json(made$entry))
  expect_equal(written$done_on, "2026-11-23")
  expect_equal(written$seen, 0)
  expect_equal(written$gain, 1234567.25)
  expect_equal(c(written$counted_from, written$login_state, written$traffic), c("2026-10-25", "all", "people"))
  expect_setequal(names(written), ENTRY_COLUMNS)
})

test_that("an action without a group is recorded without one", {
  made <- entry_for(list(change = "done", day = "2026-11-23"), shown_action(group = NA_character_))
  expect_false(grepl("group_name", entry_json(made$entry)))
})

test_that("an entry says which one it comes after", {
  withdrawn <- done_rows(done_on = as.Date(NA))
  made <- entry_for(list(change = "done", day = "2026-11-23"), done = withdrawn)
  expect_equal(made$entry$seen, 9)
})

test_that("a day is changed or withdrawn without a new promise", {
  moved <- entry_for(list(change = "moved", day = "2026-11-09"), done = done_rows())
  expect_equal(moved$entry, list(kind = "product", key = "AERO", seen = 9, done_on = "2026-11-09"))
  gone <- entry_for(list(change = "withdrawn"), done = done_rows())
  expect_equal(gone$entry, list(kind = "product", key = "AERO", seen = 9))
  expect_match(entry_for(list(change = "withdrawn"))$problem, "not shown any more")
})

test_that("a day that does not exist or has not come is refused", {
  for (day in list("2026-11-24", "2026-02-30", "", NULL, list(1), "soon")) {
    expect_match(entry_for(list(change = "done", day = day))$problem, "up to today, 23 Nov 2026")
  }
})

test_that("a click that the page does not offer is refused", {
  for (click in list(
    list(), list(change = "done", kind = "product", key = "OTHER", day = "2026-11-23"),
    list(change = "drop", kind = "product", key = "AERO"), list(change = "done", kind = list(), key = NULL)
  )) {
    expect_match(entry_of(click, shown_action(), NO_DONE, DAYS, "VND", TODAY)$problem, "not shown any more")
  }
  expect_match(entry_of(list(change = "done"), NULL, NULL, NULL, "VND", TODAY)$problem, "not shown any more")
})

test_that("an action is offered again once four weeks have been measured", {
  expect_equal(done_lately(shown_action(), done_rows(), TODAY)$action_id, 7)
  expect_null(done_lately(shown_action(), done_rows(done_on = TODAY - 29), TODAY))
  expect_null(done_lately(shown_action(), done_rows(done_on = as.Date(NA)), TODAY))
  expect_null(done_lately(shown_action(key = "OTHER"), done_rows(), TODAY))
})

test_that("the reader hears what became of a click", {
  entry <- list(done_on = "2026-11-09")
  expect_equal(recorded_sentence(entry, data.frame(entry_id = 3)), "Recorded: done on 9 Nov 2026.")
  expect_match(recorded_sentence(list(), data.frame(entry_id = 3)), "^Withdrawn")
  expect_match(recorded_sentence(entry, data.frame(entry_id = numeric(0))), "Somebody has just changed")
  expect_match(recorded_sentence(entry, unreachable(SETTINGS, "gone")), "^Nothing was recorded\\. The warehouse")
})

test_that("a subject is named in a few words, for charts and buttons", {
  name <- function(...) subject_words(shown_action(...))
  expect_equal(name(), "the page of Aero")
  expect_equal(
    name(kind = "step", topic = "checkout_complete", group = "device", label = "mobile"), "checkout to order on a phone"
  )
  expect_equal(name(kind = "campaign", label = "spring"), "the campaign spring")
  expect_equal(name(kind = "cart"), "reminders of abandoned carts")
  expect_equal(name(kind = "term", label = "stool"), "the search \u201cstool\u201d")
})
