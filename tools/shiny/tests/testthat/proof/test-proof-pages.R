# The numbers of Pages & search against the SQL that it shows.
PAGES_CHOICES <- list(
  some_filters("2026-03-16", "2026-03-31", traffic = "people"),
  some_filters("2026-06-01", "2026-06-30", traffic = "all"),
  some_filters("2026-06-10", "2026-08-09", login = "logged_in", traffic = "people"),
  some_filters("2026-03-01", "2026-10-20", login = "anonymous", traffic = "shoppers"),
  some_filters("2026-06-01", "2026-08-20", only = c(device = "mobile", visitors = "new")),
  some_filters("2026-06-01", "2026-08-20", only = c(visitors = "unknown"))
)

# Every number of the lists, on the tab and in the file, is in the rows of the SQL.
expect_lists_proved <- function(html, placed) {
  proved <- run_sql(html, "pages-sql-lists")
  proved[-1] <- lapply(proved[-1], as.numeric)
  in_order <- function(rows) {
    rows <- rows[order(rows$list, rows$position), ]
    row.names(rows) <- NULL
    rows
  }
  expect_equal(in_order(placed), in_order(proved)[names(placed)])
  expect_gt(sum(placed$seen), 0)
  lists <- all_lists(proved)
  columns <- c(seen = "seen", clicks = "clicks", carted = "add_to_carts", lines = "lines", revenue = "revenue")
  for (id in names(columns)) {
    shown <- vapply(paste("list", seq_len(nrow(lists)), id, sep = "-"), function(of) value_at(html, of), 0)
    expect_equal(unname(shown), lists[[columns[[id]]]])
  }
}

for (filters in PAGES_CHOICES) {
  test_that(paste("Pages & search can be proved:", describe_filters(filters)), {
    html <- page_of(pages_server, filters, c(
      "figures", "terms_table", "landing", "lists_table", "positions", "around_cards", "proof"
    ))
    board <- a_board(filters)
    terms <- board$ask(ask_searches, filters, currency = "VND")
    proved <- run_sql(html, "pages-sql-searches")
    expect_equal(terms, proved[names(terms)])
    expect_gt(sum(terms$searches), 0)
    expect_equal(value_at(html, "searches"), sum(proved$searches))
    expect_equal(value_at(html, "empty"), sum(proved$empty))
    for (column in c("searches", "empty", "opened", "carted", "orders", "net")) {
      shown <- vapply(paste("term", seq_len(nrow(proved)), column, sep = "-"), function(id) value_at(html, id), 0)
      expect_equal(unname(shown), as.numeric(proved[[column]]))
    }
    before <- run_sql(html, "pages-sql-before")
    expect_equal(board$ask(ask_searches_before, filters, until = isolate(cut_of(board))), before)
    pages <- board$ask(ask_pages, filters, currency = "VND")
    for (kind in c("landing", "exit")) {
      of <- pages[pages$kind == kind, c("path", "sessions", "bounced", "ordering", "net")]
      sql <- run_sql(html, paste0("pages-sql-", kind))
      row.names(of) <- NULL
      expect_equal(of, sql[names(of)])
      expect_equal(sum(of$sessions), pages$sessions[pages$kind == "all"])
    }
    landing <- utils::head(pages_of_kind(pages, "landing"), LANDING_PAGES)
    for (column in c("sessions", "bounced", "ordering", "earned")) {
      shown <- vapply(paste("landing", seq_len(nrow(landing)), column, sep = "-"), function(id) value_at(html, id), 0)
      expect_equal(unname(shown), landing[[column]])
    }
    expect_lists_proved(html, board$ask(ask_lists, filters, currency = "VND"))
    around <- board$ask(ask_around, filters)
    proved <- run_sql(html, "pages-sql-around")
    for (step in steps_of(around)) {
      for (kind in c("before", "after")) {
        all <- proved[proved$kind == kind & proved$step == step, ]
        listed <- neighbours_of(around, step, kind)
        first <- seq_len(min(nrow(all), MOST_NEIGHBOURS))
        expect_equal(sort(listed$n[first]), sort(all$n[first]))
        expect_equal(sum(listed$n), sum(all$n))
      }
    }
    shown <- vapply(ids_with(html, "after-"), function(id) value_at(html, id), 0)
    expect_equal(unname(shown), neighbours_of(around, steps_of(around)[1], "after")$n)
  })
}

test_that("sessions by page add up to those of the Overview", {
  filters <- some_filters("2026-06-01", "2026-06-30")
  overview <- page_of(overview_server, filters, c("figures", "proof"))
  pages <- a_board(filters)$ask(ask_pages, filters, currency = "VND")
  expect_equal(pages$sessions[pages$kind == "all"], value_at(overview, "sessions"))
})
