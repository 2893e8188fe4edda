some_visits <- function(channel, sessions, campaign = NA_character_) {
  data.frame(channel, source = NA_character_, medium = NA_character_, campaign, sessions)
}

# Orders of one amount each.
some_credits <- function(channel, orders, amount = 100) {
  data.frame(
    model = "last_non_direct", channel, orders, orders_squares = orders, net = orders * amount,
    net_squares = orders * amount^2, net_largest = ifelse(orders > 0, amount, 0)
  )
}

channels <- function(channel, sessions, orders) {
  channels_of(some_visits(channel, sessions), some_credits(channel, orders))
}

money <- money_formatter("vi-VN", "VND")
headline <- function(channels) marketing_headline(channels, surest_channels(channels), "last_non_direct", money)

test_that("the title names the two channels with the most significant difference, and the model", {
  shown <- channels(c("email", "paid_social", "referral"), c(1000, 1000, 1000), c(160, 50, 70))
  expect_equal(
    headline(shown),
    "Email earns 3.2 times as much per session as paid social (last non-direct visit)."
  )
  expect_match(headline_note(shown, surest_channels(shown)), "^Between 2\\.2 and 4\\.8 times.*budget of paid social")
})

test_that("the title claims nothing that is not significant", {
  shown <- channels(c("email", "paid_social", "referral"), c(300, 300, 300), c(12, 8, 9))
  expect_equal(headline(shown), "No channel earns significantly more per session than the others.")
})

test_that("direct visits, which cannot be bought, and channels with few sessions are not compared", {
  shown <- channels(c("email", "direct", "display"), c(1000, 1000, 99), c(200, 10, 1))
  expect_equal(headline(shown), "Too few sessions to say which channel earns the most.")
})

test_that("a channel that earned nothing has no ratio", {
  shown <- channels(c("email", "display"), c(1000, 1000), c(100, 0))
  expect_equal(
    headline(shown), "Email earns 10\u00a0\u20ab per session, display nothing (last non-direct visit)."
  )
})

test_that("without orders the title says so", {
  expect_equal(headline(channels(c("email", "direct"), c(3, 4), c(0, 0))), "No order yet from 7 sessions.")
})

test_that("channels come by net revenue, with orders of unknown visits and visits without orders", {
  shown <- channels_of(
    some_visits(c("email", "email", "social"), c(100, 50, 20)), some_credits(c("unknown", "email"), c(1, 30))
  )
  expect_equal(shown$channel, c("email", "unknown", "social"))
  expect_equal(shown$sessions, c(150, 0, 20))
  expect_equal(shown$net, c(3000, 100, 0))
  expect_equal(sum(shown$share), 1)
  expect_equal(shown$conversion, c(0.2, NA, 0))
  expect_equal(shown$earned, c(20, NA, 0))
  expect_equal(shown$is_judged, c(TRUE, FALSE, FALSE))
})

test_that("a change is shown only if it is significant and both periods have enough sessions", {
  now <- channels(c("email", "social", "display"), c(1000, 1000, 1000), c(200, 52, 90))
  before <- channels(c("email", "social", "display"), c(1000, 1000, 50), c(100, 50, 1))
  changes <- earning_changes(now, before)
  expect_equal(changes$is_sure[match(c("email", "social", "display"), now$channel)], c(TRUE, FALSE, FALSE))
  expect_equal(changes$change[now$channel == "email"], 1)
  cell <- as.character(change_cell("c", changes[now$channel == "social", ]))
  expect_match(cell, "data-value=\"\"")
  expect_match(cell, "between \u2212")
  expect_match(as.character(change_cell("c", changes[now$channel == "email", ])), ">\\+100\\W%")
})

some_campaigns <- function(campaign, sessions, orders) {
  credits <- some_credits("x", orders)
  credits$channel <- NULL
  campaigns_of(
    some_visits("x", c(sessions, 70), c(campaign, NA)),
    cbind(credits, source = NA_character_, medium = NA_character_, campaign), sum(credits$net) * 2
  )
}

test_that("campaigns are sorted by net revenue per session, then those too small to judge", {
  shown <- some_campaigns(c("tiny", "poor", "rich"), c(99, 500, 500), c(90, 5, 50))
  expect_equal(shown$campaign, c("rich", "poor", "tiny"))
  expect_equal(campaigns_sentence(shown), "A session from rich earns the most, one from poor the least")
  expect_equal(shown$share, c(50, 5, 90) / 290)
  expect_match(
    campaigns_note(shown, 29000),
    spaced("bring 50_% of net revenue.*; 1 with fewer than 100 sessions is too small to judge.")
  )
})

test_that("campaigns that do not differ significantly are not ranked in the title", {
  expect_equal(
    campaigns_sentence(some_campaigns(c("a", "b"), c(200, 200), c(6, 5))),
    "No campaign earns significantly more per session than the others"
  )
  expect_equal(campaigns_sentence(some_campaigns("a", 200, 5)), "Only a has enough sessions to be judged")
  expect_equal(campaigns_sentence(some_campaigns("a", 20, 5)), "No campaign has enough sessions to be judged")
})

some_costs <- function(channel, cost, currency = "VND") {
  data.frame(channel, source = "", medium = "", campaign = "", currency, cost)
}

test_that("costs are shown with their return, also if they brought no visits", {
  shown <- with_costs(
    channels(c("email", "display"), c(1000, 1000), c(100, 4)),
    some_costs(c("email", "email", "display", "affiliate", "email"), c(300, 200, 9000, 70, 5), c(rep("VND", 4), "USD")),
    "channel", "VND", 10400
  )
  row <- function(channel) shown[shown$channel == channel, ]
  expect_equal(row("email")$cost, 500)
  expect_equal(row("email")$cost_per_order, 5)
  expect_equal(row("email")$return_on_cost, 20)
  expect_false(row("email")$is_below_cost)
  expect_true(row("display")$is_below_cost)
  expect_match(below_cost_note(shown), "^Display costs significantly more than it earns:")
  expect_equal(row("affiliate")$cost, 70)
  expect_equal(row("affiliate")$sessions, 0)
})

test_that("a cost is called too high only if the difference is significant", {
  shown <- with_costs(channels("display", 1000, 4), some_costs("display", 500), "channel", "VND", 400)
  expect_false(shown$is_below_cost)
  expect_null(below_cost_note(shown))
  expect_null(below_cost_note(channels("display", 1000, 4)))
})

test_that("costs, which have no login state, are shown for all login states only", {
  all <- some_filters("2026-06-01", "2026-06-30")
  guests <- some_filters("2026-06-01", "2026-06-30", login = "guest")
  money_in <- function(currency) money_formatter("vi-VN", currency)
  costs <- some_costs("email", c(5, 1999), c("VND", "USD"))
  expect_true(costs_apply(all, costs))
  expect_false(costs_apply(guests, costs))
  expect_false(costs_apply(all, costs[0, ]))
  expect_match(as.character(costs_note(all, costs[0, ], "VND", money_in)), "npm run import-costs -- FILE")
  expect_match(costs_note(guests, costs, "VND", money_in), "choose all login states")
  expect_match(costs_note(all, costs, "VND", money_in), "not in the table: 19,99\u00a0\\$")
})

test_that("costs come in the smallest unit of their currency, like all money", {
  warehouse <- a_fake_warehouse(function(sql, params) some_costs("email", c(20, 3), c("USD", "VND")))
  expect_equal(ask_costs(warehouse, some_filters("2026-06-01", "2026-06-30"), TIME_ZONE, "1")$cost, c(2000, 3))
})

test_that("every model has a rule, and a name inside a sentence", {
  expect_setequal(names(MODEL_RULES), MODELS)
  expect_setequal(names(MODEL_WORDS), MODELS)
})

test_that("parts of orders keep a decimal, whole orders none", {
  expect_equal(format_credit(c(3, 2.25, 1234.5)), spaced(c("3", "2.2", "1_234.5")))
})

test_that("days without traffic show that there is none", {
  testServer(marketing_server, args = list(board = a_board(some_filters("2026-05-31", "2026-05-31"))), {
    expect_match(html_of(output$channels), "data-state=\"empty\"")
    expect_equal(html_of(output$models), "")
  })
})
