# Clicks on the tab, with the real figures of the planned faults and a record that a test can read.
OCTOBER <- some_filters("2026-10-12", "2026-10-19", traffic = "people")

a_record <- function(answer = data.frame(entry_id = 1)) {
  record <- new.env()
  record$is_open <- TRUE
  record$written <- list()
  record$write <- function(sql, params, done) {
    record$written <- c(record$written, list(jsonlite::fromJSON(params[[1]])))
    done(answer)
  }
  record
}

# What a reader sees after some clicks.
after_clicks <- function(record, clicks, board = a_board(OCTOBER)) {
  seen <- list()
  testServer(actions_server, args = list(board = modifyList(board, list(record = as.list(record)))), {
    seen$actions <<- html_of(output$actions)
    for (click in clicks) session$setInputs(record = click)
    seen$said <<- html_of(output$said)
  })
  seen
}

test_that("a click records the figures that the server has drawn, whatever else the browser sends", {
  record <- a_record()
  seen <- after_clicks(record, list(list(
    change = "done", kind = "product", key = "CHAIR-0", day = "2026-10-14", gain = 1e12, part = 0
  )))
  expect_match(seen$said, "Recorded: done on 14 Oct 2026")
  written <- record$written[[1]]
  gain <- value_at(gsub("id=\"(mock-session|proxy[0-9]+)-", "id=\"", seen$actions), "1-gain")
  expect_equal(written$gain, gain)
  expect_equal(c(written$part, written$whole), c(2, 400))
  expect_equal(written$done_on, "2026-10-14")
})

test_that("nothing is written for an action that is not on the page, nor for a click without sense", {
  record <- a_record()
  seen <- after_clicks(record, list("x", list(change = "done", kind = "product", key = "CHAIR-1", day = "2026-10-14")))
  expect_match(seen$said, "not shown any more")
  expect_length(record$written, 0)
})

test_that("without the role that records, the tab offers no button and writes nothing", {
  record <- a_record()
  record$is_open <- FALSE
  seen <- after_clicks(record, list(list(change = "done", kind = "product", key = "CHAIR-0", day = "2026-10-14")))
  expect_false(grepl("data-done-input", seen$actions))
  expect_match(seen$actions, "CHAIR-0")
  expect_length(record$written, 0)
})

test_that("where the record cannot be read, the actions are shown all the same", {
  board <- a_board(OCTOBER)
  board$done <- reactive(stop_query_failed("ERROR:  no"))
  seen <- after_clicks(a_record(), list(), board)
  expect_match(seen$actions, "Rework the page of Model CHAIR-0")
  expect_false(grepl("data-done-input", seen$actions))
})

test_that("a failure to write is said, and its reason is logged", {
  record <- a_record(unreachable(SETTINGS, "gone"))
  click <- list(change = "done", kind = "product", key = "CHAIR-0", day = "2026-10-14")
  expect_message(seen <- after_clicks(record, list(click)), "gone")
  expect_match(seen$said, "Nothing was recorded")
})
