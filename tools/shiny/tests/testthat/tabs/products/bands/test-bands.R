# The bands of a product's price written down by hand: lower limits, and the label of each.
test_that("bands are in order, with limits that contain the sums and shares that add up", {
  rows <- data.frame(
    kind = c("price", "price", "price", "discount", "discount", "discount"),
    band = c("10", "5", "0", "full", "30", "0"), orders = c(4, 1, 1, 3, 2, 1), units = c(9, 1, 2, 8, 2, 2),
    units_squares = c(27, 1, 4, 22, 2, 4), units_largest = c(4, 1, 2, 4, 1, 2),
    revenue = c(120, 5, 0, 100, 20, 5), revenue_squares = c(4000, 25, 0, 3600, 200, 25),
    revenue_largest = c(40, 5, 0, 40, 10, 5), given = c(0, 0, 0, 0, 12, 1)
  )
  price <- bands_of(rows, "price")
  expect_identical(price$band, c("0", "5", "10"))
  expect_identical(bands_of(rows, "discount")$band, c("full", "0", "30"))
  expect_equal(sum(price$share), 1)
  for (name in c("units", "orders", "revenue")) {
    expect_true(all(price[[paste0(name, "_lower")]] <= price[[name]]))
    expect_true(all(price[[paste0(name, "_upper")]] >= price[[name]]))
  }
  expect_equal(price$orders_lower[3], stats::qgamma(0.05 / 3 / 2, 4))
  money <- function(x) paste(x, "d")
  expect_equal(bands_sentence(price, "price", money), "10 d to 50 d a piece: 96\u202f% of the revenue")
  expect_equal(
    bands_sentence(bands_of(rows, "discount"), "discount", money),
    "33\u202f% of pieces were sold at a discount, for 13 d less"
  )
  expect_equal(bands_sentence(price[0, ], "price", money), "Nothing was sold at a price")
})

# Products of a month: views without and with a discount of a fifth, of which each view buys with a chance.
drawn_discounts <- function(n, rate_full, rate_cut, views = 2000, price = 100) {
  drawn <- lapply(seq_len(n), function(i) {
    full <- stats::rbinom(1, views, rate_full[i])
    cut <- stats::rbinom(1, views, rate_cut[i])
    data.frame(
      product_id = sprintf("p%03d", i), name = sprintf("P %d", i), full_views = views, cut_views = views,
      full_sum = full * price, full_squares = full * price^2, full_largest = price * (full > 0),
      cut_sum = cut * price * 0.8, cut_squares = cut * (price * 0.8)^2, cut_largest = price * 0.8 * (cut > 0)
    )
  })
  do.call(rbind, drawn)
}

test_that("a discount that is planted to sell nothing more is named, with a loss that covers the true one", {
  set.seed(11)
  rate <- rep(0.1, 30)
  # As many buy at four fifths of the price: the view loses a fifth of 10.
  cut <- replace(rate / 0.8, 7, rate[7] * 0.5)
  lost <- vain_discounts(drawn_discounts(30, rate, cut))
  expect_identical(lost$product_id[1], "p007")
  # 2,000 views: 20,000 at the full price, 8,000 with the discount.
  expect_lt(lost$lower[1], 12000)
  expect_gt(lost$upper[1], 12000)
  expect_match(vain_sentence(lost, identity), "^The discount on P 7 sells nothing more: it cost")
})

test_that("of 100 months in which discounts bring what they take, at most 10 name one", {
  set.seed(12)
  named <- replicate(100, {
    rate <- stats::runif(20, 0.02, 0.12)
    nrow(vain_discounts(drawn_discounts(20, rate, rate / 0.8, views = 800))) > 0
  })
  expect_lte(sum(named), 10)
})

test_that("what was not seen often enough both ways is not judged, and that is said", {
  few <- drawn_discounts(2, c(0.5, 0.5), c(0.01, 0.01), views = FEWEST_VIEWS_AT_PRICE - 1)
  expect_equal(attr(vain_discounts(few), "judged"), 0)
  expect_match(vain_sentence(vain_discounts(few), identity), "^No discount can be judged")
  expect_match(vain_sentence(vain_discounts(few[0, ]), identity), "^No discount can be judged")
  alike <- drawn_discounts(1, 0.1, 0.125)
  expect_match(vain_sentence(vain_discounts(alike), identity), "^No discount is shown")
})
