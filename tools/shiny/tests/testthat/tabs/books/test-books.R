a_class <- function(kind, class, reason, is_fault, currency, entries, difference) {
  data.frame(
    kind = kind, class = class, reason = reason, is_fault = is_fault, currency = currency, entries = entries,
    books = difference, analytics = 0, difference = difference
  )
}

# Each class once without a currency, and once for each of its currencies.
SOME_CLASSES <- rbind(
  a_class("order", "wrong_amount", "", TRUE, NA, 2, 30), a_class("order", "wrong_amount", "", TRUE, "VND", 2, 30),
  a_class("order", "missing", "no_consent", FALSE, NA, 3, 107),
  a_class("order", "missing", "no_consent", FALSE, "USD", 1, 7),
  a_class("order", "missing", "no_consent", FALSE, "VND", 2, 100),
  a_class("order", "matched", "", FALSE, NA, 95, 0), a_class("order", "matched", "", FALSE, "VND", 95, 0)
)
A_STATE <- data.frame(
  first_day = as.Date("2026-06-01"), last_day = as.Date("2026-06-30"), missing_numbers = 0, first_missing = NA,
  quarantined = 0, contradictions = 0
)
money_in <- function(currency) money_formatter("vi-VN", currency)

test_that("the title names first what is incomplete, then what differs, then that all is explained", {
  classes <- book_classes(SOME_CLASSES)
  expect_equal(
    books_headline(A_STATE, classes),
    "2 of 100 orders and refunds differ between the books and analytics without an explanation."
  )
  expect_equal(
    books_headline(A_STATE, classes[!classes$is_fault, ]),
    "Every order is explained: 95 of 98 orders and refunds match, for the others the reason is known."
  )
  expect_equal(
    books_headline(A_STATE, classes[classes$class == "matched", ]),
    "All 95 orders and refunds are the same in the books and in analytics."
  )
  gap <- modifyList(A_STATE, list(missing_numbers = 3, first_missing = 1204))
  expect_equal(
    books_headline(gap, classes),
    spaced("The books are incomplete: 3 numbered lines are in no file, the first is 1_204.")
  )
  expect_match(books_headline(modifyList(A_STATE, list(quarantined = 1)), classes), "1 line cannot be read")
})

test_that("every class and reason of the comparison has words", {
  known <- read.csv(text = gsub(" ", "", "class,reason
    matched, \n matched,by_server
    missing,no_browser \n missing,staff \n missing,no_consent \n missing,other_id \n missing,lost
    missing,blocked \n missing,order_missing \n missing,unknown \n extra,bot \n extra,staff \n extra,no_order_id
    extra,day_not_closed \n extra,other_id \n extra,order_not_booked \n extra,unknown \n doubled,told_twice
    doubled,another_id \n wrong_amount, \n wrong_currency, \n other_day,"), na.strings = "never")
  expect_equal(nrow(known), 22)
  words <- class_words(known$class, known$reason)
  expect_false(any(is.na(words$label)))
  expect_equal(anyDuplicated(words$label), 0)
})

test_that("what the classes do not explain of a total is unexplained, for each currency", {
  totals <- data.frame(currency = c("USD", "VND"), books = c(10, 1000), analytics = c(3, 869))
  explained <- explained_totals(totals, SOME_CLASSES)
  expect_equal(explained$explained, c(7, 130))
  expect_equal(explained$unexplained, c(0, 1))
  expect_equal(
    totals_sentence(explained, "VND", money_in),
    "The books have 131\u00a0\u20ab more than analytics; not all of it is explained"
  )
})

test_that("the address names a class; without one, the first that differs is shown", {
  expect_equal(entry_from("order-missing-no-consent", SOME_CLASSES)$entries, 3)
  expect_equal(entry_from("", SOME_CLASSES)$key, "order-wrong-amount")
  expect_equal(entry_from("<script>", SOME_CLASSES)$key, "order-wrong-amount")
  expect_null(entry_from("", SOME_CLASSES[0, ]))
  only_matched <- SOME_CLASSES[SOME_CLASSES$class == "matched", ]
  expect_equal(entry_from("", only_matched)$key, "order-matched")
})

test_that("a difference of coverage is claimed only where chance does not explain it", {
  of <- function(key, booked, seen) {
    coverage_by(data.frame(by = "browser", key = key, booked = booked, seen = seen), "browser")
  }
  expect_equal(
    coverage_difference(of(c("Chrome", "Safari"), c(40, 40), c(39, 38)), "browser"),
    "No browser differs significantly from another"
  )
  expect_equal(
    coverage_difference(of(c("Chrome", "Safari"), c(400, 400), c(396, 300)), "browser"),
    spaced("75_% of the orders of Safari are told, 99_% of those of Chrome")
  )
  expect_match(coverage_difference(of(c("Chrome", "Safari"), c(400, 20), c(396, 2)), "browser"), "^No browser")
})

test_that("the coverage is compared with the previous period if the books cover it", {
  filters <- some_filters("2026-06-11", "2026-06-20")
  all <- function(booked, seen) data.frame(by = "all", key = "", booked = booked, seen = seen)
  expect_equal(
    coverage_sentence(all(1000, 900), NULL, filters), spaced("Browsers have told 90.0_% of the orders in the books")
  )
  expect_match(coverage_sentence(all(1000, 900), all(1000, 905), filters), "no significant change")
  expect_match(coverage_sentence(all(1000, 800), all(1000, 950), filters), "less than in the previous 10 days")
  unasked <- a_fake_warehouse(function(sql, params) stop("asked"))
  expect_null(ask_coverage_before(unasked, some_filters("2026-06-05", "2026-06-20"), A_STATE, TIME_ZONE, "v"))
})

test_that("a file without rows has its header", {
  expect_equal(books_csv(NULL, TIME_ZONE), paste0("\ufeff", paste(BOOK_COLUMNS, collapse = ","), "\r\n"))
})

test_that("numbers of rows go to the warehouse in full, also large ones", {
  asked <- NULL
  warehouse <- a_fake_warehouse(function(sql, params) asked <<- params)
  entry <- entry_from("", SOME_CLASSES)
  ask_book_rows(warehouse, some_filters("2026-06-01", "2026-06-30"), entry, TIME_ZONE, "v", MOST_BOOK_ROWS)
  expect_equal(unlist(asked[4:8]), c("order", "wrong_amount", "", "100000", "0"))
})
