# The numbers of Customers against the SQL that it shows.
BUYER_CHOICES <- list(
  some_filters("2025-12-01", "2025-12-31", traffic = "people"),
  some_filters("2025-12-16", "2026-01-15", login = "guest"),
  some_filters("2026-08-01", "2026-09-30", traffic = "shoppers"),
  some_filters("2026-06-10", "2026-08-09", login = "logged_in", traffic = "people"),
  some_filters("2025-11-01", "2026-10-20"),
  some_filters("2026-06-01", "2026-07-20", only = c(channel = "social", device = "mobile"))
)

for (filters in BUYER_CHOICES) {
  test_that(paste("Customers can be proved:", describe_filters(filters)), {
    html <- page_of(customers_server, filters, c("figures", "table", "proof"))
    proved <- run_sql(html, "customers-sql-buyers")
    expect_gt(proved$new, 0)
    for (column in names(proved)) {
      expect_equal(value_at(html, gsub("_", "-", column)), as.numeric(proved[[column]]), label = column)
    }
    came <- run_sql(html, "customers-sql-repeat")
    for (column in c("again", "pending", "median_days")) {
      expect_equal(value_at(html, gsub("_", "-", column)), as.numeric(came[[column]]), label = column)
    }
    expect_equal(value_at(html, "repeat"), share_of(as.numeric(came$repeated), as.numeric(came$decided)))
    asked <- a_board(filters)$ask(ask_buyers, filters, currency = "VND")
    expect_equal(unlist(asked[names(came)]), vapply(came, as.numeric, 0))
    before <- a_board(filters)$ask(ask_buyers_before, filters, currency = "VND")
    expect_equal(unlist(before), vapply(run_sql(html, "customers-sql-before")[names(before)], as.numeric, 0))
    cohorts <- run_sql(html, "customers-sql-cohorts")
    rows <- a_board(filters)$ask(ask_cohorts, filters, currency = "VND")
    expect_equal(rows$cohort, format(as.Date(cohorts$cohort)))
    for (column in c("week", "buyers", "again", "net")) {
      expect_equal(rows[[column]], as.numeric(cohorts[[column]]), label = column)
    }
    shown <- rows[as.Date(rows$cohort) %in% utils::tail(sort(unique(as.Date(rows$cohort))), MOST_COHORTS), ]
    expect_same_numbers(
      gsub("cohort-[0-9-]*-buyers", "", html), "cohort-2",
      substring(paste("cohort", shown$cohort, shown$week, sep = "-"), 9), shown$again / shown$buyers
    )
  })
}

test_that("buyers whose 60 days are not over are pending", {
  filters <- some_filters("2026-08-01", "2026-09-30")
  total <- a_board(filters)$ask(ask_buyers, filters, currency = "VND")
  expect_gt(total$pending, 0)
  expect_gt(total$decided, 0)
  expect_equal(total$pending + total$decided, total$new)
})
