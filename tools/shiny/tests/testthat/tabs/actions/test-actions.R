# Candidates, order and words of actions, from literal rows.
MONEY <- function(amount) paste(format(amount, scientific = FALSE, trim = TRUE), "d")
FILTERS <- some_filters("2026-05-01", "2026-05-30")

an_action <- function(kind, ..., group = NA) {
  action <- data.frame(
    kind = kind, key = "k", label = "Aero", topic = "product", part = 6, whole = 260, other_part = 50,
    other_whole = 400, group = group, point = 1234567, lower = 123456, upper = 2345678, q = 0.02,
    stringsAsFactors = FALSE
  )
  utils::modifyList(action, list(...))
}

SOME_WORTH <- data.frame(orders = 100, net = 1e8, squares = 1.5e14, largest = 5e6, gross = 1e8)

test_that("a product is compared with the others of its category, a small or lonely one with nothing", {
  products <- data.frame(
    product_id = c("a", "b", "c", "d", "e"), name = "n", category = c("x", "x", "x", "x", "y"),
    views = c(1000, 900, 800, 29, 500), add_to_carts = c(10, 90, 80, 0, 5), units = c(1, 20, 20, 0, 5),
    revenue = c(1, 20, 20, 0, 5) * 1e6, stringsAsFactors = FALSE
  )
  kind <- product_candidates(products, SOME_WORTH)
  expect_equal(kind$rows$key, c("a", "b", "c"))
  expect_equal(c(kind$rows$other_part[1], kind$rows$other_whole[1]), c(170, 1729))
  # A product that falls behind is not part of the rate for the others.
  expect_equal(c(kind$rows$other_part[2], kind$rows$other_whole[2]), c(80, 829))
  gain <- kind$gain(0.95)
  expect_equal(gain$point[1], 1000 * (170 / 1729 - 10 / 1000) * 40e6 / 170)
  expect_lt(kind$gain(0.999)$lower[1], gain$lower[1])
})

test_that("a step of a group is compared with the same step of the others, without bots and small groups", {
  rows <- data.frame(
    login_state = "guest", device = c("desktop", "mobile", "tablet", "bot", "unknown"), channel = "direct",
    sessions = 1000, viewed = c(1000, 500, 20, 900, 700), carted = c(200, 100, 2, 0, 9),
    checked_out = c(100, 50, 1, 0, 4), ordered = c(60, 5, 1, 0, 2), stringsAsFactors = FALSE
  )
  kind <- step_candidates(rows, SOME_WORTH)
  expect_equal(unique(kind$rows$label), c("desktop", "mobile"))
  row <- kind$rows[kind$rows$key == "device/mobile/checkout_complete", ]
  expect_equal(c(row$part, row$whole, row$other_part, row$other_whole), c(5, 50, 61, 101))
  expect_equal(row$chance, stats::fisher.test(matrix(c(5, 45, 61, 40), 2), alternative = "less")$p.value)
  gain <- kind$gain(0.95)[kind$rows$key == row$key, ]
  expect_equal(gain$point, 50 * (61 / 101 - 5 / 50) * 1e6)
  expect_equal(nrow(step_candidates(rows[0, ], SOME_WORTH)$rows), 0)
})

test_that("a campaign is a candidate if it has costs and enough sessions", {
  campaigns <- some_campaigns(1)
  campaigns$is_judged[2] <- FALSE
  campaigns$cost[3:4] <- c(NA, 0)
  expect_equal(campaign_candidates(campaigns, SOME_WORTH)$rows$label, "campaign_1")
  expect_equal(nrow(campaign_candidates(NULL, SOME_WORTH)$rows), 0)
})

test_that("carts to remind of are those of known customers who have not bought since", {
  left <- data.frame(
    reach = c("signed_in", "known", "unknown", "known"), bought_since = c("no", "no", "no", "yes"),
    value = c(100, 50, 1000, 500), stringsAsFactors = FALSE
  )
  carts <- data.frame(
    dimension = "all", key = "all", outcome = c("recovered", "abandoned", "bought"), carts = c(20, 80, 50), value = 0
  )
  kind <- cart_candidates(left, carts)
  expect_equal(c(kind$rows$whole, kind$rows$part, kind$rows$other_part, kind$rows$other_whole), c(2, 150, 20, 100))
  expect_equal(kind$gain(0.95)$point, 150 * 0.2)
  expect_equal(nrow(cart_candidates(left[3, ], carts)$gain(0.95)), 0)
  # Without a recovered cart nothing is known of what comes back.
  carts$carts[1] <- 0
  expect_equal(cart_candidates(left, carts)$rows$chance, 1)
})

test_that("a term is a candidate if at least half of its searches found nothing", {
  terms <- data.frame(
    term = c("desk", "sofa", "lamp", "rare"), searches = c(200, 40, 100, 12), unknown = 0, empty = c(0, 40, 20, 12),
    opened = c(120, 2, 10, 0), orders = c(20, 0, 0, 0), stringsAsFactors = FALSE
  )
  kind <- term_candidates(terms, SOME_WORTH)
  expect_equal(kind$rows$key, "sofa")
  expect_equal(kind$gain(0.95)$point, 40 * (0.6 - 2 / 40) * (20 / 120) * 1e6)
})

test_that("gains are scaled to a month, and of one step only the first group is shown", {
  set.seed(1)
  once <- a_month(list(step = 0.2, product = 0.1))
  expect_equal(actions_of_month(once, 15)$found$point, 2 * actions_of_month(once, 30)$found$point)
  found <- rbind(
    an_action("step", topic = "a", key = "1"), an_action("step", topic = "a", key = "2"),
    an_action("product", key = "3"), an_action("product", key = "4")
  )
  expect_equal(top_actions(found)$key, c("1", "3", "4"))
  expect_equal(nrow(top_actions(found[rep(3, 9), ])), 5)
})

test_that("days without data are not counted", {
  until <- as.POSIXct("2026-05-20 12:00:00", tz = "UTC")
  expect_equal(counted_days(FILTERS, as.Date("2026-05-11"), until, TIME_ZONE), 10)
  expect_equal(counted_days(FILTERS, as.Date("2026-01-01"), as.POSIXct(NA), TIME_ZONE), 30)
  expect_equal(counted_days(FILTERS, as.Date("2026-01-01"), as.POSIXct("2025-01-01", tz = "UTC"), TIME_ZONE), 1)
})

test_that("the title says what is certain", {
  expect_equal(actions_headline(an_action("cart")[0, ], MONEY), "Nothing in these days would pay off with certainty")
  expect_equal(actions_headline(an_action("cart"), MONEY), "One thing to do, with at least 123000 d a month at stake")
  expect_equal(
    actions_headline(an_action("cart")[c(1, 1), ], MONEY),
    "Two things to do; the first has at least 123000 d a month at stake"
  )
})

test_that("what was examined is said, and why nothing is shown", {
  result <- list(found = an_action("cart")[0, ], examined = c(product = 1, step = 12, campaign = 0))
  expect_match(examined_sentence(result, 0), "^Examined: 1 product and 12 steps of the funnel\\. For none of them")
  result$examined[] <- 0
  expect_match(examined_sentence(result, 0), "^Too little happened")
  more <- list(found = an_action("cart")[rep(1, 6), ], examined = c(product = 40))
  expect_match(examined_sentence(more, 5), "; 1 more is lower")
})

test_that("every kind says what to do, its evidence, effort and proof, and leads to its rows", {
  links <- c(
    product = "tab=products.*category=laptops", step = "tab=funnel.*", campaign = "tab=marketing",
    cart = "tab=carts", term = "tab=pages.*terms=nothing"
  )
  groups <- c(product = "laptops", step = "device", campaign = NA, cart = NA, term = "250")
  for (kind in names(links)) {
    topic <- if (kind == "step") "checkout_complete" else kind
    action <- an_action(kind, group = groups[[kind]], topic = topic, label = if (kind == "step") "mobile" else "Aero")
    html <- as.character(action_card(NS("actions"), action, 1, FILTERS, MONEY))
    for (what in c("gain", "lower", "upper", "q", "part", "whole", "other-part", "other-whole")) {
      expect_match(html, sprintf("id=\"actions-1-%s\"", what))
    }
    expect_match(html, sprintf("href=\"[?]%s", links[[kind]]))
    expect_match(html, "Evidence.*How sure.*Likely \\(q = 0.02\\) that.*Effort.*How to prove it")
    expect_match(html, "1230000 d.*123000 d.*2350000 d")
  }
})

test_that("a device is a place to try, a channel one to ask about", {
  device <- an_action("step", group = "device", topic = "checkout_complete", label = "mobile")
  channel <- an_action("step", group = "channel", topic = "add_to_cart_click", label = "paid_social")
  expect_equal(
    action_words(device, FILTERS)$todo, "Go from checkout to order yourself on a phone, and repair what stops people"
  )
  expect_equal(
    action_words(channel, FILTERS)$todo,
    "Find out why fewer sessions from paid social go from product view to add to cart"
  )
})

test_that("certainty has words, and limits are rounded outwards", {
  expect_equal(sure_words(c(0.0005, 0.005, 0.03, 0.09)), c("Nearly certain", "Very likely", "Likely", "Probable"))
  expect_equal(c(q_words(1e-6), q_words(0.0123)), c("q < 0.0001", "q = 0.012"))
  expect_equal(in_three_digits(c(123456, 99.4)), c(123000, 99))
  expect_equal(c(in_three_digits(129999, floor), in_three_digits(120001, ceiling)), c(129000, 121000))
})
