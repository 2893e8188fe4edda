# The tab with its own steps, drawn from the real warehouse.
drawn <- function(steps, filters = some_filters("2026-03-16", "2026-03-31", traffic = "people"), exits = FALSE,
                  warehouse = test_warehouse()) {
  board <- a_board(filters, warehouse)
  board$choices <- isolate(tab_choices(paste0("?funnel=own&steps=", utils::URLencode(steps, TRUE, TRUE))))
  html <- NULL
  testServer(funnel_server, args = list(board = board), {
    session$setInputs(exits = exits)
    parts <- c("switch", "builder", "steps", "compared", "groups", "exits", "proof")
    html <<- paste(vapply(parts, function(name) html_of(output[[name]]), ""), collapse = "\n")
  })
  gsub("id=\"mock-session-|id=\"proxy[0-9]+-", "id=\"", html)
}
FUNNELS_DRAWN <- c(
  "page_view~search~product_view~checkout_complete", "search~product_view~~visitor.2-minutes.by-device",
  "page_view.page.is./category/laptops~search~~any.first.by-page.by-login_state", "page_view~search~~direct.3-hours"
)

for (steps in FUNNELS_DRAWN) test_that(paste("every number is that of the statements on the page:", steps), {
  html <- drawn(steps, exits = TRUE)
  for (id in c("funnel-sql-own", "funnel-sql-own-call")) {
    # The driver does not know the type of the revenue.
    rows <- suppressWarnings(run_sql(html, id))
    expect_gt(sum(rows$units), 0)
    totals <- stats::aggregate(cbind(units, lost, pending) ~ step, lapply(rows[c("step", "units", "lost", "pending")],
      as.numeric), sum)
    for (what in c("units", "lost", "pending")) {
      ids <- paste("own", what, totals$step, sep = "-")
      expect_equal(unname(vapply(ids, function(one) value_at(html, one), 0)), totals[[what]])
    }
    if (!grepl("by-", steps)) {
      ids <- paste("own-median", totals$step, sep = "-")
      expect_equal(unname(vapply(ids, function(one) value_at(html, one), 0)), rows$median_seconds)
    } else {
      shown <- ids_with(html, "own-group-[0-9]+-[0-9]+")
      expect_equal(sum(vapply(shown, function(one) value_at(html, one), 0)), sum(as.numeric(rows$units)))
    }
  }
  exits <- ids_with(html, "own-exit-1-")
  if (length(exits) > 0) {
    expect_equal(sum(vapply(exits, function(one) value_at(html, one), 0)), value_at(html, "own-lost-1"))
  }
})

test_that("those who left are asked only while the reader has that section open", {
  asked <- character(0)
  real <- test_warehouse()
  watched <- list(ask = function(sql, params = list(), version = NULL) {
    asked <<- c(asked, sql)
    real$ask(sql, params, version)
  })
  expect_match(drawn(FUNNELS_DRAWN[1], warehouse = watched), "Show what they did next")
  expect_false(SQL_OWN_EXITS %in% asked)
  expect_match(drawn(FUNNELS_DRAWN[1], warehouse = watched, exits = TRUE), "Nothing more")
  expect_true(SQL_OWN_EXITS %in% asked)
})

test_that("a wrong address has a message and a form to build another, and no figures", {
  html <- drawn("page_view~search~~backwards")
  expect_match(html, "There is no setting \u201cbackwards\u201d")
  expect_match(html, "data-state=\"refused\"")
  expect_match(html, "Count this funnel")
  expect_length(ids_with(html, "own-units"), 0)
})

test_that("a condition is offered the categories and products of the days, by name", {
  products <- data.frame(
    product_id = c("A", "B", "C"), name = c("One", "Two", "Three"), category = c("x", "y", "x"), views = c(1, 9, 1)
  )
  offered <- as.character(own_suggestions(NS("funnel"), products))
  values <- regmatches(offered, gregexpr("value=\"[^\"]*\"[^<]*", offered))[[1]]
  expect_equal(sub("value=\"([^\"]*)\">(.*)", "\\1 \\2", values), c("x ", "y ", "B Two", "A One", "C Three"))
})

test_that("nobody at the first step is an empty state that says so", {
  html <- drawn("nothing_such~search")
  expect_match(html, "No session did the first step: Nothing such.")
  expect_match(html, "data-state=\"empty\"")
  expect_match(html, "Nothing such (not in these days)", fixed = TRUE)
})

test_that("a funnel that is stopped for its time says what to do, and other errors are as everywhere", {
  failing <- function(reason, failed = SQL_OWN_FUNNEL) {
    real <- test_warehouse()
    list(ask = function(sql, params = list(), version = NULL) {
      if (sql == failed) stop(query_failed(reason)) else real$ask(sql, params, version)
    })
  }
  slow <- failing("ERROR: canceling statement due to statement timeout")
  expect_match(suppressMessages(drawn(FUNNELS_DRAWN[1], warehouse = slow)), "takes too long to count.*fewer days")
  expect_match(
    suppressMessages(drawn(FUNNELS_DRAWN[1], warehouse = failing("ERROR: disk full"))), "could not be read.*disk full"
  )
  for (part in c(SQL_OWN_GROUPS, SQL_OWN_EXITS)) {
    slow_part <- failing("ERROR: canceling statement due to statement timeout", part)
    html <- suppressMessages(drawn(FUNNELS_DRAWN[2], exits = TRUE, warehouse = slow_part))
    expect_match(html, "takes too long to count")
    expect_gt(value_at(html, "own-units-1"), 0)
  }
})

test_that("until the answer to a new question arrives, old figures are hidden, but not for new data", {
  question <- 1
  draw <- skeleton_for_new(function() question)
  pending <- function() stop(structure(class = c("answer_pending", "error", "condition"), list(message = "")))
  expect_match(as.character(draw(pending)), "Loading figures")
  expect_equal(draw(function() "figures"), "figures")
  expect_error(draw(pending), class = "answer_pending")
  question <- 2
  expect_match(as.character(draw(pending)), "Loading figures")
})

test_that("what the form sends becomes the address, and a wrong form says why", {
  board <- a_board(some_filters("2026-03-16", "2026-03-31"))
  board$choices <- isolate(tab_choices("?funnel=own"))
  form <- function(value) list(form = sprintf(
    "{\"steps\":[{\"event\":\"search\"},
        {\"event\":\"product_view\",\"field\":\"page\",\"kind\":\"is\",\"value\":\"%s\"}],
      \"order\":\"any\",\"unit\":\"cart\",\"entry\":\"first\",\"window\":{\"count\":\"2\",\"of\":\"hour\"},
      \"breakdown\":[]}", value
  ))
  testServer(funnel_server, args = list(board = board), {
    session$setInputs(definition = form("/cart"))
    expect_equal(board$choices$value("steps"), "search~product_view.page.is./cart~~cart.any.2-hours.first")
    session$setInputs(definition = form(""))
    expect_match(html_of(output$steps), "page of step 2 has no value")
    expect_equal(board$choices$value("steps"), "search~product_view.page.is./cart~~cart.any.2-hours.first")
    board$choices$restore("?funnel=own&steps=page_view~search")
    session$flushReact()
    expect_match(html_of(output$builder), "Page view \u2192 Search")
    expect_false(grepl("has no value", html_of(output$steps)))
  })
})

test_that("the file has a row for each step and group, and a column for each currency", {
  config <- read_config(c(DW_SHINY_URL = Sys.getenv("DW_SHINY_URL"), SHOP_TIME_ZONE = TIME_ZONE))
  file <- function(query) settled(own_funnel_file(list(QUERY_STRING = query), config, answers_over(test_warehouse())))
  answer <- file("?from=2026-06-01&to=2026-06-30&funnel=own&steps=product_view~checkout_complete~~by-device")
  lines <- strsplit(answer$content, "\r\n")[[1]]
  expect_equal(sub("\ufeff", "", lines[1]), paste0(
    "device,step,label,units,of_before,of_first,pending,lost,median_seconds,p90_seconds,net_USD,net_VND"
  ))
  expect_match(lines[3], "^\"[a-z]+\",\"2\",\"Order\",")
  expect_equal(own_funnel_file(list(QUERY_STRING = "?steps=a"), config, NULL)$status, 400L)
})
