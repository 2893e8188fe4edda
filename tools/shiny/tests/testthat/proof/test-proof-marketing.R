# The numbers of Marketing against the SQL that it shows, the Overview, and the plan of its campaigns.
MARKETING_CHOICES <- list(
  some_filters("2026-05-01", "2026-05-30", traffic = "people"),
  some_filters("2026-06-01", "2026-06-30"),
  some_filters("2026-06-10", "2026-08-09", login = "logged_in", traffic = "people"),
  some_filters("2026-03-01", "2026-10-20", login = "anonymous", traffic = "shoppers"),
  some_filters("2026-05-20", "2026-06-05", only = c(device = "mobile", visitors = "returning"))
)
OUTPUTS <- c("channels", "models", "campaigns", "proof")

marketing_pages <- function(filters, models = MODELS) {
  pages_of(marketing_server, filters, OUTPUTS, "model", models)
}

# Channels that the page may show only because of their costs.
costed <- function(html, filters) {
  if (costs_apply(filters, data.frame(cost = 1))) run_sql(html, "marketing-sql-costs")$channel else character(0)
}

for (filters in MARKETING_CHOICES) {
  test_that(paste("Marketing can be proved:", describe_filters(filters)), {
    pages <- marketing_pages(filters)
    for (model in MODELS) {
      html <- pages[[model]]
      credited <- run_sql(html, "marketing-sql-channels")
      for (column in c("orders", "net")) {
        shown <- vapply(paste("channel", credited$channel, column, sep = "-"), function(id) value_at(html, id), 0)
        expect_equal(unname(shown), as.numeric(credited[[column]]))
      }
      sessions <- run_sql(html, "marketing-sql-sessions")
      ids <- paste("channel", sessions$channel, "sessions", sep = "-")
      expect_equal(unname(vapply(ids, function(id) value_at(html, id), 0)), as.numeric(sessions$sessions))
      expect_equal(value_at(html, "sessions"), sum(sessions$sessions))
      rows <- sub("-sessions$", "", grep("-sessions$", ids_with(html, "channel-"), value = TRUE))
      counted <- c(credited$channel, sessions$channel, costed(html, filters))
      expect_setequal(rows, paste0("channel-", unique(counted)))
      for (row in rows) {
        at <- function(what) value_at(html, paste(row, what, sep = "-"))
        expect_equal(at("conversion"), share_of(at("orders"), at("sessions")))
        expect_equal(at("earned"), share_of(at("net"), at("sessions")))
        expect_equal(at("share"), share_of(at("net"), value_at(html, "net")))
      }
    }
  })

  test_that(paste("each model adds up to the Overview:", describe_filters(filters)), {
    overview <- page_of(overview_server, filters, c("figures", "proof"))
    pages <- marketing_pages(filters)
    for (model in MODELS) {
      html <- pages[[model]]
      # With filters the visits that are left are credited, whichever visit placed the order.
      if (is.null(filters$only)) {
        expect_equal(value_at(html, "net"), value_at(overview, "net"))
        expect_equal(value_at(html, "orders"), value_at(overview, "orders"))
      }
      expect_equal(value_at(html, "sessions"), value_at(overview, "sessions"))
      expect_equal(value_at(html, paste0("model-total-", model)), value_at(html, "net"))
      total <- run_sql(html, "marketing-sql-total")
      expect_equal(c(total$orders, total$net), c(value_at(html, "orders"), value_at(html, "net")))
    }
    side_by_side <- run_sql(pages[[1]], "marketing-sql-models")
    ids <- paste("model", side_by_side$channel, side_by_side$model, sep = "-")
    expect_equal(unname(vapply(ids, function(id) value_at(pages[[1]], id), 0)), as.numeric(side_by_side$net))
  })
}

test_that("campaigns are what was planned, with their costs", {
  html <- marketing_pages(MARKETING_CHOICES[[1]], "last")[[1]]
  number <- function(place, what) value_at(html, paste("campaign", place, what, sep = "-"))
  expect_equal(vapply(1:4, number, 0, "sessions"), c(240, 260, 30, 0))
  expect_equal(vapply(1:4, number, 0, "orders"), c(60, 6, 3, 0))
  expect_equal(vapply(1:4, number, 0, "net"), c(737700000, 54150000, 60030000, 0))
  expect_equal(vapply(1:4, number, 0, "cost"), c(1200000, 150000000, NA, 5000000))
  expect_equal(number(2, "cost-per-order"), 25000000)
  expect_equal(number(2, "return"), 54150000 / 150000000)
  expect_match(html, "spring_video.*below cost.*too few sessions.*no sessions")
  sessions <- run_sql(html, "marketing-sql-campaign-sessions")
  expect_equal(as.numeric(sessions$sessions), c(260, 240, 30))
  credited <- run_sql(html, "marketing-sql-campaigns")
  expect_equal(credited$utm_campaign, c("spring_letter", "brand", "spring_video"))
  expect_equal(as.numeric(credited$net), c(737700000, 60030000, 54150000))
  costs <- run_sql(html, "marketing-sql-costs")
  expect_equal(value_at(html, "cost"), sum(costs$cost[costs$currency == "VND"]))
})

test_that("the title of the planned campaigns names the better channel", {
  html <- marketing_pages(MARKETING_CHOICES[[1]], "first")[[1]]
  expect_match(html, "id=\"headline\">Email earns 15 times as much per session as paid social \\(first visit\\)\\.<")
})
