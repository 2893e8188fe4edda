request <- function(path, query = "") list2env(list(PATH_INFO = path, QUERY_STRING = query))
ui <- mounted_at("/sbw_dashboard", function(req) "page", list("/products.csv" = function(req) "file"))

test_that("the page is served under its path", {
  expect_equal(ui(request("/sbw_dashboard/")), "page")
})

test_that("the root and the path without a slash lead there, with their question", {
  for (path in c("/", "/sbw_dashboard")) {
    answer <- ui(request(path, "?tab=funnel"))
    expect_equal(answer$status, 302L)
    expect_equal(answer$headers$Location, "/sbw_dashboard/?tab=funnel")
  }
})

test_that("a route of the dashboard's own is answered", {
  expect_equal(ui(request("/sbw_dashboard/products.csv")), "file")
})

test_that("what Shiny serves is passed on to Shiny without the prefix", {
  asset <- request("/sbw_dashboard/shiny-javascript-1.7.4/shiny.min.js")
  expect_null(ui(asset))
  expect_equal(asset$PATH_INFO, "/shiny-javascript-1.7.4/shiny.min.js")
})

test_that("other paths are left alone", {
  for (path in c("/sbw_dashboards/x", "/favicon.ico")) {
    other <- request(path)
    expect_null(ui(other))
    expect_equal(other$PATH_INFO, path)
  }
})
