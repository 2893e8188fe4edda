page_html <- function(query = "") {
  start <- parse_address(query, as.Date("2026-11-23"), as.Date("2026-09-01"))
  theme <- dashboard_theme(read_tokens(file.path(DASHBOARD, "www/tokens.css")))
  rendered <- htmltools::renderTags(dashboard_page(start, theme))
  list(html = as.character(rendered$html), head = as.character(rendered$head), dependencies = rendered$dependencies)
}

test_that("the page opens on the tab and filters of its address", {
  html <- page_html("?tab=products&from=2026-11-01&to=2026-11-09&login=guest&traffic=people")$html
  expect_match(html, "class=\"tab-pane active\" data-value=\"products\"")
  expect_match(html, "id=\"filters-from\"[^>]*value=\"2026-11-01\"")
  expect_match(html, "value=\"guest\" checked=\"checked\"")
  expect_match(html, "value=\"people\" checked=\"checked\"")
  expect_false(grepl("value=\"30\" checked", html))
})

test_that("the preset of an address is marked", {
  expect_match(page_html("?period=7")$html, "value=\"7\" checked=\"checked\"")
})

test_that("every tab shows a skeleton until its figures come", {
  expect_length(gregexpr("Loading figures", page_html()$html)[[1]], length(TABS))
})

test_that("nothing on the page comes from another host", {
  page <- page_html()
  tags <- paste(page$head, page$html)
  expect_false(grepl("(src|href)=\"(https?:)?//", tags))
  for (dependency in page$dependencies) expect_null(dependency$src$href)
})
