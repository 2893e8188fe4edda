some_rows <- function(...) data.frame(..., stringsAsFactors = FALSE)
GUEST <- some_rows(
  dimension = "login_state", key = "guest", outcome = c("bought", "recovered", "abandoned", "open"),
  carts = c(20, 5, 50, 3), value = c(200, 60, 900, 7)
)
USER <- some_rows(
  dimension = "login_state", key = "logged_in", outcome = c("bought", "emptied", "abandoned"),
  carts = c(60, 6, 20), value = c(700, 0, 100)
)
ALL <- some_rows(
  dimension = c("all", "all", "all", "stage", "stage", "stage", "currency", "currency"),
  key = c("all", "all", "all", "cart", "checkout", "checkout", "VND", "VND"),
  outcome = c("bought", "open", "abandoned", "abandoned", "abandoned", "bought", "abandoned", "bought"),
  carts = c(80, 3, 70, 50, 20, 80, 70, 80), value = c(500, 7, 1000, 590, 410, 500, 1000, 500)
)
vnd <- money_formatter("vi-VN", "VND")
money_in <- function(currency) money_formatter("vi-VN", currency)
plain <- function(text) gsub("\u00a0", " ", text, fixed = TRUE)
before_of <- function(begun, open, abandoned) data.frame(begun = begun, open = open, abandoned = abandoned)

test_that("carts of a group are those of its outcomes; open ones are started, but not decided", {
  guests <- carts_by(rbind(GUEST, USER), "login_state")[1, ]
  expect_equal(guests$key, "guest")
  expect_equal(unlist(guests[c("begun", "open", "decided", "sold", "abandoned")]), c(
    begun = 78, open = 3, decided = 75, sold = 25, abandoned = 50
  ))
  expect_equal(unlist(guests[c("sold_value", "abandoned_value", "emptied_value")]), c(
    sold_value = 260, abandoned_value = 900, emptied_value = 0
  ))
})

test_that("the abandonment rate is that of closed carts, with Wilson's limits", {
  left <- left_share(carts_by(GUEST, "login_state"))
  expect_equal(left$share, 50 / 75)
  expect_equal(c(left$lower, left$upper), as.numeric(stats::prop.test(50, 75, correct = FALSE)$conf.int))
})

test_that("without closed carts there is no rate", {
  open <- some_rows(dimension = "all", key = "all", outcome = "open", carts = 2, value = 9)
  expect_equal(unlist(left_share(carts_total(open)), use.names = FALSE), rep(NA_real_, 3))
  expect_equal(left_sentence(left_change(carts_total(open), NULL)), "No cart is closed yet")
})

test_that("the title names the abandoned carts, their value, and the share that had reached checkout", {
  expect_equal(
    plain(carts_headline(ALL, "VND", money_in)),
    spaced("70 carts worth 1.000 \u20ab were abandoned; 41_% of their value had reached checkout.")
  )
})

test_that("the title never adds up two currencies", {
  dollars <- some_rows(dimension = "currency", key = "USD", outcome = "abandoned", carts = 2, value = 1999)
  expect_equal(
    plain(carts_headline(rbind(dollars, ALL), "VND", money_in)),
    spaced("70 carts worth 1.000 \u20ab and 19,99 $ were abandoned; 41_% of the value in VND had reached checkout.")
  )
  note <- plain(other_carts_note(rbind(dollars, ALL), "VND", money_in))
  expect_match(note, "Not included: 2 abandoned carts .* worth 19,99 \\$\\.$")
  expect_null(other_carts_note(ALL, "VND", money_in))
})

test_that("the title of days without an abandoned cart says so", {
  of <- function(outcome) {
    some_rows(dimension = c("all", "currency"), key = c("all", "VND"), outcome = outcome, carts = 1, value = 5)
  }
  expect_equal(carts_headline(of("open"), "VND", money_in), "No cart is closed yet: 1 of 1 is still open.")
  expect_equal(carts_headline(of("bought"), "VND", money_in), "No cart was abandoned: 0 of 1 are still open.")
})

test_that("carts without a value are counted, and no value is claimed", {
  rows <- some_rows(
    dimension = c("all", "currency"), key = c("all", "VND"), outcome = "abandoned", carts = 1, value = 0
  )
  expect_equal(carts_headline(rows, "VND", money_in), "1 cart was abandoned; the value is not known.")
})

test_that("a change of the abandonment rate is claimed only if it is significant", {
  total <- carts_total(ALL)
  filters <- some_filters("2026-06-01", "2026-06-30")
  sentence <- function(before) left_sentence(left_change(total, before), total, filters)
  expect_equal(sentence(NULL), spaced("47_% of carts are abandoned"))
  expect_equal(
    sentence(before_of(100, 0, 42)),
    spaced("47_% of carts are abandoned; no significant change from the previous 30 days")
  )
  expect_equal(
    sentence(before_of(120, 20, 20)),
    spaced("47_% of carts are abandoned, more than in the previous 30 days (20_%)")
  )
  expect_equal(
    sentence(before_of(100, 0, 80)),
    spaced("47_% of carts are abandoned, fewer than in the previous 30 days (80_%)")
  )
  expect_equal(left_change(total, before_of(120, 20, 20))$change, 70 / 150 - 0.2)
  expect_true(is.na(left_change(total, before_of(5, 5, 0))$change))
})

test_that("abandoned value is compared with bought value", {
  worth <- function(abandoned, sold) worth_sentence(data.frame(abandoned_value = abandoned, sold_value = sold))
  expect_equal(worth(1640, 1000), "Abandoned carts are worth 1.6 times as much as bought ones")
  expect_equal(worth(1000, 1000), "Abandoned carts are worth as much as bought ones")
  expect_equal(worth(410, 1000), spaced("Abandoned carts are worth 41_% of what was bought"))
  expect_equal(worth(0, 1000), "Nothing of value was abandoned")
  expect_equal(worth(10, 0), "All of the value was abandoned, nothing was bought")
})

test_that("all ages are there, in order, and the title names the time of use of most abandoned carts", {
  ages <- cart_ages(some_rows(
    dimension = "age", key = c("1440", "0", "5"), outcome = c("abandoned", "abandoned", "bought"), carts = c(3, 7, 50),
    value = c(1, 2, 3)
  ))
  expect_equal(ages$abandoned, c(7, 0, 0, 0, 0, 3))
  expect_equal(age_sentence(ages), spaced("70_% of abandoned carts were used for less than a minute"))
  ages$abandoned <- c(1, 0, 0, 0, 0, 3)
  expect_equal(age_sentence(ages), "Most abandoned carts were used for over a day")
})

test_that("two groups are named if they differ significantly, and none with few carts", {
  rows <- rbind(GUEST, USER)
  expect_equal(
    split_sentence(split_groups(rows, "login_state"), "login_state", vnd),
    spaced("Guest carts are abandoned more often (67_%) than logged in ones (23_%)")
  )
  alike <- rbind(GUEST, transform(GUEST, key = "anonymous"))
  sentence <- split_sentence(split_groups(alike, "login_state"), "login_state", vnd)
  expect_match(sentence, "does not differ significantly by login state")
  few <- rbind(GUEST, transform(USER, carts = carts / 4))
  few <- split_groups(few, "login_state")
  expect_equal(split_sentence(few, "login_state", vnd), "Abandoned carts by login state")
})

test_that("value bands ascend, are named by both limits, and other currencies come last", {
  rows <- some_rows(
    dimension = "value", key = c("other_currency", "1000000", "500000", "0"), outcome = "abandoned",
    carts = 1:4, value = 1
  )
  groups <- split_groups(rows, "value")
  expect_equal(plain(vapply(groups$key, split_label, "", dimension = "value", money = vnd, USE.NAMES = FALSE)), c(
    "Empty or without a value", "500.000 \u20ab to 1.000.000 \u20ab",
    "1.000.000 \u20ab to 5.000.000 \u20ab", "Other currencies"
  ))
})

test_that("the title of the list counts carts of known customers", {
  left <- data.frame(reachable = 2, reachable_value = 5000)
  expect_equal(
    plain(reminder_sentence(left, vnd)),
    "2 abandoned carts worth 5.000 \u20ab belong to a known customer: worth a reminder?"
  )
  left$reachable <- 0
  expect_equal(reminder_sentence(left, vnd), "No abandoned cart belongs to a known customer")
  expect_equal(reminder_sentence(left[0, ], vnd), "No abandoned cart is worth a reminder")
})

test_that("the product in most carts is named, with others that are in as many", {
  contents <- data.frame(name = c("A", "B", "C", "D", "E"), carts = c(9, 5, 4, 3, 3), known_carts = 20)
  expect_equal(contents_sentence(contents), "A is in 9 of 20 abandoned carts")
  contents$carts[2] <- 9
  expect_equal(contents_sentence(contents), "A and B are each in 9 of 20 abandoned carts")
  contents$carts <- 2
  expect_equal(contents_sentence(contents), "5 products are each in 2 of 20 abandoned carts")
  expect_equal(contents_sentence(contents[0, ]), "The contents of abandoned carts are not known")
})

test_that("the file contains the rows of the table, at the shop's time, and no formula", {
  left <- data.frame(
    cart_id = "=cmd()", reach = "known", value = 23490000, pieces = 2, stage = "cart",
    bought_since = "no", device = "mobile", channel = "direct", carts = 1,
    left_at = as.numeric(as.POSIXct("2026-04-02 18:30:00", tz = "UTC"))
  )
  lines <- strsplit(carts_csv(left, TIME_ZONE), "\r\n")[[1]]
  expect_equal(lines[1], paste0("\ufeff", paste(LEFT_COLUMNS, collapse = ",")))
  cells <- c("'=cmd()", "known", "23490000", "2", "cart", "2026-04-03 01:30:00", "no", "mobile", "direct")
  expect_equal(lines[2], paste0("\"", cells, "\"", collapse = ","))
})
