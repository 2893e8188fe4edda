AROUND <- data.frame(
  kind = c("step", "step", "after", "after", "before"), step = c("/", "search", "/", "/", "/"),
  other = c(NA, NA, "search", "", ""), n = c(10, 4, 6, 2, 10), sessions = 8, of_sessions = 8,
  stringsAsFactors = FALSE
)

test_that("a step of the address is shown if it occurs, otherwise the most frequent one", {
  expect_equal(step_chosen(AROUND, "search"), "search")
  expect_equal(step_chosen(AROUND, "/gone"), "/")
  expect_equal(step_chosen(AROUND, ""), "/")
})

test_that("neighbours are named, and those that are not listed are summed up", {
  after <- neighbours_of(AROUND, "/", "after")
  expect_equal(after$label, c("Search", "Ended here", "All others"))
  expect_equal(after$n, c(6, 2, 2))
  expect_equal(after$share, c(0.6, 0.2, 0.2))
  expect_equal(neighbours_of(AROUND, "/", "before")$label, "Began here")
})

test_that("the title names what most do next", {
  expect_equal(
    around_sentence("/cart", data.frame(other = "search", label = "Search", n = 6, share = 0.6)),
    spaced("After \u201c/cart\u201d, 60_% go on to \u201cSearch\u201d")
  )
  expect_equal(
    around_sentence("checkout_start", data.frame(other = "", label = "Ended here", n = 6, share = 0.6)),
    spaced("60_% of the visits to \u201cCheckout\u201d end there")
  )
  expect_equal(path_step_label("?"), "A page without an address")
})
