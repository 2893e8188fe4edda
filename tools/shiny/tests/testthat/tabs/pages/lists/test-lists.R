# Figures and sentences of lists, from literal rows.
placed_of <- function(list, position, seen, clicks, add_to_carts = 0, lines = 0, revenue = 0) {
  data.frame(list, position, seen, clicks, add_to_carts, lines, revenue, stringsAsFactors = FALSE)
}
PLACED <- placed_of(
  c("home", "home", "laptops", "laptops", "search"), c(1, 2, 1, 2, 1), c(500, 500, 400, 400, 0), c(5, 3, 60, 20, 4),
  lines = c(0, 0, 3, 1, 1), revenue = c(0, 0, 30, 10, 5)
)

test_that("positions add up to lists, the most seen first", {
  lists <- all_lists(PLACED)
  expect_equal(lists$list, c("home", "laptops", "search"))
  expect_equal(lists$seen, c(1000, 800, 0))
  expect_equal(lists$clicks, c(8, 80, 4))
  expect_equal(lists$revenue, c(0, 40, 5))
})

test_that("a share is unknown where nothing was seen, or more was clicked than seen", {
  lists <- all_lists(PLACED)
  expect_equal(lists$chosen, c(8 / 1000, 80 / 800, NA))
  expect_true(is.na(with_chosen(placed_of("a", 1, 3, 4))$chosen))
  expect_true(with_chosen(placed_of("a", 1, 100, 10))$upper > 0.1)
})

test_that("a list that is clicked significantly less is named, a difference by chance is not", {
  lists <- all_lists(PLACED)
  expect_equal(lists$list[lists$is_less], "home")
  expect_equal(lists$list[lists$is_more], "laptops")
  expect_match(lists_sentence(lists), "^Of .* products seen in \u201chome\u201d, .* are clicked, fewer than")
  even <- all_lists(placed_of(c("a", "b"), 1, c(500, 500), c(20, 22)))
  expect_false(any(even$is_less | even$is_more))
  expect_match(lists_sentence(even), "^No list is clicked")
  expect_match(lists_sentence(all_lists(placed_of("a", 1, 0, 4))), "^No view of a list says")
})

test_that("a single list is not compared", {
  expect_false(all_lists(placed_of("a", 1, 500, 20))$is_less)
})

test_that("positions are those of the chosen list, or of all, where something was seen", {
  expect_equal(positions_of(PLACED, "laptops")$clicks, c(60, 20))
  expect_equal(positions_of(PLACED, "")$seen, c(900, 900))
  expect_equal(nrow(positions_of(PLACED, "search")), 0)
  expect_equal(nrow(positions_of(placed_of("a", 0, 5, 1), "")), 0)
  expect_equal(list_chosen(all_lists(PLACED), "gone"), "")
})

test_that("the first position is said to be clicked more often only if the difference is significant", {
  said <- function(first, second) {
    positions_sentence(positions_of(placed_of("a", 1:2, 1000, c(first, second)), ""), "a")
  }
  expect_equal(said(100, 40), spaced("The first position is clicked more often than the others (10.0_% against 4.0_%)"))
  expect_match(said(20, 90), "less often")
  expect_equal(
    said(40, 42), "Clicks by position in \u201ca\u201d: the first is clicked no more surely than the others"
  )
  expect_equal(positions_sentence(positions_of(PLACED, "search"), ""), "Clicks by position in all lists")
})
