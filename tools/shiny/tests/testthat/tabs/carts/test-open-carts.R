# Today's carts, for which no events can be planned: they are inserted into the facts and rolled back.
with_carts <- function(carts, ask) {
  settings <- read_config(c(DW_SHINY_URL = Sys.getenv("DW_ADMIN_URL")))$warehouse
  connection <- postgres_driver()$connect(settings)
  on.exit(DBI::dbDisconnect(connection))
  DBI::dbBegin(connection)
  on.exit(DBI::dbRollback(connection), add = TRUE, after = FALSE)
  DBI::dbExecute(connection, paste0("
INSERT INTO public.carts (cart_id, client_id, started_at, last_activity_at, abandons_at, bought_at, recovered_at,
  emptied_at, value, currency, pieces, events, sessions, shoppers, abandonments, is_bot, is_staff)
SELECT cart_id, split_part(cart_id, ' of ', 2), load + started, load + active,
  CASE WHEN bought IS NULL THEN load + active + interval '1 hour' END,
  load + bought, load + recovered, NULL, 100, 'VND', 1, 2, 1, 1, 0, cart_id LIKE 'bot%', false
FROM (VALUES ", paste(carts, collapse = ", "), ") AS cart (cart_id, started, active, bought, recovered)
CROSS JOIN (SELECT last_load_at AS load FROM dash.freshness) AS at"))
  ask(list(ask = function(sql, params, version) fetch_all(connection, sql, params)))
}
cart <- function(id, started, active, bought = NULL, recovered = NULL) {
  moment <- function(text) if (is.null(text)) "NULL::interval" else sprintf("-interval '%s'", text)
  sprintf("('%s', %s)", id, paste(vapply(list(started, active, bought, recovered), moment, ""), collapse = ", "))
}
last_days <- function(n, traffic = "people") {
  today <- day_of(ask_freshness(test_warehouse())$last_load_at, TIME_ZONE)
  some_filters(today - n + 1, today, traffic = traffic)
}

test_that("a cart with activity within the last hour is still open, and abandoned an hour after it", {
  carts <- c(
    cart("new", "5 minutes", "5 minutes"), cart("worked on", "20 hours", "59 minutes"),
    cart("back again", "20 hours", "10 minutes", recovered = "10 minutes"), cart("left", "20 hours", "61 minutes"),
    cart("bot", "5 minutes", "5 minutes")
  )
  rows <- with_carts(carts, function(warehouse) ask_carts(warehouse, last_days(2), TIME_ZONE, "v", "VND"))
  total <- carts_total(rows)
  expect_equal(unlist(total[c("begun", "open", "abandoned")]), c(begun = 4, open = 3, abandoned = 1))
  everybody <- with_carts(carts, function(warehouse) ask_carts(warehouse, last_days(2, "all"), TIME_ZONE, "v", "VND"))
  expect_equal(carts_total(everybody)$open, 4)
})

test_that("carts of the previous period are counted as they were that long ago", {
  # The previous period ends four days before the end of today; its state is that of four days before the load.
  carts <- c(
    cart("bought by then", "122 hours", "121 hours", bought = "121 hours"),
    cart("left by then", "122 hours", "121 hours"),
    cart("bought since", "122 hours", "1 hour", bought = "1 hour"),
    cart("on its way then", "97 hours", "96 hours 10 minutes"), cart("begun just then", "96 hours 5 minutes", "3 hours")
  )
  before <- with_carts(carts, function(warehouse) ask_carts_before(warehouse, last_days(4), TIME_ZONE, "v"))
  expect_equal(unlist(before), c(begun = 5, open = 2, abandoned = 2))
})

test_that("a cart whose browser has bought another one since is marked", {
  carts <- c(
    cart("left of A", "20 hours", "19 hours"), cart("later of A", "5 hours", "4 hours", bought = "4 hours"),
    cart("left of B", "20 hours", "19 hours"), cart("before of B", "30 hours", "29 hours", bought = "29 hours")
  )
  left <- with_carts(carts, function(warehouse) ask_carts_left(warehouse, last_days(3), TIME_ZONE, "v", "VND"))
  expect_equal(left$cart_id, c("left of A", "left of B"))
  expect_equal(left$bought_since, c("yes", "no"))
  expect_match(as.character(reach_text(left[1, ])), "has bought since")
  expect_no_match(as.character(reach_text(left[2, ])), "bought")
})

test_that("a cart without a session is unknown, and in no login state", {
  rows_of <- function(login) {
    filters <- modifyList(last_days(2), list(login = login))
    with_carts(cart("a", "20 hours", "19 hours"), function(warehouse) {
      ask_carts(warehouse, filters, TIME_ZONE, "v", "VND")
    })
  }
  expect_equal(carts_by(rows_of("all"), "device")$key, "unknown")
  for (login in setdiff(LOGIN_STATES, "all")) expect_equal(nrow(rows_of(login)), 0)
})
