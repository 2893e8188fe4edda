some_products <- function(...) {
  products <- data.frame(..., stringsAsFactors = FALSE)
  rows <- nrow(products)
  for (column in setdiff(c("views", "add_to_carts", "units", "revenue"), names(products))) {
    products[[column]] <- numeric(rows)
  }
  for (column in setdiff(c("category", "brand"), names(products))) {
    products[[column]] <- rep(NA_character_, rows)
  }
  if (is.null(products$name)) products$name <- sprintf("Product %s", products$product_id)
  products
}

test_that("one category or brand is picked out, products without one only in all", {
  rows <- some_products(product_id = c("a", "b", "c"), category = c("laptops", NA, "monitors"), views = 1:3)
  expect_equal(products_of(rows, c(category = "laptops"))$product_id, "a")
  expect_equal(products_of(rows, c(category = "unknown"))$product_id, "b")
  expect_equal(nrow(products_of(rows, c(category = "laptops", brand = "Norden"))), 0)
  expect_equal(products_of(rows)$product_id, c("a", "b", "c"))
  expect_equal(categories_in(rows), c("laptops", "monitors"))
})

test_that("the cart rate is add to carts per view", {
  rows <- some_products(product_id = c("a", "b"), views = c(4, 0), add_to_carts = c(1, 1))
  expect_equal(products_of(rows)$cart_rate, c(0.25, NA))
})

test_that("rows sort by any column both ways, ties by id, empty values last", {
  rows <- products_of(some_products(
    product_id = c("c", "a", "b", "d"), name = c("beta", "Alpha", "gamma", "delta"), views = c(5, 5, 9, 0),
    add_to_carts = c(1, 5, 0, 1)
  ))
  expect_equal(sort_products(rows, "views", TRUE)$product_id, c("b", "a", "c", "d"))
  expect_equal(sort_products(rows, "views", FALSE)$product_id, c("d", "a", "c", "b"))
  expect_equal(sort_products(rows, "name", FALSE)$product_id, c("a", "c", "d", "b"))
  expect_equal(sort_products(rows, "cart_rate", TRUE)$product_id, c("a", "c", "b", "d"))
})

test_that("a click on a heading reverses its order, and starts numbers with the largest", {
  by_views <- list(column = "views", descending = TRUE)
  expect_equal(next_order(by_views, "views"), list(column = "views", descending = FALSE))
  expect_equal(next_order(by_views, "revenue"), list(column = "revenue", descending = TRUE))
  expect_equal(next_order(by_views, "name"), list(column = "name", descending = FALSE))
  expect_equal(next_order(by_views, "password"), by_views)
})

test_that("a search finds names, brands and ids, in any case, and takes a text as it is", {
  rows <- some_products(product_id = c("LT-1", "AC-2"), name = c("Norden Aero 14", "Chu\u1ed9t (kh\u00f4ng d\u00e2y)"))
  found <- function(text) search_products(rows, text)$product_id
  expect_equal(found("aero"), "LT-1")
  expect_equal(found("ac-2"), "AC-2")
  expect_equal(found(" (KH\u00d4NG "), "AC-2")
  expect_equal(found(".*"), character(0))
  for (nothing in list("", "  ", NULL, 7, c("a", "b"))) expect_equal(found(nothing), rows$product_id)
})

test_that("a page that does not exist is the nearest one", {
  rows <- some_products(product_id = sprintf("p%03d", 1:120))
  shown <- function(page) page_of_rows(rows, page)
  expect_equal(shown(2)$rows$product_id, sprintf("p%03d", 51:100))
  expect_equal(nrow(shown(99)$rows), 20)
  for (nothing in list(-1, NA_integer_, 0)) expect_equal(shown(nothing)$page, 1)
  expect_equal(shown(3)[c("page", "pages")], list(page = 3, pages = 3))
  expect_equal(page_of_rows(rows[0, ], 1)$pages, 1)
})

test_that("rankings leave out products without views or sales", {
  rows <- some_products(product_id = letters[1:7], views = c(0, 6, 5, 4, 3, 2, 1))
  expect_equal(top_products(rows, "views")$product_id, c("b", "c", "d", "e", "f"))
  expect_equal(nrow(top_products(rows, "units")), 0)
})

test_that("the headline names the most viewed and the best selling", {
  rows <- some_products(product_id = c("a", "b"), name = c("Aero 14", "Dock 9"), views = c(900, 80), units = c(1, 4))
  expect_equal(products_headline(rows), "Aero 14 is viewed most (900), but Dock 9 sells best (4 pieces).")
  rows$units <- c(1, 0)
  expect_equal(products_headline(rows), "Aero 14 is both viewed most (900) and sold most (1 piece).")
  rows$units <- 0
  expect_equal(products_headline(rows), "Aero 14 draws the most views (900); nothing was sold.")
  rows$views <- 0
  expect_equal(products_headline(rows), "No product was viewed or sold.")
  rows$units <- c(0, 2)
  expect_equal(products_headline(rows), "Dock 9 sells best (2 pieces).")
})

test_that("titles of the rankings follow the numbers", {
  top <- concentration_sentence(c(50, 30), c(50, 30, 20), "views", "draw", "of all views")
  expect_equal(top, spaced("The top 2 draw 80_% of all views"))
  expect_equal(concentration_sentence(3, c(3, 0), "sales", "make up", "of all"), "All sales go to 1 product")
  expect_equal(concentration_sentence(numeric(0), 0, "sales", "make up", "of all"), "No sales")
  expect_equal(missing_sentence(data.frame(name = "Dock 9", missing = 1.2)), "Dock 9 is viewed, but not bought")
  expect_equal(missing_sentence(data.frame(name = character(0))), "No product falls significantly behind its category")
})

test_that("the file quotes its cells, keeps Vietnamese and disarms formulas", {
  rows <- products_of(some_products(
    product_id = c("a", "b"), name = c("=HYPERLINK(\"http://x\")", "Bàn phím \"cơ\""), category = c("accessories", NA),
    views = c(3, 2), add_to_carts = c(1, 0), revenue = c(45990000, 0)
  ))
  lines <- strsplit(products_csv(rows), "\r\n")[[1]]
  expect_equal(lines[1], "\ufeffproduct_id,name,category,brand,views,add_to_carts,cart_rate,units,revenue")
  expect_equal(
    lines[2], gsub("~", "\"", fixed = TRUE, paste0(
      "~a~,~'=HYPERLINK(~~http://x~~)~,~accessories~,~~,", "~3~,~1~,~0.333333333333333~,~0~,~45990000~"
    ))
  )
  expect_equal(lines[3], "\"b\",\"Bàn phím \"\"cơ\"\"\",\"\",\"\",\"2\",\"0\",\"0\",\"0\",\"0\"")
})

test_that("the file of an empty selection holds its headings", {
  expect_equal(nchar(gsub("[^\r]", "", products_csv(products_of(some_products(product_id = character(0)))))), 1)
})
