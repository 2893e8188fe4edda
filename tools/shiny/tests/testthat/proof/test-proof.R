# The promise of the dashboard: the SQL that a tab shows, run on the event table, gives the tab's own numbers.
CHOICES <- list(
  some_filters("2026-03-01", "2026-03-31"),
  some_filters("2026-06-01", "2026-06-30"),
  some_filters("2026-03-02", "2026-03-02"),
  some_filters("2026-07-15", "2026-07-15", login = "guest"),
  some_filters("2026-06-10", "2026-08-09", login = "logged_in", traffic = "people"),
  some_filters("2026-08-01", "2026-08-31", login = "anonymous", traffic = "people"),
  some_filters("2026-05-20", "2026-10-20", traffic = "shoppers"),
  some_filters("2026-03-01", "2026-10-20", login = "anonymous"),
  some_filters("2026-06-10", "2026-06-24", traffic = "people", only = c(channel = "social", visitors = "new")),
  some_filters("2026-05-01", "2026-05-15", only = c(campaign = "spring_letter", device = "mobile")),
  some_filters("2026-06-01", "2026-06-20", "guest", only = c(visitors = "returning", brand = "Aunt Ann's"))
)

for (filters in CHOICES) {
  test_that(paste("the Overview can be proved:", describe_filters(filters)), {
    pages <- pages_of(overview_server, filters, c("figures", "trend", "proof"), "metric", names(METRICS))
    for (metric in names(METRICS)) {
      html <- pages[[metric]]
      is_of_sessions <- metric %in% c("sessions", "visitors", "conversion")
      of <- if (is_of_sessions) "session" else if (metric == "page_views") "event" else "order"
      total <- run_sql(html, paste0("overview-sql-", of, "s"))
      expect_equal(value_at(html, metric), as.numeric(total[[metric]]))
      line <- run_sql(html, paste0("overview-sql-", of, "-days"))
      points <- if (is.null(line$hour)) line$day else line$hour
      expect_same_numbers(html, paste0("trend-", metric, "-"), points, line[[metric]])
    }
  })

  test_that(paste("the Funnel can be proved:", describe_filters(filters)), {
    pages <- pages_of(funnel_server, filters, c("steps", "groups", "proof"), "by", BREAKDOWNS)
    for (by in BREAKDOWNS) {
      html <- pages[[by]]
      steps <- run_sql(html, "funnel-sql-steps")
      expect_equal(value_at(html, "sessions"), steps$sessions)
      strict <- run_sql(html, "funnel-sql-strict")[FUNNEL_STEPS$column]
      any_order <- run_sql(html, "funnel-sql-any-order")[FUNNEL_STEPS$column]
      expect_true(all(strict <= steps[FUNNEL_STEPS$column]))
      expect_true(all(strict <= any_order))
      for (i in seq_len(nrow(FUNNEL_STEPS))) {
        id <- FUNNEL_STEPS$step[i]
        expect_equal(value_at(html, paste0(id, "-sessions")), steps[[FUNNEL_STEPS$column[i]]])
        groups <- run_sql(html, paste0("funnel-sql-", by))
        ids <- paste(by, groups[[by]], id, sep = "-")
        shown <- vapply(ids, function(group) value_at(html, group), 0)
        expect_equal(unname(shown), groups[[FUNNEL_STEPS$column[i]]])
        expect_length(grep(paste0(id, "$"), ids_with(html, paste0(by, "-"))), nrow(groups))
      }
    }
  })

  test_that(paste("Products can be proved:", describe_filters(filters)), {
    html <- page_of(products_server, filters, c("rankings", "table", "together", "bands", "proof"))
    products <- run_sql(html, "products-sql-products")
    expect_length(ids_with(html, "[^\"]+-views"), nrow(products))
    for (column in c("views", "add_to_carts", "units", "revenue")) {
      ids <- paste(products$product_id, column, sep = "-")
      expect_equal(unname(vapply(ids, function(id) value_at(html, id), 0)), products[[column]])
    }
    pairs <- run_sql(html, "products-sql-together")
    for (id in ids_with(html, "together-P")) {
      expect_equal(value_at(html, id), pairs$orders[paste0("together-", pairs$pair) == id])
    }
    if (nrow(pairs) > 0) expect_equal(value_at(html, "together-orders"), pairs$of_orders[1])
    bands <- run_sql(html, "products-sql-bands")
    for (column in c("units", "orders", "revenue")) {
      ids <- paste(bands$kind, bands$band, column, sep = "-")
      expect_equal(unname(vapply(ids, function(id) value_at(html, id), 0)), as.numeric(bands[[column]]))
    }
    expect_length(ids_with(html, "(price|discount)-[^\"]+-units"), nrow(bands))
  })

  # No filter of sessions or products applies to Trust.
  if (is.null(filters$only)) test_that(paste("Trust can be proved:", describe_filters(filters)), {
    html <- page_of(trust_server, filters, c("places", "proof"))
    days <- run_sql(html, "trust-sql-days")
    expect_same_numbers(html, "day-2", substring(days$day, 2), days$received)
    expect_equal(value_at(html, "received"), sum(days$received))
    loaded <- run_sql(html, "trust-sql-rows")$loaded
    expect_equal(value_at(html, "place-loaded"), as.numeric(loaded))
    others <- cbind(run_sql(html, "trust-sql-objects"), run_sql(html, "trust-sql-quarantine"))
    shown <- ids_with(html, "place-")
    for (place in c("duplicates", "rejected", "erased", "quarantined")) {
      id <- paste0("place-", place)
      expect_equal(if (id %in% shown) value_at(html, id) else 0, as.numeric(others[[place]]))
    }
    expect_equal(sum(vapply(shown, function(id) value_at(html, id), 0)), value_at(html, "received"))
    faults <- run_sql(html, "trust-sql-faults")
    expect_length(ids_with(html, "fault-"), nrow(faults))
    if (nrow(faults) > 0) {
      expect_same_numbers(html, "fault-", fault_key(faults$sender, faults$fault), faults$events)
    }
    kinds <- run_sql(html, "trust-sql-traffic")
    expect_same_numbers(html, "who-", kinds$who, kinds$events)
  })

  test_that(paste("Time can be proved:", describe_filters(filters)), {
    pages <- pages_of(time_server, filters, c("week", "proof"), "metric", TIME_METRICS)
    for (metric in TIME_METRICS) {
      html <- pages[[metric]]
      week <- run_sql(html, "time-sql-week")
      if (nrow(week) == 0) {
        expect_match(html, "data-state=\"empty\"")
        next
      }
      expect_same_numbers(html, "cell-", paste(week$weekday, week$hour, sep = "-"), week[[metric]])
      expect_equal(value_at(html, "total"), sum(week[[metric]]))
      line <- run_sql(html, "time-sql-days")
      expect_same_numbers(html, "day-2", substring(line$day, 2), line[[metric]])
    }
  })
}

test_that("a statement on the page begins with its first word, ready to be copied", {
  html <- as.character(funnel_proof(CHOICES[[1]], TIME_ZONE))
  expect_match(html, "<pre tabindex=\"0\"><code id=\"funnel-sql-steps\">WITH clock AS")
  expect_match(html, ";</code></pre>")
})
