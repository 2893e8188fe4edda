VIEWS <- data.frame(
  view_id = c(1, 2), name = c("Guests", "Mobile \u2013 30 days"), address = c("?tab=funnel", "?tab=time"),
  stringsAsFactors = FALSE
)
save_as <- function(name) change_of_views(list(change = "save", name = name), VIEWS, "?tab=carts&period=7")

test_that("a view is saved with the address that the server shows, whatever else the browser sends", {
  change <- change_of_views(
    list(change = "save", name = "  Caf\u00e9 ", address = "https://elsewhere.example"), VIEWS, "?tab=carts&period=7"
  )
  expect_identical(change$params, list("Caf\u00e9", "?tab=carts&period=7", MOST_VIEWS))
  expect_equal(change$said, "Saved as \u201cCaf\u00e9\u201d, for all readers.")
})

test_that("a bad name gets a sentence that says what to do", {
  for (none in list("", "   ", NULL, NA, 3, c("a", "b"), "\xff")) {
    expect_equal(save_as(none)$problem, "Give the view a name first.")
  }
  expect_match(save_as(strrep("x", 81))$problem, "at most 80 characters, this one has 81")
  expect_match(save_as("a\nb")$problem, "one line")
  expect_match(save_as("gUESTS")$problem, "There is a view \u201cGuests\u201d already")
  expect_null(save_as(strrep("x", 80))$problem)
})

test_that("a view is renamed and deleted as its reader saw it", {
  renamed <- change_of_views(list(change = "rename", id = "1", name = "guests"), VIEWS, "?tab=time")
  expect_identical(renamed$params, list("guests", "1", "Guests"))
  taken <- change_of_views(list(change = "rename", id = "2", name = "guests"), VIEWS, "?tab=time")
  expect_match(taken$problem, "already")
  deleted <- change_of_views(list(change = "delete", id = "2"), VIEWS, "?tab=time")
  expect_identical(deleted$params, list("2", "Mobile \u2013 30 days"))
  for (click in list(list(), list(change = "delete", id = "7"), list(change = "rename"), list(change = "drop"))) {
    expect_match(change_of_views(click, VIEWS, "?tab=time")$problem, "not in the list any more")
  }
})

test_that("the list has an end", {
  full <- data.frame(view_id = seq_len(MOST_VIEWS), name = paste("View", seq_len(MOST_VIEWS)), address = "?tab=time")
  expect_match(change_of_views(list(change = "save", name = "One more"), full, "?tab=time")$problem, "Delete one")
})

test_that("a link by name leads to its view, and an unknown one to a sentence", {
  expect_identical(view_named(" GUESTS ", VIEWS), list(address = "?tab=funnel"))
  expect_match(view_named("nobody", VIEWS)$problem, "no saved view \u201cnobody\u201d")
  expect_match(view_named(strrep("y", 500), VIEWS[0, ])$problem, "no saved view")
})

test_that("a change that came too late, or that the warehouse refused, is said", {
  change <- save_as("New")
  expect_equal(changed_sentence(change, data.frame(view_id = 3)), change$said)
  expect_match(changed_sentence(change, data.frame(view_id = numeric())), "Somebody has just changed")
  expect_match(changed_sentence(change, query_failed("ERROR:  no")), "Nothing was changed")
})

test_that("the list stays while its sheet is closed: what is half done in it is not lost", {
  box <- list2env(list(views = VIEWS))
  record <- list(is_open = TRUE, changes = reactiveVal(0), write = function(...) NULL)
  ask <- function(question, changes) if (changes >= 0) box$views
  of <- list(ask = ask, record = record, address = reactive("?tab=carts"), start = "")
  testServer(saved_views_server, args = of, {
    session$setInputs(is_open = TRUE)
    opened <- output$sheet$html
    expect_match(opened, "Guests")
    session$setInputs(is_open = FALSE)
    expect_identical(output$sheet$html, opened)
    box$views <- VIEWS[2, ]
    record$changes(1)
    session$setInputs(is_open = TRUE)
    expect_no_match(output$sheet$html, "Guests")
  })
})
