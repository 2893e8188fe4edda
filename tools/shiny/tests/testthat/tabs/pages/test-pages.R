# Figures and sentences of Pages & search, from literal rows.
searches_of <- function(term, searches, empty = 0, unknown = 0, opened = 0, carted = 0, orders = 0, net = 0) {
  data.frame(term, searches, empty, unknown, opened, carted, orders, net, stringsAsFactors = FALSE)
}
pages_used <- function(kind, path, sessions, bounced = 0, ordering = 0, net = 0) {
  data.frame(kind, path, sessions, bounced, ordering, net, stringsAsFactors = FALSE)
}
TERMS <- searches_of(
  c("monitor", "stand", "keybord", "hub"), c(60, 50, 5, 4), c(0, 0, 5, 0), c(0, 0, 0, 4), c(45, 5, 0, 4)
)
JUNE_DAYS <- some_filters("2026-06-01", "2026-06-30")

test_that("the title names the number of searches without results, and the worst term", {
  pages <- pages_used(c("all", "landing"), c("", "/"), 10)
  expect_equal(pages_headline(TERMS, pages),
    "5 of 115 searches found nothing; most often \u201ckeybord\u201d (5 times).")
  once <- searches_of(c("b", "a"), 1, 1)
  expect_equal(pages_headline(once, pages), "2 of 2 searches found nothing; most often \u201ca\u201d (once).")
})

test_that("the title names the landing page if every search found something", {
  pages <- pages_used(c("all", "landing", "landing"), c("", "/", "/b"), c(10, 6, 4))
  expect_equal(
    pages_headline(searches_of("a", 3), pages),
    spaced("Most sessions begin on / (60_%); all 3 searches found something.")
  )
  expect_equal(pages_headline(TERMS[0, ], pages), spaced("Most sessions begin on / (60_%)."))
})

test_that("a search without a number of results is not part of any share", {
  total <- search_total(TERMS)
  expect_equal(c(total$searches, total$known, total$empty), c(119, 115, 5))
  expect_equal(empty_change(total, NULL)$share, 5 / 115)
})

test_that("a term whose results nobody opens is named; one too rare, or without results, is not", {
  shown <- terms_of(TERMS, "all")
  expect_equal(shown$term[shown$is_left], "stand")
  expect_equal(terms_sentence(shown, search_total(TERMS)), "\u201cstand\u201d finds products that shoppers do not open")
  even <- terms_of(searches_of(c("a", "b"), 60, opened = c(30, 28)), "all")
  expect_false(any(even$is_left))
})

test_that("terms without results are sorted by frequency", {
  expect_equal(terms_of(TERMS, "nothing")$term, "keybord")
  many <- searches_of(c("a", "b", "c"), 9, c(2, 0, 7))
  expect_equal(terms_of(many, "nothing")$term, c("c", "a"))
})

test_that("a change of the share without results is claimed only if it is significant", {
  total <- search_total(searches_of("a", 1000, 100))
  before <- function(empty) data.frame(searches = 1000, empty = empty, unknown = 0)
  said <- function(empty) empty_sentence(empty_change(total, before(empty)), JUNE_DAYS)
  expect_match(said(98), "no significant change from the previous 30 days")
  expect_equal(said(40), spaced("10.0_% of searches find nothing, more than in the previous 30 days (4.0_%)"))
  expect_match(said(200), "fewer than in the previous 30 days")
  none <- search_total(searches_of("a", 1000))
  expect_match(empty_sentence(empty_change(none, before(0)), JUNE_DAYS), "^Every search found something; no signif")
  expect_equal(
    empty_sentence(empty_change(none, before(40)), JUNE_DAYS),
    spaced("Every search found something; in the previous 30 days 4.0_% found nothing")
  )
  expect_equal(empty_sentence(empty_change(total, NULL), JUNE_DAYS), spaced("10.0_% of searches find nothing"))
})

test_that("a landing page is named if its bounce rate is significantly higher than elsewhere", {
  pages <- pages_used(
    c("all", "landing", "landing", "landing"), c("", "/", "/sale", "/rare"), c(430, 300, 100, 30), c(160, 90, 60, 10)
  )
  landing <- pages_of_kind(pages, "landing")
  expect_equal(landing$path[landing$bounces_more], "/sale")
  expect_equal(landing_sentence(landing), spaced("60_% of sessions that begin on /sale see no other page"))
  alike <- pages_used(c("all", "landing", "landing"), c("", "/", "/b"), c(80, 40, 40), c(20, 10, 10))
  calm <- pages_of_kind(alike, "landing")
  expect_match(landing_sentence(calm), "^No landing page")
})

test_that("a single landing page is not compared", {
  landing <- pages_of_kind(pages_used(c("all", "landing"), c("", "/"), 100, 50), "landing")
  expect_equal(landing_sentence(landing), "All sessions begin on /")
  expect_false(landing$bounces_more || landing$sells_less || landing$sells_more)
})

test_that("the exit page of sessions without an order is named; sessions with one do not count", {
  exits <- pages_used("exit", c("/thanks", "/cart"), c(50, 30), ordering = c(50, 2))
  expect_equal(exit_sentence(exits), "Sessions without an order end most often on /cart (28)")
  expect_equal(exit_sentence(exits[1, ]), "No session ended without an order")
})
