# The letter has the numbers of the tabs, and nothing from elsewhere.
CONFIG <- list(time_zone = TIME_ZONE, locale = "vi-VN", currency = "VND")

a_letter <- function(to) {
  weekly_letter(letter_board(test_warehouse(), CONFIG, as.Date("2026-11-23")), as.Date(to), "body{color:red}")
}

for (to in c("2026-04-26", "2026-06-14", "2026-10-15")) {
  test_that(paste("every number of the week is that of the Overview:", to), {
    html <- a_letter(to)$html
    overview <- page_of(overview_server, letter_filters(as.Date(to) - 6, as.Date(to)), c("figures", "trend"))
    for (metric in names(METRICS)) {
      expect_equal(value_at(html, paste0("letter-", metric)), value_at(overview, metric))
      expect_equal(value_at(html, paste0("letter-", metric, "-change")), value_at(overview, paste0(metric, "-change")))
    }
    expect_match(overview, sub(".*letter-headline\">([^<]*)<.*", "\\1", html), fixed = TRUE)
  })

  test_that(paste("its actions are those of the tab, in its order and with its gains:", to), {
    html <- a_letter(to)$html
    actions <- page_of(actions_server, action_days(as.Date(to)), "actions")
    shown <- length(gregexpr("to-do-gain", actions)[[1]])
    shown <- if (grepl("to-do-gain", actions)) shown else 0
    expect_length(grep("letter-action-[0-9]-gain$", ids_with(html, "letter-action-")), shown)
    for (place in seq_len(shown)) {
      number <- function(what) value_at(actions, paste(place, what, sep = "-"))
      written <- function(what) value_at(html, paste("letter-action", place, what, sep = "-"))
      expect_equal(written("gain"), number("gain"))
      expect_equal(c(written("gain-lower"), written("gain-upper")), c(number("lower"), number("upper")))
      expect_equal(c(written("part"), written("whole")), c(number("part"), number("whole")))
    }
  })
}

test_that("the letter of the planned faults has actions", {
  expect_match(a_letter("2026-10-15")$line, "[1-5] actions")
})

test_that("a first week is compared with nothing, and says so", {
  first <- isolate(a_board(letter_filters(Sys.Date(), Sys.Date()))$first_day())
  letter <- a_letter(first + 6)
  expect_match(letter$html, "The week before is not in the data")
  expect_match(letter$line, "0 significant changes")
})

test_that("it loads nothing, and names no address", {
  html <- a_letter("2026-06-14")$html
  expect_match(html, "default-src &#39;none&#39;", fixed = TRUE)
  expect_false(grepl("(src|href|action)=|url\\(|@import|https?://|<script", html))
})

change <- function(change) data.frame(change = change, lower = change / 2, upper = change * 2, is_sure = TRUE)

test_that("the three largest significant changes are chosen, whether up or down", {
  channels <- data.frame(channel = c("email", "direct", "paid_social", "referral"), earned = c(100, 100, 100, 100))
  marketing <- list(channels = channels, changes = change(c(0.2, -0.5, 0.9, 0.01)))
  marketing$changes$is_sure[4] <- FALSE
  board <- list(currency = "VND", money_in = function(currency) format)
  overview <- list(changes = data.frame(
    metric = c("orders", "revenue"), change = c(-0.3, -0.9), lower = -0.95, upper = -0.2,
    row.names = c("orders", "revenue")
  ), now = list(orders = 70, revenue = 1), before = list(orders = 100, revenue = 10))
  found <- largest_changes(overview, marketing, board)
  expect_equal(found$label, c(
    "Net revenue per session of direct", "Net revenue per session of paid social", "Orders"
  ))
  expect_equal(c(found$before[3], found$now[3]), c("100", "70"))
  expect_equal(nrow(largest_changes(list(), list(), board)), 0)
})

test_that("the letter is about the last week that is over", {
  first <- as.Date("2026-01-01")
  # A Wednesday: the last complete week ended on Sunday.
  expect_equal(last_day_of_letter(as.Date(NA), as.Date("2026-11-25"), first), as.Date("2026-11-22"))
  # On Monday the Sunday before is complete; on Sunday it is not.
  expect_equal(last_day_of_letter(as.Date(NA), as.Date("2026-11-23"), first), as.Date("2026-11-22"))
  expect_equal(last_day_of_letter(as.Date(NA), as.Date("2026-11-22"), first), as.Date("2026-11-15"))
  expect_equal(last_day_of_letter(as.Date("2026-11-20"), as.Date("2026-11-25"), first), as.Date("2026-11-20"))
  expect_error(last_day_of_letter(as.Date("2026-11-25"), as.Date("2026-11-25"), first), "is not over")
  expect_error(last_day_of_letter(as.Date("2025-12-31"), as.Date("2026-11-25"), first), "has no data")
  expect_error(last_day_of_letter(as.Date(NA), as.Date("2026-11-25"), as.Date(NA)), "no events yet")
})
