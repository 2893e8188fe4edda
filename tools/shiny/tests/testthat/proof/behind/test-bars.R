test_that("a bar and its text are the same, whatever its values contain", {
  values <- list(
    c("term", "a:b"), c("term", "100 % caf\u00e9"), c("term", ""), c("landing", "/p/a%3Ab?x=1"),
    c("campaign", "news:letter", "", "Summer % sale"), c("hour", "orders", "", "20"),
    c("step", "add_to_cart_click", "channel", "organic_search")
  )
  for (each in values) {
    bar <- bar_from(do.call(bar_text, as.list(each)))
    expect_identical(c(bar$kind, bar$values), each)
  }
})

test_that("a text that names no bar is none, and each tab says so", {
  none <- c(
    "", "nonsense", "step", "step:", "step:order", "step:checkout_complete:device", "lost:product_view",
    "hour:orders:8:1", "hour:orders:1:24", "hour:revenue:1:1", "cohort:2026-06-01:13", "cohort:June:1",
    "cart:lost", "cart:begun:colour:red", "term:a:b", "campaign:a:b", "term:a\nb"
  )
  for (text in none) expect_null(bar_from(text), info = text)
  expect_true(is_bar_of("nonsense", "time"))
  expect_false(is_bar_of("channel:email", "time"))
  expect_true(is_bar_of("channel:email", "marketing"))
})

test_that("an address has a bar on its tab only, and what is opened only with a bar", {
  filters <- parse_address("?period=7", as.Date("2026-06-30"), as.Date(NA))$filters
  choices <- list(bar = "channel:email", opened = "session:s 1")
  expect_match(address_of("marketing", filters, choices), "&bar=channel%3Aemail&opened=session%3As%201$")
  expect_no_match(address_of("time", filters, choices), "bar=|opened=")
  expect_no_match(address_of("time", filters, list(bar = "", opened = "session:s")), "opened=")
})

test_that("a title names the number, its rows and what they are about", {
  title <- function(text, n, rows) {
    html <- as.character(behind_title(identity, bar_from(text), list(n = n, rows = rows)))
    trimws(gsub("\\s+", " ", gsub("<[^>]+>", "", html)))
  }
  expect_equal(title("channel:ai_assistant", 1, 1), "1 session \u00b7 channel: AI assistant")
  expect_equal(title("sold:A-1", 3, 2), "3 pieces in 2 orders \u00b7 product A-1")
  expect_equal(
    title("hour:page_views:1:20", 12, 5), "12 page views in 5 sessions \u00b7 on Monday, 20:00\u201321:00"
  )
  expect_equal(title("cart:abandoned:age:5", 2, 2), "2 carts \u00b7 abandoned \u00b7 5\u201315 min")
})

test_that("no value of an address leaves its literal in the SQL", {
  filters <- parse_address("?period=7", as.Date("2026-06-30"), as.Date(NA))$filters
  for (kind in c("viewed", "sold", "channel", "landing", "exit", "term", "nothing")) {
    sql <- behind_count_sql(bar_from(bar_text(kind, "it's; DROP")), filters, "VND")
    expect_match(sql, "'it''s; DROP'", fixed = TRUE)
  }
})
