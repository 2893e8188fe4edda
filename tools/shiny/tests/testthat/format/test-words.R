test_that("a sentence begins with a capital letter, whatever it begins with", {
  expect_equal(
    capital(c("more than half", "\u0111\u1ed3ng", "99 % of all", "")),
    c("More than half", "\u0110\u1ed3ng", "99 % of all", "")
  )
})

test_that("plurals of words that end in a hiss have an e", {
  expect_equal(c(plural(1, "search"), plural(2, "search"), plural(2, "order")), c("search", "searches", "orders"))
})
