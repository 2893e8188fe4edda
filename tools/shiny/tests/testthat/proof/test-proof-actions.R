# The counts that actions rest on, against the SQL that the tab shows.
ACTION_CHOICES <- list(
  some_filters("2026-03-01", "2026-03-31"),
  some_filters("2026-04-01", "2026-04-30", traffic = "people"),
  some_filters("2026-05-01", "2026-05-30", traffic = "people"),
  some_filters("2026-06-01", "2026-07-30", login = "guest", traffic = "shoppers"),
  some_filters("2026-10-12", "2026-10-19", traffic = "people")
)

# Candidates without a floor on their size: the counts of all of them are compared.
counted_kinds <- function(filters) {
  kinds <- isolate(action_kinds(action_counts(a_board(filters))))
  stats::setNames(lapply(kinds, function(kind) kind$rows), vapply(kinds, function(kind) kind$kind, ""))
}

page_of_actions <- function(filters) page_of(actions_server, filters, c("actions", "proof"))

number_of <- function(values) as.numeric(values)

for (filters in ACTION_CHOICES) {
  test_that(paste("Actions can be proved:", describe_filters(filters)), {
    html <- page_of_actions(filters)
    kinds <- counted_kinds(filters)
    worth <- run_sql(html, "actions-sql-worth")
    expect_equal(value_at(html, "orders"), number_of(worth$orders))
    expect_equal(value_at(html, "net"), number_of(worth$net))
    expect_equal(value_at(html, "examined"), sum(vapply(kinds, nrow, 0L)))

    products <- run_sql(html, "actions-sql-products")
    own <- products[match(kinds$product$key, products$product_id), ]
    expect_equal(kinds$product$whole, number_of(own$views))
    expect_equal(kinds$product$part, number_of(own$add_to_carts))

    for (by in STEP_DIMENSIONS) {
      rows <- run_sql(html, paste0("actions-sql-", by))
      rows <- rows[!rows[[by]] %in% c("unknown", if (by == "device") "bot"), ]
      steps <- kinds$step[kinds$step$group == by, ]
      at <- match(steps$topic, FUNNEL_STEPS$step)
      count <- function(from) mapply(
        function(label, step) number_of(rows[rows[[by]] == label, FUNNEL_STEPS$column[step]]), steps$label, at - from
      )
      all <- function(from) vapply(at - from, function(step) sum(number_of(rows[[FUNNEL_STEPS$column[step]]])), 0)
      if (nrow(steps) > 0 && (by == "device" || filters$traffic != "all")) {
        expect_equal(steps$part, unname(count(0)))
        expect_equal(steps$whole, unname(count(1)))
        expect_equal(steps$other_part, all(0) - steps$part)
        expect_equal(steps$other_whole, all(1) - steps$whole)
      }
    }

    credited <- run_sql(html, "actions-sql-campaigns")
    costs <- run_sql(html, "actions-sql-costs")
    for (i in seq_len(nrow(kinds$campaign))) {
      name <- kinds$campaign$label[i]
      expect_equal(kinds$campaign$other_part[i], number_of(credited$net[credited$utm_campaign == name]))
      expect_equal(kinds$campaign$other_whole[i], sum(costs$cost[costs$campaign == name & costs$currency == "VND"]))
    }

    outcomes <- run_sql(html, "actions-sql-outcomes")
    left <- run_sql(html, "actions-sql-left")
    left <- left[left$reach != "unknown" & left$bought_since == "no", ]
    expect_equal(nrow(kinds$cart), as.integer(nrow(left) > 0))
    if (nrow(left) > 0) {
      expect_equal(c(kinds$cart$whole, kinds$cart$part), c(nrow(left), sum(number_of(left$value))))
      expect_equal(kinds$cart$other_part, number_of(outcomes$recovered))
      expect_equal(kinds$cart$other_whole, number_of(outcomes$recovered) + number_of(outcomes$abandoned))
    }

    searches <- run_sql(html, "actions-sql-searches")
    own <- searches[match(kinds$term$key, searches$term), ]
    expect_equal(kinds$term$whole, number_of(own$searches))
    expect_equal(kinds$term$part, number_of(own$opened))
  })
}

test_that("the planned campaign under water is the first action of its month, with its planned numbers", {
  html <- page_of_actions(ACTION_CHOICES[[3]])
  expect_match(html, "data-kind=\"campaign\" data-key=\"facebook/paid_social/spring_video\"")
  expect_equal(value_at(html, "1-whole"), 260)
  expect_equal(value_at(html, "1-part"), 6)
  expect_equal(value_at(html, "1-other-part"), 54150000)
  expect_equal(value_at(html, "1-other-whole"), 150000000)
  expect_equal(value_at(html, "1-gain"), 150000000 - 54150000)
  expect_gt(value_at(html, "1-lower"), 0)
})

test_that("planned faults of a product, a step and a search are the actions of their week, and nothing else is", {
  html <- page_of_actions(ACTION_CHOICES[[5]])
  keys <- regmatches(html, gregexpr("data-key=\"[^\"]*\"", html))[[1]]
  expect_equal(keys, sprintf("data-key=\"%s\"", c("CHAIR-0", "device/mobile/checkout_complete", "stool")))
  expect_equal(c(value_at(html, "1-whole"), value_at(html, "1-part")), c(400, 2))
  expect_equal(c(value_at(html, "1-other-whole"), value_at(html, "1-other-part")), c(180, 90))
  # Every twentieth of the 46 checkouts on phones ends with an order.
  expect_equal(c(value_at(html, "2-whole"), value_at(html, "2-part")), c(46, 2))
  expect_equal(c(value_at(html, "3-whole"), value_at(html, "3-part")), c(50, 1))
})

test_that("a month with too little to examine is calm, and one without traffic is empty", {
  html <- page_of_actions(some_filters("2026-03-02", "2026-03-03"))
  expect_match(html, "id=\"headline\">Nothing in these days would pay off with certainty<")
  expect_match(html, "Too little happened in these days")
  expect_match(page_of_actions(some_filters("2025-01-01", "2025-01-31")), "Nothing in this selection")
})
