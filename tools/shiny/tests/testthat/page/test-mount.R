request <- function(path, query = "", method = "GET") {
  list2env(list(PATH_INFO = path, QUERY_STRING = query, REQUEST_METHOD = method, HTTP_HOST = "127.0.0.1:3838"))
}
handle <- mounted_at(
  "/sbw_dashboard",
  page = function(req) httpResponse(200L, "text/html", paste("page at", req$PATH_INFO)),
  routes = list(
    "/products.csv" = function(req) promises::promise_resolve(httpResponse(200L, "text/csv", "file")),
    "/broken" = function(req) stop("secret reason"),
    "/broken-later" = function(req) promises::promise_reject(simpleError("secret reason"))
  )
)
answered <- function(...) {
  response <- handle(request(...))
  if (promises::is.promising(response)) settled(response) else response
}

test_that("the page is served under its path, and asked of Shiny at the root", {
  expect_equal(answered("/sbw_dashboard/")$content, "page at /")
})

test_that("the root and the path without a slash lead there, with their question", {
  for (path in c("/", "/sbw_dashboard")) {
    answer <- answered(path, "?tab=funnel")
    expect_equal(answer$status, 302L)
    expect_equal(answer$headers$Location, "/sbw_dashboard/?tab=funnel")
  }
})

test_that("a route of the dashboard is answered, also one that answers later", {
  expect_equal(answered("/sbw_dashboard/products.csv")$content, "file")
})

test_that("an internal error is not shown to the client", {
  for (path in c("/sbw_dashboard/broken", "/sbw_dashboard/broken-later")) {
    suppressMessages(answer <- answered(path))
    expect_equal(answer$status, 500L)
    expect_false(grepl("secret", answer$content))
  }
})

test_that("files of scripts and styles are found under the mount, and nothing outside their folders is", {
  addResourcePath("brand", file.path(DASHBOARD, "www"))
  style <- answered("/sbw_dashboard/brand/tokens.css")
  expect_equal(style$status, 200L)
  expect_equal(style$content_type, "text/css; charset=UTF-8")
  expect_equal(readLines(style$content$file), readLines(file.path(DASHBOARD, "www/tokens.css")))
  for (path in c(
    "/sbw_dashboard/brand/../app.R", "/sbw_dashboard/brand/fonts/../../app.R", "/sbw_dashboard/brand", "/favicon.ico",
    "/sbw_dashboard/brand/", "/sbw_dashboard/brand/fonts", "/sbw_dashboard//etc/passwd", "/sbw_dashboards/x", "//", "",
    "/brand/tokens.css", "/sbw_dashboard/brand/\xff", "/sbw_dashboard/session/x", strrep("/a", 5000)
  )) expect_equal(answered(path)$status, 404L)
})

test_that("methods that change something are refused", {
  for (method in c("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND")) {
    answer <- answered("/sbw_dashboard/", method = method)
    expect_equal(answer$status, 405L)
    expect_equal(answer$headers$Allow, "GET, HEAD")
  }
})

test_that("every answer carries the security headers", {
  addResourcePath("brand", file.path(DASHBOARD, "www"))
  suppressMessages(for (path in c(
    "/", "/sbw_dashboard/", "/sbw_dashboard/products.csv", "/sbw_dashboard/brand/tokens.css", "/nothing",
    "/sbw_dashboard/broken", "/sbw_dashboard/broken-later"
  )) {
    headers <- answered(path)$headers
    expect_true(all(names(security_headers()) %in% names(headers)))
    expect_match(headers[["Content-Security-Policy"]], "connect-src 'self' ws://127.0.0.1:3838", fixed = TRUE)
  })
})

test_that("a host that is not one is not put into a header", {
  for (host in list(NULL, NA, "", "a b", "x; script-src *", "[::1]:3838'", c("a", "b"), "\xff")) {
    expect_match(security_headers(host)[["Content-Security-Policy"]], "connect-src 'self'$")
  }
  expect_match(security_headers("[::1]:3838")[["Content-Security-Policy"]], "ws://[::1]:3838", fixed = TRUE)
})
