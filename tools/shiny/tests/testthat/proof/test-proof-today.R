# The numbers of Today against the SQL that it shows, and the Overview of the same days.
TODAY_CHOICES <- list(
  some_filters("2026-06-22", "2026-06-28", traffic = "people"),
  some_filters("2026-07-10", "2026-08-09"),
  some_filters("2026-05-10", "2026-05-19", traffic = "people"),
  some_filters("2026-08-11", "2026-08-11", login = "guest", traffic = "shoppers"),
  some_filters("2026-07-01", "2026-09-30", login = "logged_in")
)

today_pages <- function(filters, against) {
  board <- a_board(c(filters, list(against = against_in(against))))
  pages <- list()
  testServer(today_server, args = list(board = board), {
    for (dimension in SEGMENTS) {
      session$setInputs(segment = dimension)
      outputs <- list(output$changes, output$segments, output$proof)
      pages[[dimension]] <<- paste(vapply(outputs, html_of, ""), collapse = "\n")
    }
  })
  lapply(pages, function(html) gsub("id=\"mock-session-|id=\"proxy[0-9]+-", "id=\"", html))
}

# The keys of the rows of a table, in their order.
keys_on <- function(html) {
  rows <- regmatches(html, gregexpr("data-key=\"[^\"]*\"", html))[[1]]
  sub("data-key=\"([^\"]*)\"", "\\1", rows)
}

ONLY <- list(
  NULL, NULL, NULL, NULL, c(channel = "social"), c(channel = "direct", device = "mobile"), c(visitors = "new")
)
CASES <- data.frame(choice = c(1:5, 1, 2), only = seq_along(ONLY))

for (case in seq_len(nrow(CASES))) for (against in AGAINST) {
  filters <- TODAY_CHOICES[[CASES$choice[case]]]
  filters$only <- ONLY[[CASES$only[case]]]
  test_that(paste(c("Today can be proved:", describe_filters(filters), against), collapse = " "), {
    pages <- today_pages(filters, against)
    html <- pages[["channel"]]
    orders <- run_sql(html, "today-sql-orders")
    sessions <- run_sql(html, "today-sql-sessions")
    at <- function(id) value_at(html, id)
    expect_equal(c(at("net-now"), at("net-before")), c(orders$net, orders$net_before))
    expect_equal(c(at("whole-now"), at("whole-before")), c(sessions$sessions, sessions$sessions_before))
    expect_equal(at("rate-now"), share_of(orders$orders, sessions$sessions))
    expect_equal(at("rate-before"), share_of(orders$orders_before, sessions$sessions_before))
    expect_equal(at("size-now"), share_of(orders$net, orders$orders))
    expect_equal(at("size-before"), share_of(orders$net_before, orders$orders_before))
    change <- orders$net - orders$net_before
    expect_equal(at("net-worth"), change)
    expect_equal(at("whole-worth") + at("rate-worth") + at("size-worth"), change)
    parts <- factor_parts(
      c(sessions$sessions, orders$orders, orders$net),
      c(sessions$sessions_before, orders$orders_before, orders$net_before)
    )
    expect_equal(c(at("whole-worth"), at("rate-worth"), at("size-worth")), unname(parts), tolerance = 1e-6)

    for (dimension in SEGMENTS) {
      html <- pages[[dimension]]
      counted <- run_sql(html, paste0("today-sql-", dimension))
      keys <- keys_on(html)
      expect_true(all(counted[[dimension]] %in% keys))
      shown <- function(what) vapply(seq_along(keys), function(i) at(paste("segment", i, what, sep = "-")), 0)
      counted <- counted[match(keys, counted[[dimension]]), ]
      counted[is.na(counted)] <- 0
      expect_equal(shown("net"), counted$net)
      expect_equal(shown("before"), counted$net_before)
      expect_equal(shown("orders"), counted$orders)
      expect_equal(shown("change"), counted$net - counted$net_before)
      expect_equal(sum(shown("change")), change)
      expect_equal(at("sum-change"), change)
      if (dimension != "category") {
        began <- run_sql(html, paste0("today-sql-", dimension, "-sessions"))
        began <- began$sessions[match(keys, began[[dimension]])]
        expect_equal(shown("sessions"), ifelse(is.na(began), 0, began))
        expect_equal(at("sum-sessions"), sessions$sessions)
      }
    }
  })
}

# Orders in other currencies.
other_orders <- function(filters) {
  sum(a_board(filters)$ask(ask_other_orders, filters, currency = "VND")$orders)
}

test_that("the complete days have the net revenue, orders and sessions of the Overview", {
  for (filters in TODAY_CHOICES) {
    overview <- page_of(overview_server, filters, "figures")
    html <- today_pages(filters, "previous")[["channel"]]
    expect_equal(value_at(html, "net-now"), value_at(overview, "net"))
    expect_equal(value_at(html, "sum-orders") + other_orders(filters), value_at(overview, "orders"))
    expect_equal(value_at(html, "whole-now"), value_at(overview, "sessions"))
  }
})

test_that("the day in progress is counted until the same hour on all days", {
  chosen <- some_filters("2026-06-01", "2026-06-30")
  board <- a_board(chosen)
  day <- as.Date("2026-07-22")
  for (hour in c(1, 10, 23)) {
    rows <- board$ask(ask_so_far, chosen, currency = "VND", day = day, hour = hour)
    expect_equal(rows$day, day - 7 * 0:4)
    for (i in seq_len(nrow(rows))) {
      until <- as.POSIXct(paste(rows$day[i], sprintf("%02d:00", hour)), tz = TIME_ZONE)
      filters <- some_filters(rows$day[i], rows$day[i])
      totals <- overview_totals(board$ask(ask_days, filters, currency = "VND", until = until))
      params <- c(filter_params(filters, TIME_ZONE, until), "VND")
      other <- remembered(test_warehouse(), "so far", SQL_OTHER_ORDERS, params)
      expect_equal(rows$sessions[i], totals$sessions)
      expect_equal(rows$net[i], totals$net)
      expect_equal(rows$orders[i] + sum(other$orders), totals$orders)
    }
  }
})

test_that("the day in progress can be proved, also of one channel", {
  for (only in list(list(), list(channel = "direct", device = "mobile"))) for (hour in c(9, 23)) {
    chosen <- c(some_filters("2026-06-01", "2026-06-30", traffic = "people"), only)
    board <- a_board(chosen)
    day <- as.Date("2026-07-22")
    rows <- board$ask(ask_so_far, chosen, currency = "VND", day = day, hour = hour)
    proofs <- so_far_proofs(list(rows = rows, hour = hour), chosen, TIME_ZONE, "VND")
    for (proof in proofs) {
      counted <- remembered(test_warehouse(), "proof", proof$sql, list())
      counted <- counted[match(rows$day, as.Date(counted$day)), setdiff(names(counted), "day"), drop = FALSE]
      counted[is.na(counted)] <- 0
      for (name in names(counted)) expect_equal(rows[[name]], as.numeric(counted[[name]]))
    }
    expect_gt(sum(rows$sessions), 0)
  }
})
