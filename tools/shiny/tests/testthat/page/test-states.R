FRESH <- data.frame(
  data_until = as.numeric(as.POSIXct("2026-11-23 09:20:00", tz = "UTC")), last_load_at = 1795425720, events = 100,
  quarantined = 0
)
NO_ROWS <- list(
  days = data.frame(
    day = format(as.Date("2026-10-25") + 0:29), sessions = 0, ordering_sessions = 0, page_views = 0, orders = 0,
    revenue = 0, refunded = 0, net = 0, gross_squares = 0, net_squares = 0
  ),
  visitors = data.frame(day = NA_character_, visitors = 0),
  change_totals = data.frame(
    period = character(0), sessions = numeric(0), orders = numeric(0), net = numeric(0), weights = numeric(0),
    ss = numeric(0), so = numeric(0), sn = numeric(0), oo = numeric(0), on = numeric(0), nn = numeric(0)
  ),
  funnel = data.frame(
    login_state = character(0), device = character(0), channel = character(0), sessions = numeric(0),
    viewed = numeric(0), carted = numeric(0), checked_out = numeric(0), ordered = numeric(0)
  ),
  products = data.frame(
    product_id = character(0), name = character(0), category = character(0), brand = character(0),
    views = numeric(0), add_to_carts = numeric(0), units = numeric(0), revenue = numeric(0)
  ),
  carts = data.frame(
    dimension = character(0), key = character(0), outcome = character(0), carts = numeric(0), value = numeric(0)
  ),
  reported_steps = data.frame(event_name = character(0), events = numeric(0)),
  others = data.frame(currency = character(0), orders = numeric(0), revenue = numeric(0), net = numeric(0)),
  refunds = data.frame(currency = character(0), refunds = numeric(0), refunded = numeric(0)),
  hours = data.frame(day = character(0), hour = numeric(0), n = numeric(0)),
  ledger = data.frame(day = character(0), received = numeric(0)),
  gaps = data.frame(hour = numeric(0), missing = numeric(0)),
  buyers = data.frame(orders = 0, buyers = 0, unknown = 0),
  cohorts = data.frame(
    cohort = character(0), week = numeric(0), buyers = numeric(0), again = numeric(0), net = numeric(0)
  ),
  quarantine = data.frame(reason = character(0), lines = numeric(0)),
  alerts = data.frame(
    alert_id = numeric(0), words = character(0), hours = numeric(0), until = numeric(0), over_at = numeric(0),
    observed = numeric(0), expected = numeric(0)
  ),
  runs = data.frame(
    run_id = numeric(0), started_at = numeric(0), finished_at = numeric(0), complete_until = numeric(0)
  ),
  judged = data.frame(judged_until = NA_real_),
  done = data.frame(
    kind = character(0), key = character(0), newest_entry = numeric(0), done_on = character(0),
    first_done_on = character(0), counted_from = character(0), counted_to = character(0)
  )
)

# A warehouse without traffic, whose server can be switched off.
a_quiet_warehouse <- function(events = 100) {
  switch_box <- new.env()
  switch_box$down <- FALSE
  switch_box$warehouse <- a_fake_warehouse(function(sql, params = list()) {
    if (switch_box$down) stop_unreachable(list(dbname = "clickstream_dw", host = "db", port = "5432"), "refused")
    if (identical(sql, SQL_FRESHNESS)) return(modifyList(FRESH, list(events = events)))
    if (identical(sql, SQL_FIRST_DAY)) return(data.frame(first_day = "2026-09-01"))
    if (identical(sql, SQL_DAYS)) return(NO_ROWS$days)
    if (identical(sql, SQL_VISITORS)) return(NO_ROWS$visitors)
    if (identical(sql, SQL_CHANGE_TOTALS)) return(NO_ROWS$change_totals)
    if (identical(sql, SQL_FUNNEL)) return(NO_ROWS$funnel)
    if (identical(sql, SQL_PRODUCTS)) return(NO_ROWS$products)
    if (identical(sql, SQL_CARTS)) return(NO_ROWS$carts)
    if (identical(sql, SQL_CARTS_LEFT)) return(NO_ROWS$carts)
    if (identical(sql, SQL_REPORTED_STEPS)) return(NO_ROWS$reported_steps)
    if (identical(sql, SQL_OTHER_ORDERS)) return(NO_ROWS$others)
    if (identical(sql, SQL_REFUNDS)) return(NO_ROWS$refunds)
    if (identical(sql, SQL_LEDGER)) return(NO_ROWS$ledger)
    if (identical(sql, SQL_LEDGER_GAPS)) return(NO_ROWS$gaps)
    if (identical(sql, SQL_QUARANTINE)) return(NO_ROWS$quarantine)
    if (identical(sql, SQL_ALERTS)) return(if (is.null(switch_box$alerts)) NO_ROWS$alerts else switch_box$alerts)
    if (identical(sql, SQL_RUNS)) return(NO_ROWS$runs)
    if (identical(sql, SQL_JUDGED)) return(NO_ROWS$judged)
    if (identical(sql, SQL_BUYERS)) return(NO_ROWS$buyers)
    if (identical(sql, SQL_COHORTS)) return(NO_ROWS$cohorts)
    if (identical(sql, SQL_DONE)) return(NO_ROWS$done)
    NO_ROWS$hours
  })
  switch_box
}

TAB_SERVERS <- list(
  list(today_server, "changes"), list(overview_server, "figures"), list(funnel_server, "steps"),
  list(products_server, "rankings"), list(carts_server, "figures"), list(customers_server, "figures"),
  list(time_server, "week"),
  list(actions_server, "actions")
)
shown_by <- function(tab, warehouse) {
  board <- a_board(some_filters("2026-10-25", "2026-11-23", "guest", "people"), warehouse)
  html <- NULL
  testServer(tab[[1]], args = list(board = board), {
    session$flushReact()
    html <<- html_of(output[[tab[[2]]]])
  })
  html
}

test_that("a selection without traffic says what was asked and offers the way out", {
  for (tab in TAB_SERVERS) {
    html <- shown_by(tab, a_quiet_warehouse()$warehouse)
    expect_match(html, "data-state=\"empty\"")
    expect_match(html, "25 Oct \u2013 23 Nov 2026, guests, people only")
    expect_match(html, "data-input=\"show_everything\"")
  }
})

test_that("the ledger, which has no visitors, asks for other days only", {
  html <- shown_by(list(trust_server, "places"), a_quiet_warehouse()$warehouse)
  expect_match(html, "data-state=\"empty\"")
  expect_match(html, "No events came in on 25 Oct \u2013 23 Nov 2026\\. Choose a longer period")
})

test_that("an open alert is shown although nothing was received", {
  quiet <- a_quiet_warehouse()
  quiet$alerts <- data.frame(
    alert_id = 1, words = "Sessions: 0 in 1 hour", hours = 1, until = 0, over_at = NA_real_, observed = 0,
    expected = 700
  )
  expect_match(shown_by(list(trust_server, "places"), quiet$warehouse), "Sessions: 0 in 1 hour")
})

test_that("a warehouse without events explains how the first one arrives", {
  for (tab in c(TAB_SERVERS, list(list(trust_server, "places")))) {
    expect_match(shown_by(tab, a_quiet_warehouse(events = 0)$warehouse), "No events yet")
  }
})

test_that("a rejected query becomes a panel with the server's message", {
  board <- a_board(some_filters("2026-10-25", "2026-11-23"), a_quiet_warehouse()$warehouse)
  board$ask <- function(...) stop_query_failed("RPosgreSQL error: ERROR:  canceling statement due to statement timeout")
  testServer(funnel_server, args = list(board = board), {
    session$flushReact()
    expect_match(html_of(output$steps), "These figures could not be read")
    expect_match(html_of(output$steps), "canceling statement due to statement timeout")
  })
})

test_that("an error is shown once in a tab, not once for each of its parts", {
  for (tab in list(
    list(today_server, "changes", "todo"), list(today_server, "changes", "segments"),
    list(overview_server, "figures", "trend"), list(funnel_server, "steps", "groups"),
    list(products_server, "rankings", "table"), list(carts_server, "figures", "groups"),
    list(carts_server, "figures", "list"), list(customers_server, "figures", "table")
  )) {
    board <- a_board(some_filters("2026-10-25", "2026-11-23"), a_quiet_warehouse()$warehouse)
    board$ask <- function(...) stop_query_failed("ERROR:  no")
    suppressMessages(testServer(tab[[1]], args = list(board = board), {
      session$flushReact()
      expect_match(html_of(output[[tab[[2]]]]), "data-state=\"error\"")
      expect_equal(html_of(output[[tab[[3]]]]), "")
    }))
  }
})

test_that("the dashboard opens while the warehouse is away, and fills when it comes back", {
  box <- a_quiet_warehouse()
  box$down <- TRUE
  config <- list(time_zone = TIME_ZONE, locale = "vi-VN", currency = "VND")
  suppressMessages(testServer(dashboard_server(config, function(session) box$warehouse), {
    session$setInputs(tab = "funnel", `filters-login` = "all", `filters-traffic` = "all", `filters-period` = "30")
    expect_match(html_of(output[["funnel-steps"]]), "The warehouse does not answer")
    expect_match(html_of(output[["freshness-banner"]]), "data-state=\"error\"")
    box$down <- FALSE
    session$elapse(4000)
    expect_match(html_of(output[["funnel-steps"]]), "data-state=\"empty\"")
    expect_match(html_of(output[["freshness-note"]]), "23 Nov 2026, 16:20")
  }))
})

test_that("an outage in between keeps what is known and is announced", {
  box <- a_quiet_warehouse()
  config <- list(time_zone = TIME_ZONE, locale = "vi-VN", currency = "VND")
  suppressMessages(testServer(dashboard_server(config, function(session) box$warehouse), {
    session$setInputs(tab = "funnel", `filters-login` = "all", `filters-traffic` = "all", `filters-period` = "30")
    session$elapse(SETTLED_AFTER_MS)
    expect_match(html_of(output[["funnel-steps"]]), "data-state=\"empty\"")
    box$down <- TRUE
    session$elapse(6000)
    expect_match(html_of(output[["freshness-banner"]]), "figures shown are from before; data until 23 Nov 2026, 16:20")
    expect_match(html_of(output[["funnel-steps"]]), "data-state=\"empty\"")
    session$setInputs(`filters-login` = "guest")
    session$elapse(SETTLED_AFTER_MS)
    expect_match(html_of(output[["funnel-steps"]]), "data-state=\"error\"")
    box$down <- FALSE
    session$setInputs(retry = "1")
    expect_match(html_of(output[["funnel-steps"]]), "data-state=\"empty\"")
  }))
})

test_that("show everything starts at the first day with data", {
  box <- a_quiet_warehouse()
  config <- list(time_zone = TIME_ZONE, locale = "vi-VN", currency = "VND")
  testServer(dashboard_server(config, function(session) box$warehouse), {
    session$setInputs(tab = "time", `filters-login` = "guest", `filters-traffic` = "people", `filters-period` = "7")
    session$setInputs(show_everything = "1")
    session$elapse(SETTLED_AFTER_MS)
    expect_match(html_of(output[["time-week"]]), "No traffic for 1 Sep")
  })
})

test_that("the files of Today, products, carts, searches and cohorts say so while the warehouse is away", {
  box <- a_quiet_warehouse()
  config <- list(time_zone = TIME_ZONE, locale = "vi-VN", currency = "VND")
  request <- list(QUERY_STRING = "?from=2026-11-01&to=2026-11-02")
  for (file in list(today_file, products_file, carts_file, searches_file, cohorts_file)) {
    box$down <- FALSE
    expect_equal(settled(file(request, config, answers_over(box$warehouse)))$status, 200L)
    box$down <- TRUE
    suppressMessages(answer <- settled(file(request, config, answers_over(box$warehouse))))
    expect_equal(answer$status, 503L)
    expect_match(answer$content, "does not answer")
  }
})
