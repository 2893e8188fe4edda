money_in <- function(currency) money_formatter("vi-VN", currency)
others_of <- function(currency = character(0), orders = numeric(0), revenue = numeric(0)) {
  data.frame(currency = currency, orders = orders, revenue = revenue, net = revenue, stringsAsFactors = FALSE)
}

test_that("amounts in several currencies are listed separately, never added up", {
  usd <- others_of("USD", 1, 1999)
  expect_equal(worth_in_words(500000, usd, "VND", money_in), "500.000\u00a0\u20ab and 19,99\u00a0$")
  expect_equal(worth_in_words(0, usd, "VND", money_in), "19,99\u00a0$")
  expect_equal(worth_in_words(0, others_of(), "VND", money_in), "0\u00a0\u20ab")
  three <- others_of(c("KWD", "USD"), c(1, 2), c(1500, 100))
  expect_equal(worth_in_words(7, three, "VND", money_in), "7\u00a0\u20ab, 1,500\u00a0KWD and 1,00\u00a0$")
})

test_that("a note names what a sum leaves out, with the number of orders", {
  expect_null(other_money_note(others_of(), "VND", money_in))
  expect_equal(
    other_money_note(others_of(c("EUR", "USD"), c(1, 2), c(500, 1999)), "VND", money_in),
    paste(
      "Revenue counts only orders in VND. Not included: 3 orders in other currencies,",
      "worth 5,00\u00a0\u20ac and 19,99\u00a0$."
    )
  )
})

test_that("refunds are listed by the day on which they were made", {
  refunds <- data.frame(currency = "VND", refunds = 1, refunded = 200)
  expect_match(refunds_note(refunds, money_in), "^1 refund of 200\u00a0\u20ab was made in these days;")
  expect_null(refunds_note(refunds[0, ], money_in))
})

test_that("the smallest unit of a currency is that of ISO 4217", {
  digits <- c(VND = 0, USD = 2, KWD = 3, CLF = 4, HUF = 2)
  expect_equal(vapply(names(digits), minor_digits, 0), digits)
  expect_equal(money_formatter("en-US", "USD")(1999), "$19.99")
})
