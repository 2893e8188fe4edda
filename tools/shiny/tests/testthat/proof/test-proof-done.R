# The counts of done actions before and after, against the SQL that the tabs show for the same days.
a_done <- function(kind, key, label = key, topic = kind, group = NA_character_, on = "2026-06-15") {
  data.frame(
    action_id = 1, kind = kind, key = key, label = label, topic = topic, group = group, done_on = as.Date(on),
    login = "all", traffic = "people", currency = "VND", stringsAsFactors = FALSE
  )
}
DAYS_BEFORE <- some_filters("2026-05-18", "2026-06-14", traffic = "people")
DAYS_AFTER <- some_filters("2026-06-16", "2026-07-13", traffic = "people")
MONITORS <- c("P-1", "P-4", "P-7", "P-10")
NOTHING_ELSE <- a_done("product", "none")[0, ]

result_on <- function(action, touched = NOTHING_ELSE) isolate(result_of(action, touched, a_board(DAYS_AFTER)))
rows_of <- function(sql, ...) remembered(test_warehouse(), "proof", sql, list(...))
counts_in <- function(counts) unlist(counts[c("part", "whole", "other_part", "other_whole")], use.names = FALSE)

test_that("four weeks on each side of a product are those of Products, without subjects touched in the same days", {
  for (touched in c("none", "P-10")) {
    result <- result_on(a_done("product", "P-1", group = "monitors"), a_done("product", touched))
    for (side in c("before", "after")) {
      rows <- rows_of(products_sql(if (side == "before") DAYS_BEFORE else DAYS_AFTER, TIME_ZONE, "VND"))
      own <- rows[rows$product_id == "P-1", ]
      rest <- rows[rows$product_id %in% setdiff(MONITORS, c("P-1", touched)), ]
      expect_equal(
        counts_in(result[[side]]),
        c(as.numeric(own$add_to_carts), as.numeric(own$views), sum(rest$add_to_carts), sum(rest$views))
      )
    }
  }
  expect_equal(result$days, 28)
  expect_true(all(is.finite(unlist(result$gain))))
})

test_that("a step is counted as the Funnel counts it", {
  result <- result_on(a_done("step", "device/mobile/checkout_start", "mobile", "checkout_start", "device"))
  rows <- rows_of(funnel_sql(DAYS_AFTER, TIME_ZONE, "device"))
  is_own <- rows$device == "mobile"
  is_rest <- !rows$device %in% c("mobile", "bot", "unknown")
  expect_equal(counts_in(result$after), c(
    sum(rows$checked_out[is_own]), sum(rows$carted[is_own]), sum(rows$checked_out[is_rest]), sum(rows$carted[is_rest])
  ))
})

test_that("a search is counted as Pages & search counts it, and without other searches nothing is compared", {
  term <- rows_of(searches_sql(DAYS_AFTER, TIME_ZONE, "VND"))
  result <- result_on(a_done("term", term$term[1]))
  expect_equal(result$state, "unknown")
})

test_that("paused carts are those of Carts, by whether somebody can be reminded", {
  days <- some_filters("2026-03-01", "2026-10-15", traffic = "people")
  carts <- isolate(a_board(days)$ask(ask_paused_carts, days, currency = "VND"))
  facts <- rows_of("
    SELECT count(*) FILTER (WHERE state = 'bought')::float8 AS recovered, count(*)::float8 AS carts
    FROM dash.carts
    WHERE started_at >= '2026-03-01 00:00+07' AND started_at < '2026-10-16 00:00+07' AND NOT is_bot
      AND coalesce(currency, 'VND') = 'VND' AND value > 0
      AND (state = 'abandoned' OR state = 'bought' AND recovered_at IS NOT NULL)")
  expect_gt(facts$carts, 0)
  expect_equal(c(sum(carts$recovered), sum(carts$carts)), c(facts$recovered, facts$carts))
})

test_that("a campaign has its costs and its net revenue, and no verdict without others to compare with", {
  action <- a_done("campaign", "facebook/paid_social/spring_video", "spring_video", on = "2026-05-15")
  span <- isolate(COUNTS_OF_KIND$campaign(action, NOTHING_ELSE, board_of_days(
    a_board(DAYS_AFTER), action, list(from = as.Date("2026-05-16"), to = as.Date("2026-06-12"))
  )))
  days <- some_filters("2026-05-16", "2026-06-12", traffic = "people")
  costs <- rows_of(costs_sql(days))
  expect_equal(span$cost, sum(costs$cost[costs$campaign == "spring_video"]))
  model <- choices_of_tabs()$model$usual
  net <- rows_of(credits_sql(days, TIME_ZONE, "VND", UTM_COLUMNS, model, "utm_campaign IS NOT NULL"))
  is_own <- net$utm_campaign == "spring_video"
  expect_equal(c(span$net, span$other_net), c(sum(net$net[is_own]), sum(net$net[!is_own])))
  expect_equal(result_on(action)$state, "unknown")
})
