test_that("a page is drawn once for all that it depends on, and again for anything else", {
  drawn <- 0
  status <- 200L
  page <- kept_pages(function(req) {
    drawn <<- drawn + 1
    shiny::httpResponse(status, content = paste(req$QUERY_STRING, drawn))
  }, function(req) sub("&.*", "", req$QUERY_STRING))
  content_of <- function(query) page(list(QUERY_STRING = query))$content
  contents <- vapply(c("?tab=a&x=1", "?tab=a&x=2", "?tab=b"), content_of, "", USE.NAMES = FALSE)
  expect_equal(contents, c("?tab=a&x=1 1", "?tab=a&x=1 1", "?tab=b 2"))
})

test_that("a page that failed is drawn again", {
  drawn <- 0
  page <- kept_pages(function(req) {
    drawn <<- drawn + 1
    shiny::httpResponse(if (drawn == 1) 500L else 200L)
  }, function(req) "always the same")
  expect_equal(page(list())$status, 500L)
  expect_equal(page(list())$status, 200L)
  page(list())
  expect_equal(drawn, 2)
})
