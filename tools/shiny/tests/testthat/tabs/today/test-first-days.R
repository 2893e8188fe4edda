# Today of a shop whose data has just begun.
THIS_WEEK <- list(
  period = "7", from = as.Date("2026-11-17"), to = as.Date("2026-11-23"), login = "all", traffic = "people"
)

young_board <- function(first, today, filters) {
  until <- as.POSIXct(paste(today, "03:20"), tz = "UTC")
  board <- a_board(filters, a_fake_warehouse(function(sql, params) {
    if (identical(sql, SQL_FRESHNESS)) {
      moment <- as.numeric(until)
      return(data.frame(data_until = moment, last_load_at = moment, events = 50, quarantined = 0))
    }
    if (identical(sql, SQL_FIRST_DAY)) return(data.frame(first_day = first))
    if (identical(sql, SQL_CHANGE_TOTALS)) {
      return(data.frame(
        period = "now", sessions = 12, orders = 1, net = 5e6, weights = 12, ss = 12, so = 1, sn = 5e6, oo = 1,
        on = 5e6, nn = 25e12
      ))
    }
    if (identical(sql, so_far_sql())) {
      days <- format(as.Date(today) - c(0, 7))
      return(data.frame(weeks = 0:1, day = days, sessions = c(4, 0), orders = 0, net = 0))
    }
    stop_query_failed("ERROR:  not asked for here")
  }))
  board$today <- function() as.Date(today)
  board
}
opened_young <- function(board) {
  html <- list()
  suppressMessages(testServer(today_server, args = list(board = board), {
    outputs <- c(changes = "changes", so_far = "so_far", segments = "segments", proof = "proof")
    html <<- lapply(outputs, function(name) {
      gsub("id=\"(mock-session|proxy[0-9]+)-", "id=\"", html_of(output[[name]]))
    })
  }))
  html
}

test_that("a shop with two days of data is shown what there is, and when the first comparison comes", {
  html <- opened_young(young_board("2026-11-22", "2026-11-23", THIS_WEEK))
  expect_match(html$changes, "5.000.000.* net revenue from 1 order and 12 sessions; there is nothing to compare it")
  expect_match(html$changes, "From 7 Dec 2026 on, this page compares 7 days with as many before")
  expect_match(html$changes, "href=\"\\?tab=trust")
  expect_false(grepl("Compare the last", html$changes))
  expect_equal(html$segments, "")
  expect_match(html$proof, "id=\"today-sql-orders\".*id=\"today-sql-so-far-orders\"")
  # 03:20 in London is 10:20 in the shop. There was no Monday before.
  expect_match(html$so_far, "Today so far: Monday until 10:00")
  expect_match(html$so_far, "there is no earlier Monday yet")
  expect_equal(value_at(html$so_far, "so-far-sessions"), 4)
})

test_that("a shop with a few days of data can compare as many of them as there are twice", {
  html <- opened_young(young_board("2026-11-15", "2026-11-23", THIS_WEEK))$changes
  expect_match(html, "from=2026-11-20&amp;to=2026-11-22[^>]*>Compare the last 3 days")
})

test_that("the day in progress alone is not compared, and no complete day is made up", {
  html <- opened_young(young_board("2026-09-01", "2026-11-23", some_filters("2026-11-23", "2026-11-23")))
  expect_match(html$changes, "No complete day is among these days yet")
  expect_match(html$so_far, "so far;\\s+<span[^>]*>0</span>\\s+a week ago")
  expect_false(grepl("fall|down|drop|less", html$so_far))
})

test_that("days so many that those before them began before the data lead to as many as can be compared", {
  html <- opened_young(young_board("2026-09-01", "2026-11-23", some_filters("2026-09-02", "2026-11-22")))$changes
  expect_match(html, "The days before these are not in the data")
  expect_match(html, "from=2026-10-13&amp;to=2026-11-22[^>]*>Compare the last 41 days")
})
