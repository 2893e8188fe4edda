# Numbers from the roll-ups of sessions, against sessions and orders counted one by one here.
SESSIONS <- test_warehouse()$ask("
  SELECT session_id, client_id, login_state, is_bot, channel, device, coalesce(utm_campaign, '') AS campaign,
         is_first_visit, extract(epoch FROM started_hour)::float8 AS hour,
         is_staff OR coalesce(user_id IN (SELECT user_id FROM public.staff_users), false) AS is_staff
  FROM public.sessions")
ORDERS <- test_warehouse()$ask("
  SELECT o.order_id, o.session_id, o.client_id, o.login_state, o.is_bot, o.is_staff, o.net::float8 AS net,
         coalesce(o.currency, 'VND') AS currency, extract(epoch FROM o.placed_at)::float8 AS hour,
         s.device, s.is_first_visit
  FROM dash.orders o LEFT JOIN public.sessions s USING (session_id)")

moment_of <- function(day) as.numeric(as.POSIXct(format(day), tz = TIME_ZONE))

# Rows that filters leave, of the days from `from`.
chosen <- function(rows, filters, from = filters$from) {
  rows <- rows[rows$hour >= moment_of(from) & rows$hour < moment_of(filters$to + 1), ]
  if (filters$login != "all") rows <- rows[rows$login_state == filters$login, ]
  if (filters$traffic != "all") rows <- rows[!rows$is_bot, ]
  if (filters$traffic == "shoppers") rows <- rows[!rows$is_staff, ]
  for (name in names(filters$only)) {
    is <- if (name == "device") rows$device %in% filters$only else rows$is_first_visit %in% TRUE
    rows <- rows[is, ]
  }
  rows
}

EACH <- expand.grid(
  login = c("all", "anonymous"), traffic = c("people", "shoppers", "all"), only = 1:3, length = c(1, 9, 40),
  stringsAsFactors = FALSE
)
set.seed(7)
CASES <- lapply(sample(nrow(EACH), 30), function(i) {
  to <- as.Date("2026-06-25") + sample(0:100, 1)
  only <- list(NULL, c(device = "mobile"), c(visitors = "new"))[[EACH$only[i]]]
  some_filters(format(to - EACH$length[i] + 1), format(to), EACH$login[i], EACH$traffic[i], only)
})

test_that("browsers come more than once, by other login states, and without an id", {
  expect_gt(sum(duplicated(SESSIONS$client_id[!is.na(SESSIONS$client_id)])), 100)
  expect_gt(sum(is.na(SESSIONS$client_id)), 0)
})

test_that("sessions, those with an order, and visitors are those of single sessions", {
  for (filters in CASES) {
    rows <- chosen(SESSIONS, filters)
    days <- a_board(filters)$ask(ask_days, filters, currency = "VND")
    expect_equal(sum(days$sessions), nrow(rows))
    expect_equal(sum(days$ordering_sessions), sum(rows$session_id %in% ORDERS$session_id))
    expect_equal(attr(days, "visitors"), length(unique(rows$client_id[!is.na(rows$client_id)])))
    visits <- a_board(filters)$ask(ask_visits, filters)
    expect_equal(c(tapply(visits$sessions, visits$channel, sum)), c(tapply(rows$hour, rows$channel, length)))
  }
})

test_that("the steps of the funnel are those of single sessions, with their orders and what they resume", {
  steps <- test_warehouse()$ask("
    SELECT session_id, viewed_at IS NOT NULL AS viewed, carted_at IS NOT NULL AS carted,
           checkout_at IS NOT NULL AS checked_out, ordered_at IS NOT NULL AS ordered, is_resumed
    FROM dash.sessions")
  sessions <- merge(SESSIONS, steps)
  expect_gt(sum(sessions$is_resumed & sessions$carted), 0)
  for (filters in CASES) {
    rows <- chosen(sessions, filters)
    funnel <- a_board(filters)$ask(ask_funnel, filters)
    for (step in c("viewed", "carted", "checked_out", "ordered")) expect_equal(sum(funnel[[step]]), sum(rows[[step]]))
    expect_equal(c(tapply(funnel$carted, funnel$device, sum)), c(tapply(rows$carted, rows$device, sum)))
  }
})

test_that("the sums of products of Today are those of single visitors", {
  for (filters in CASES) for (against in c("previous", "weekdays")) {
    compared <- compared_days(filters, against)
    ask <- function(question) a_board(filters)$ask(question, filters, currency = "VND", compared = compared)
    visits <- chosen(SESSIONS, filters, compared$from)
    orders <- chosen(ORDERS[ORDERS$currency == "VND", ], filters, compared$from)
    all <- rbind(
      data.frame(
        visitor = paste(ifelse(is.na(visits$client_id), visits$session_id, visits$client_id)),
        hour = visits$hour, s = 1, o = 0, n = 0
      ),
      data.frame(
        visitor = ifelse(
          !is.na(orders$client_id), orders$client_id,
          ifelse(!is.na(orders$session_id), orders$session_id, orders$order_id)
        ), hour = orders$hour, s = rep(0, nrow(orders)), o = rep(1, nrow(orders)), n = orders$net
      )
    )
    is_now <- all$hour >= moment_of(filters$from)
    weekday <- as.integer(format(as.POSIXct(all$hour, origin = "1970-01-01", tz = TIME_ZONE), "%u"))
    weight <- ifelse(is_now, 1, compared$weights[weekday])
    totals <- ask(ask_change_totals)
    for (period in c("now", "before")) {
      of <- is_now == (period == "now")
      sums <- rowsum(as.matrix(all[of, c("s", "o", "n")]) * weight[of], all$visitor[of])
      expect_equal(unname(totals[[period]]$sums), unname(colSums(sums)))
      expect_equal(totals[[period]]$squares, unname(crossprod(sums)))
      expect_equal(totals[[period]]$weights, sum(weight[of & all$s == 1]^2))
    }
    segments <- ask(ask_change_segments)
    segments <- segments[segments$dimension == "device" & segments$orders > 0, ]
    bought <- data.frame(all[all$o == 1, ], device = ifelse(is.na(orders$device), "unknown", orders$device))
    bought <- bought[bought$hour >= moment_of(filters$from), ]
    if (nrow(bought) > 0) {
      by_visitor <- aggregate(n ~ device + visitor, bought, sum)
      of_key <- function(sums) unname(c(sums)[segments$key])
      expect_equal(segments$squares, of_key(tapply(by_visitor$n^2, by_visitor$device, sum)))
      expect_equal(segments$largest, of_key(tapply(by_visitor$n, by_visitor$device, max)))
    }
  }
})
