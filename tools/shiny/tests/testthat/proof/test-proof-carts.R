# The promise of the dashboard, for Carts: the shown SQL gives the tab's own numbers, each of them.
CART_CHOICES <- list(
  some_filters("2026-04-01", "2026-04-30"),
  some_filters("2026-04-16", "2026-04-30", traffic = "people"),
  some_filters("2026-04-10", "2026-04-19", login = "anonymous", traffic = "shoppers"),
  some_filters("2026-04-01", "2026-04-30", login = "logged_in", traffic = "people"),
  some_filters("2026-03-01", "2026-10-20"),
  some_filters("2026-04-01", "2026-10-20", only = c(device = "mobile", channel = "direct", category = "laptops"))
)

for (filters in CART_CHOICES) {
  test_that(paste("Carts can be proved:", describe_filters(filters)), {
    pages <- pages_of(carts_server, filters, c("figures", "groups", "contents", "list", "proof"), "split", CART_SPLITS)
    html <- pages[["device"]]
    total <- run_sql(html, "carts-sql-outcomes")
    expect_gt(total$begun, 0)
    expect_equal(value_at(html, "begun"), total$begun)
    expect_same_numbers(html, "carts-", names(CART_OUTCOMES), total[names(CART_OUTCOMES)])
    decided <- total$begun - total$open
    expect_equal(value_at(html, "abandoned-share"), total$abandoned / decided)
    stages <- run_sql(html, "carts-sql-stages")
    left_at <- function(stage) sum(stages$abandoned_value[stages$key == stage])
    expect_same_numbers(html, "value-", c("bought", "recovered", "open", "left-cart", "left-checkout"), c(
      total$bought_value, total$recovered_value, total$open_value, left_at("cart"), left_at("checkout")
    ))
    ages <- run_sql(html, "carts-sql-ages")
    expect_same_numbers(html, "age-", ages$key, ages$abandoned)
    for (split in CART_SPLITS) {
      groups <- run_sql(pages[[split]], paste0("carts-sql-", split))
      shown <- function(column) {
        ids <- paste(split, groups$key, column, sep = "-")
        vapply(ids, function(id) value_at(pages[[split]], id), 0, USE.NAMES = FALSE)
      }
      expect_equal(shown("begun"), groups$begun)
      expect_equal(shown("sold"), groups$bought + groups$recovered)
      expect_equal(shown("abandoned"), groups$abandoned)
      expect_equal(shown("value"), groups$abandoned_value)
      expect_length(ids_with(pages[[split]], paste0(split, "-[^\"]*-begun")), nrow(groups))
    }
    before <- run_sql(html, "carts-sql-before")
    if (grepl("id=\"before-share\"", html, fixed = TRUE)) {
      expect_equal(value_at(html, "before-begun"), before$begun)
      expect_equal(value_at(html, "before-share"), before$abandoned / (before$begun - before$open))
    }
    contents <- run_sql(html, "carts-sql-contents")
    expect_gt(nrow(contents), 0)
    expect_equal(value_at(html, "known-carts"), contents$known_carts[1])
    top <- utils::head(contents, PRODUCTS_IN_CARTS)
    expect_same_numbers(html, "lying-", top$product_id, top$carts)
    asked <- a_board(filters)$ask(ask_carts_contents, filters, currency = "VND")
    columns <- c("product_id", "carts", "pieces", "value")
    expect_equal(asked[columns], contents[columns])
    left <- run_sql(html, "carts-sql-left")
    listed <- a_board(filters)$ask(ask_carts_left, filters, currency = "VND")
    same <- c("cart_id", "reach", "value", "pieces", "stage", "bought_since")
    proved <- left[match(listed$cart_id, left$cart_id), ]
    for (column in same) expect_equal(listed[[column]], proved[[column]])
    expect_equal(value_at(html, "listed"), nrow(left))
    known <- left$reach != "unknown"
    expect_equal(value_at(html, "reachable"), sum(known))
    expect_equal(value_at(html, "reachable-value"), sum(left$value[known]))
    page <- utils::head(left[order(!known, -left$value, left$cart_id), ], ROWS_OF_A_PAGE)
    for (column in c("value", "pieces")) {
      expect_equal(
        vapply(paste("left", page$cart_id, column, sep = "-"), function(id) value_at(html, id), 0, USE.NAMES = FALSE),
        page[[column]]
      )
    }
  })
}
