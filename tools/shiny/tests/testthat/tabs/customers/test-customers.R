# Figures and sentences of Customers, from literal rows.
a_total <- function(...) {
  modifyList(data.frame(
    orders = 200, buyers = 158, new = 120, returning = 50, new_net = 1, returning_net = 1, unknown = 0,
    unknown_net = 0, decided = 100, repeated = 18, pending = 20, pending_repeated = 3, again = 54, median_days = 12
  ), list(...))
}
SPRING <- some_filters("2026-03-01", "2026-05-29")
headline <- function(total, before = NULL) customers_headline(total, repeat_rate(total, before), SPRING)

test_that("the title says how many first-time buyers came back, of how many", {
  expect_equal(headline(a_total()), spaced("18_% of 100 first-time buyers ordered again within 60 days."))
})

test_that("the title claims a change only if it is significant", {
  before <- function(repeated) data.frame(decided = 100, repeated = repeated)
  expect_match(headline(a_total(), before(14)), "; no significant change from the previous 90 days.$")
  expect_match(headline(a_total(), before(3)), spaced(", more than in the previous 90 days (3_%)."), fixed = TRUE)
  expect_match(headline(a_total(), before(40)), spaced(", fewer than in the previous 90 days (40_%)."), fixed = TRUE)
  expect_match(headline(a_total(), data.frame(decided = 0, repeated = 0)), "60 days.$")
})

test_that("before any buyer has had 60 days, the title names those who ordered before", {
  young <- a_total(decided = 0, repeated = 0, pending = 120)
  expect_equal(headline(young), spaced(
    "32_% of 158 buyers ordered again in these days; it is too early to say how many of the 120 new ones come back."
  ))
  note <- customers_note(young, repeat_rate(young, NULL), NULL, NA)
  expect_match(note, "Choose days that ended two months ago")
  expect_match(note, "120 new buyers have had less than 60 days so far: pending, not lost (3 ordered", fixed = TRUE)
})

test_that("days without new buyers, or without known ones, have a title as well", {
  old <- a_total(new = 0, decided = 0, pending = 0)
  expect_equal(headline(old), "Nobody is new: all 158 buyers had ordered before.")
  nobody <- a_total(buyers = 0, new = 0, decided = 0)
  expect_equal(headline(nobody), "Nobody knows who placed the 200 orders of these days.")
})

test_that("the note has the interval, and says so if the buyers are few", {
  note <- function(total, before = NULL) {
    customers_note(total, repeat_rate(total, before), before, as.Date("2026-03-02"))
  }
  many <- note(a_total())
  expect_match(many, spaced("^95 % interval: 11.7_% to 26.7_%. No comparison: the data begins on 2 Mar 2026."))
  expect_match(note(a_total(), data.frame(decided = 90, repeated = 7)), "Previous period: 7 of 90.", fixed = TRUE)
  expect_match(many, "Half of the 54 who ordered again did so within 12 days")
  few <- a_total(decided = 10, repeated = 2, again = 5)
  expect_match(note(few), "few buyers")
  expect_no_match(note(few), "Half of")
  expect_no_match(note(a_total(median_days = 0.2)), "Half of")
})

test_that("the time to the second order is in minutes, hours or days", {
  written <- vapply(c(0.01, 0.1, 1.5, 12.25, NA), time_in_words, "")
  expect_equal(written, c("14 min", "2.4 hours", "36 hours", "12 days", "\u2013"))
})

WEEKS <- data.frame(
  cohort = c("2026-04-06", "2026-04-06", "2026-04-13"), week = c(0, 2, 0), buyers = c(10, 10, 4),
  again = c(1, 3, 2), net = c(1000, 500, 800)
)
# Wednesday 22 April on the shop's clock.
WEDNESDAY <- as.POSIXct("2026-04-22 02:00:00", tz = "UTC")

test_that("a week is over, in progress, or has not begun", {
  cells <- cohort_cells(WEEKS, WEDNESDAY, TIME_ZONE)
  expect_equal(nrow(cells), 2 * (LAST_WEEK + 1))
  first <- cells[cells$cohort == as.Date("2026-04-06"), ]
  expect_equal(first$state[1:4], c("over", "over", "open", "future"))
  expect_equal(first$share[1:4], c(0.1, 0, 0.3, NA))
  expect_equal(first$per_buyer[1:4], c(100, 100, 150, NA))
})

test_that("a week ends at midnight on the shop's clock", {
  state_at <- function(moment) {
    cells <- cohort_cells(WEEKS, as.POSIXct(moment, tz = "UTC"), TIME_ZONE)
    cells$state[cells$cohort == as.Date("2026-04-13")][1]
  }
  expect_equal(state_at("2026-04-19 16:59:59"), "open")
  expect_equal(state_at("2026-04-19 17:00:00"), "over")
})

test_that("all cohorts together leave out weeks that are not over", {
  together <- cohorts_together(cohort_cells(WEEKS, WEDNESDAY, TIME_ZONE))
  expect_equal(together$buyers[1:3], c(14, 10, 0))
  expect_equal(together$share[1:3], c(3 / 14, 0, NA))
  expect_equal(together$per_buyer[1:3], c(1800 / 14, 100, NA))
  money <- money_formatter("vi-VN", "VND")
  expect_equal(
    cohorts_sentence(together, "buyers", money),
    "None of 10 buyers ordered again in the week after the first order"
  )
  expect_match(
    cohorts_sentence(together, "revenue", money),
    "has brought 100\u00a0\u20ab by the end of week 1 \\(average of 10 buyers\\)$"
  )
  together$again[2] <- 4
  together$share[2] <- 0.4
  expect_match(cohorts_sentence(together, "buyers", money), spaced("^40.0_% of 10 buyers ordered again in the week"))
  none <- cohorts_together(cohort_cells(WEEKS, as.POSIXct("2026-04-07", tz = "UTC"), TIME_ZONE))
  expect_equal(cohorts_sentence(none, "revenue", money), "No week after a first order is over yet")
})

test_that("the newest cohorts are shown, and the file has all", {
  rows <- data.frame(cohort = format(as.Date("2025-01-06") + 7 * 0:29), week = 0, buyers = 1, again = 0, net = 0)
  cells <- cohort_cells(rows, WEDNESDAY, TIME_ZONE)
  expect_equal(range(newest_cohorts(cells)$cohort), as.Date(c("2025-02-03", "2025-07-28")))
  expect_match(cohorts_legend(30), "The newest 26 of 30 weeks are shown; the file has all.")
  expect_no_match(cohorts_legend(26), "newest")
  expect_length(strsplit(cohorts_csv(cells), "\r\n")[[1]], 1 + 30 * 13)
})

test_that("the file has no week that has not begun", {
  lines <- strsplit(cohorts_csv(cohort_cells(WEEKS, WEDNESDAY, TIME_ZONE)), "\r\n")[[1]]
  expect_equal(lines[1], "\ufeffcohort,buyers,week,state,again,share,net,total,per_buyer")
  expect_equal(lines[4], "\"2026-04-06\",\"10\",\"2\",\"open\",\"3\",\"0.3\",\"500\",\"1500\",\"150\"")
  expect_length(lines, 1 + 3 + 2)
})

test_that("a cell shows its share, and in its tip the number of buyers and what is still open", {
  cells <- cohort_cells(WEEKS, WEDNESDAY, TIME_ZONE)
  card <- as.character(cohorts_card(identity, cells, "buyers", SPRING, money_formatter("vi-VN", "VND")))
  expect_equal(value_at(card, "cohort-2026-04-06-2"), 0.3)
  expect_match(card, spaced("3 of 10 first-time buyers ordered again (30.0_%)&#10;in progress"), fixed = TRUE)
  expect_match(card, "id=\"cohort-2026-04-06-3\" data-value=\"\" class=\"future\"", fixed = TRUE)
  expect_length(gregexpr("data-tip", card)[[1]], 2 * (LAST_WEEK + 1))
})

test_that("a week of which some days are not selected is marked", {
  part <- function(from, to) as.character(cohort_label(as.Date("2026-04-06"), some_filters(from, to)))
  expect_no_match(part("2026-04-06", "2026-04-12"), "in part")
  expect_match(part("2026-04-07", "2026-04-12"), "in part")
  expect_match(part("2026-04-06", "2026-04-11"), "in part")
})
