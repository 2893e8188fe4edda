test_that("a sentence begins with a capital letter, whatever it begins with", {
  expect_equal(
    capital(c("more than half", "\u0111\u1ed3ng", "99 % of all", "")),
    c("More than half", "\u0110\u1ed3ng", "99 % of all", "")
  )
})
