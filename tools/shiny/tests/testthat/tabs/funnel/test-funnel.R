funnel_rows <- function(..., device = "mobile", login_state = "guest", channel = "direct") {
  counts <- c(...)
  data.frame(
    login_state = login_state, device = device, channel = channel, sessions = counts[1], viewed = counts[2],
    carted = counts[3], checked_out = counts[4], ordered = counts[5]
  )
}

test_that("each step is compared with the first and with the one before", {
  steps <- funnel_steps(rbind(funnel_rows(100, 60, 20, 6, 3), funnel_rows(100, 40, 5, 4, 2, device = "desktop")))
  expect_equal(steps$sessions, c(100, 25, 10, 5))
  expect_equal(steps$of_first, c(1, 0.25, 0.1, 0.05))
  expect_equal(steps$of_previous, c(NA, 0.25, 0.4, 0.5))
  expect_equal(steps$lost, c(NA, 75, 15, 5))
})

test_that("an empty step divides nothing", {
  steps <- funnel_steps(funnel_rows(10, 0, 0, 0, 0))
  expect_equal(steps$of_first, rep(NA_real_, 4))
  expect_equal(steps$of_previous, rep(NA_real_, 4))
  expect_equal(steps$lost, c(NA, 0, 0, 0))
})

test_that("steps of random groups add up to the steps of all", {
  set.seed(1)
  for (round in 1:50) {
    rows <- do.call(rbind, lapply(1:8, function(i) {
      counts <- sort(sample(0:500, 5), decreasing = TRUE)
      funnel_rows(counts, device = sample(c("mobile", "desktop"), 1), channel = sample(c("email", "direct"), 1))
    }))
    whole <- funnel_steps(rows)
    for (dimension in c("device", "channel")) {
      groups <- funnel_by(rows, dimension)
      expect_equal(Reduce(`+`, lapply(groups, function(group) group$steps$sessions)), whole$sessions)
      sizes <- vapply(groups, function(group) group$sessions, 0)
      expect_false(is.unsorted(-sizes))
    }
    lost <- whole$sessions[-4] - whole$sessions[-1]
    expect_equal(sum(whole$lost, na.rm = TRUE), sum(lost))
    expect_equal(largest_loss(whole), if (max(lost) > 0) which.max(lost) + 1L)
  }
})

test_that("the headline is the outcome and the largest loss", {
  expect_equal(
    funnel_headline(funnel_steps(funnel_rows(2000, 1000, 300, 100, 31))),
    paste(
      spaced("3.1_% of sessions that viewed a product placed an order;"),
      "the largest loss is product view \u2192 add to cart."
    )
  )
  expect_match(
    funnel_headline(funnel_steps(funnel_rows(2000, 1000, 990, 100, 90))),
    "the largest loss is add to cart \u2192 checkout"
  )
})

test_that("the headline covers funnels without an order, without a loss and without a view", {
  expect_match(funnel_headline(funnel_steps(funnel_rows(9, 5, 1, 0, 0))), "^None of the 5 sessions that viewed a pro")
  expect_match(funnel_headline(funnel_steps(funnel_rows(9, 5, 5, 5, 5))), "no session dropped out")
  expect_equal(funnel_headline(funnel_steps(funnel_rows(9, 0, 0, 0, 0))), "No session viewed a product.")
})

test_that("a step without events has no loss, and a note says that its events do not arrive", {
  steps <- funnel_steps(funnel_rows(100, 50, 40, 5, 5))
  reported <- c("product_view", "add_to_cart_click")
  expect_match(funnel_headline(steps, reported), "the largest loss is add to cart \u2192 order\\.$")
  expect_equal(
    unreported_note(steps, reported),
    "No checkout events arrive: sessions that reach a later step are counted there too."
  )
  expect_match(unreported_note(steps, "product_view"), "^No add to cart and checkout events arrive:")
  expect_match(funnel_headline(steps, "product_view"), "the largest loss is product view \u2192 order\\.$")
  expect_null(unreported_note(steps, steps$step))
})

test_that("the headline does not claim that no product was viewed if no view events arrive", {
  steps <- funnel_steps(funnel_rows(9, 0, 0, 0, 0))
  expect_equal(
    funnel_headline(steps, "add_to_cart_click"),
    "No product view events arrive, and the funnel starts with them."
  )
  expect_null(unreported_note(steps, "add_to_cart_click"))
})

test_that("the groups with the most significant difference are named; bots and small groups are not", {
  groups <- funnel_by(rbind(
    funnel_rows(500, 400, 100, 50, 20, device = "mobile"), funnel_rows(300, 200, 90, 60, 30, device = "desktop"),
    funnel_rows(5, 2, 2, 2, 2, device = "tablet"), funnel_rows(900, 900, 0, 0, 0, device = "bot")
  ), "device")
  expect_equal(
    groups_headline(groups, "Device"),
    spaced("Desktop sessions order more often (15.0_% of product views) than mobile (5.0_%)")
  )
  expect_equal(groups_headline(groups[1:2], "Device"), "Steps by device")
})

test_that("a difference at z = 1.1 is not claimed", {
  groups <- funnel_by(rbind(
    funnel_rows(900, 800, 100, 50, 30, device = "mobile"), funnel_rows(900, 800, 100, 50, 39, device = "desktop")
  ), "device")
  expect_equal(groups_headline(groups, "Device"), "Order rates do not differ significantly by device")
})

test_that("of groups without a difference one comparison in twenty claims one", {
  set.seed(5)
  claims <- replicate(300, {
    rows <- do.call(rbind, lapply(letters[1:5], function(name) {
      funnel_rows(400, 400, 100, 50, rbinom(1, 400, 0.05), device = name)
    }))
    !is.null(surest_pair(funnel_by(rows, "device")))
  })
  expect_lte(mean(claims), 0.05)
})

test_that("groups have labels in words", {
  expect_equal(group_label(c("logged_in", "organic_search")), c("Logged in", "Organic search"))
})
