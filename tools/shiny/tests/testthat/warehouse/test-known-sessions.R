# The two days of tests/warehouse/known-sessions.ts, counted by hand: 2 and 3 March 2026.
MONDAY <- "2026-03-02"
TUESDAY <- "2026-03-03"
totals_of <- function(...) {
  overview_totals(a_board(some_filters(...))$ask(ask_days, some_filters(...), currency = "VND"))
}
steps_of <- function(...) {
  filters <- some_filters(...)
  funnel_steps(a_board(filters)$ask(ask_funnel, filters))$sessions
}

test_that("sessions belong to the day they began, events to the day they happened", {
  both <- totals_of(MONDAY, TUESDAY)
  expect_equal(both[c("sessions", "page_views", "orders", "revenue", "visitors")], list(
    sessions = 4, page_views = 6, orders = 1, revenue = 36030000, visitors = 3
  ))
  expect_equal(both$conversion, 0.25)
  monday <- totals_of(MONDAY, MONDAY)
  expect_equal(monday[c("sessions", "page_views", "visitors")], list(sessions = 2, page_views = 3, visitors = 1))
  tuesday <- totals_of(TUESDAY, TUESDAY)
  expect_equal(tuesday[c("sessions", "page_views", "visitors")], list(sessions = 2, page_views = 3, visitors = 2))
})

test_that("sessions take their strongest login state, events their own", {
  logged_in <- totals_of(MONDAY, TUESDAY, login = "logged_in")
  expect_equal(logged_in[c("sessions", "page_views", "orders")], list(sessions = 1, page_views = 1, orders = 1))
  anonymous <- totals_of(MONDAY, TUESDAY, login = "anonymous")
  expect_equal(anonymous[c("sessions", "page_views", "orders")], list(sessions = 2, page_views = 3, orders = 0))
  guest <- totals_of(MONDAY, TUESDAY, login = "guest")
  expect_equal(guest[c("sessions", "page_views")], list(sessions = 1, page_views = 1))
})

test_that("people only leaves out the crawler", {
  people <- totals_of(MONDAY, TUESDAY, traffic = "people")
  expect_equal(people[c("sessions", "page_views", "visitors")], list(sessions = 3, page_views = 4, visitors = 2))
})

test_that("without staff leaves out the crawler, and the session with one event flagged as staff", {
  shoppers <- totals_of(MONDAY, TUESDAY, traffic = "shoppers")
  # The flagged event leaves out its own page view only; the session is left out as a whole.
  expect_equal(shoppers[c("sessions", "page_views", "visitors")], list(sessions = 2, page_views = 3, visitors = 2))
  expect_equal(steps_of(MONDAY, TUESDAY, traffic = "shoppers"), c(2, 2, 2, 1))
})

test_that("a step counts after the product view, and implies the steps between", {
  # The session that adds before it views counts as a cart by its checkout, which comes after the view.
  expect_equal(steps_of(MONDAY, TUESDAY), c(4, 2, 2, 1))
  expect_equal(steps_of(TUESDAY, TUESDAY), c(2, 1, 1, 0))
  expect_equal(steps_of(MONDAY, TUESDAY, traffic = "people"), c(3, 2, 2, 1))
})

test_that("products are counted by the hour of the event, at the price paid", {
  filters <- some_filters(MONDAY, TUESDAY)
  rows <- a_board(filters)$ask(ask_products, filters, currency = "VND")
  numbers <- function(id) unlist(rows[rows$product_id == id, c("views", "add_to_carts", "units", "revenue")])
  expect_equal(numbers("LAP-1"), c(views = 2, add_to_carts = 1, units = 2, revenue = 36000000))
  expect_equal(numbers("MON-1"), c(views = 2, add_to_carts = 1, units = 0, revenue = 0))
  expect_equal(rows$name[rows$product_id == "MON-1"], "Màn hình Kestrel 27")
})

test_that("hours are those of the shop's clock", {
  filters <- some_filters(MONDAY, TUESDAY)
  hours <- a_board(filters)$ask(ask_hours, filters, metric = "page_views")
  expect_equal(paste(hours$day, hours$hour), paste(
    c(MONDAY, MONDAY, TUESDAY, TUESDAY), c(9, 23, 11, 12)
  ))
  expect_equal(hours$n, c(2, 1, 2, 1))
})

test_that("counting stops at the end of the comparable previous period", {
  filters <- some_filters(MONDAY, TUESDAY)
  until <- as.POSIXct("2026-03-03 04:00:00", tz = "UTC")
  totals <- overview_totals(a_board(filters)$ask(ask_days, filters, currency = "VND", until = until))
  expect_equal(totals[c("sessions", "page_views")], list(sessions = 3, page_views = 3))
})

test_that("the first day is that of the first event", {
  expect_equal(isolate(a_board(some_filters(MONDAY, MONDAY))$first_day()), as.Date("2025-11-01"))
})

test_that("changes are shown only against a period that has data from its beginning", {
  shown <- function(from, to) {
    html <- NULL
    board <- modifyList(a_board(some_filters(from, to)), list(first_day = reactive(as.Date(MONDAY))))
    testServer(overview_server, args = list(board = board), {
      session$flushReact()
      html <<- html_of(output$figures)
    })
    gsub("id=\"(mock-session|proxy[0-9]+)-", "id=\"", html)
  }
  # The previous period begins on 2 March, taken for the first day with data: it may be half a day.
  begins <- shown("2026-03-03", "2026-03-03")
  expect_equal(value_at(begins, "sessions"), 2)
  expect_true(is.na(value_at(begins, "sessions-change")))
  expect_match(begins, "is incomplete: the data begins on 2 Mar 2026")
  expect_match(shown("2026-06-02", "2026-06-02"), "Compared with 1 Jun 2026\\.")
})
