# Loads the dashboard's code, and holds what several test files share.
library(shiny)
library(DBI)

DASHBOARD <- normalizePath(file.path("..", ".."))
source(file.path(DASHBOARD, "R", "load_sources.R"), local = FALSE)
load_sources(file.path(DASHBOARD, "R"), globalenv())

TIME_ZONE <- "Asia/Ho_Chi_Minh"

# The narrow space that groups digits and precedes a percent sign, written as "_" in expectations.
spaced <- function(text) gsub("_", NARROW_SPACE, text, fixed = TRUE)

some_filters <- function(from, to, login = "all", traffic = "all", only = NULL) {
  filters <- list(period = "custom", from = as.Date(from), to = as.Date(to), login = login, traffic = traffic)
  filters$only <- only
  filters
}

# The exact number of one element, from its data-value; NA if it is empty.
value_at <- function(html, id) {
  tag <- regmatches(html, regexpr(sprintf("<[^<>]* id=\"%s\"[^<>]*>", id), html, perl = TRUE))
  if (length(tag) == 0) stop("Nothing on the page has the id ", id)
  suppressWarnings(as.numeric(sub(".*data-value=\"([^\"]*)\".*", "\\1", tag)))
}

# The ids with a prefix of elements that have an exact number.
ids_with <- function(html, prefix) {
  pattern <- sprintf("id=\"%s[^\"]*\"[^<>]*data-value", prefix)
  tags <- regmatches(html, gregexpr(pattern, html, perl = TRUE))[[1]]
  sub("^id=\"([^\"]*)\".*", "\\1", tags)
}

# The SQL that a reader would copy from the page.
sql_at <- function(html, id) {
  text <- sub(sprintf("(?s).*<code id=\"%s\">(.*?)</code>.*", id), "\\1", html, perl = TRUE)
  for (entity in list(c("&lt;", "<"), c("&gt;", ">"), c("&quot;", "\""), c("&#39;", "'"), c("&amp;", "&"))) {
    text <- gsub(entity[1], entity[2], text, fixed = TRUE)
  }
  text
}

html_of <- function(output) paste(as.character(output$html), collapse = "")

# The real warehouse that tests/run-tests.ts has filled, opened once.
test_warehouse <- local({
  opened <- NULL
  function() {
    url <- Sys.getenv("DW_SHINY_URL")
    if (!nzchar(url)) stop("DW_SHINY_URL is not set: run these tests with npx nx test shiny", call. = FALSE)
    if (is.null(opened)) opened <<- open_warehouse(read_config(c(DW_SHINY_URL = url))$warehouse)
    opened
  }
})

# The context of every tab, with the real warehouse, for one choice of filters.
a_board <- function(filters, warehouse = test_warehouse()) {
  fresh <- ask_freshness(warehouse)
  list(
    filters = reactive(filters), freshness = reactive(fresh), time_zone = TIME_ZONE,
    ask = function(question, ...) question(warehouse, ..., time_zone = TIME_ZONE, version = fresh$version),
    done = reactive(ask_done(warehouse, TIME_ZONE, fresh$version)), record = open_record(NULL),
    today = reactive(as.Date("2026-11-23")), choices = isolate(tab_choices("")),
    first_day = reactive(ask_first_day(warehouse, TIME_ZONE, fresh$version)),
    currency = "VND", money_in = function(currency) money_formatter("vi-VN", currency)
  )
}

# A warehouse whose answers come from a function(sql, params).
a_fake_warehouse <- function(answer) {
  list(ask = function(sql, params = list(), version = NULL) {
    # As the real one does, so that the caller depends on the filters even if there is no answer.
    force(params)
    answer(sql, params)
  })
}

# Settings of a warehouse that nobody connects to.
SETTINGS <- list(host = "db", port = "5432", dbname = "clickstream_dw", user = "u", password = "p", sslmode = "prefer")

# A pool that answers from a warehouse as soon as the caller has returned.
a_pool_over <- function(warehouse) {
  list(ask = function(job) {
    later::later(function() job$done(tryCatch(warehouse$ask(job$sql, job$params), warehouse_error = identity)))
  })
}

# Answers that a real pool would give, out of a warehouse.
answers_over <- function(warehouse) open_answers(a_pool_over(warehouse), a_pool_over(warehouse))

# The result of a promise.
settled <- function(promise) {
  result <- NULL
  promises::then(promise, function(value) result <<- value, function(error) result <<- error)
  for (turn in 1:100) if (is.null(result)) later::run_now(0.1)
  result
}
