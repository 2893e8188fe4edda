FILTERS <- some_filters("2026-11-01", "2026-11-07", only = c(channel = "ai_assistant", brand = "Aunt Ann's"))

test_that("a narrowing is set, changed and removed, and unknown names change nothing", {
  filters <- some_filters("2026-11-01", "2026-11-07")
  mobile <- with_narrowing(filters, "device", "mobile")
  expect_equal(mobile$only, c(device = "mobile"))
  expect_equal(with_narrowing(mobile, "channel", "email")$only, c(channel = "email", device = "mobile"))
  expect_equal(with_narrowing(mobile, "device", "desktop")$only, c(device = "desktop"))
  expect_equal(with_narrowing(mobile, "device", "all"), filters)
  expect_equal(with_narrowing(mobile, "user", "x"), mobile)
  expect_equal(previous_filters(mobile)$only, mobile$only)
  expect_equal(without_narrowing(FILTERS, "product")$only, c(channel = "ai_assistant"))
  expect_equal(without_narrowing(mobile), filters)
})

test_that("chips name the filters as a reader does, and remove them", {
  html <- as.character(tagList(narrowing_chips(NS("filters"), FILTERS, NULL)))
  expect_match(html, "data-input=\"filters-only\" data-value=\"channel=all\"", fixed = TRUE)
  expect_match(html, "Channel: AI assistant", fixed = TRUE)
  expect_match(html, "Brand: Aunt Ann's", fixed = TRUE)
  expect_null(narrowing_chips(NS("filters"), some_filters("2026-11-01", "2026-11-07"), NULL))
  expect_equal(
    describe_filters(FILTERS),
    "1 Nov \u2013 7 Nov 2026, all visitors, all traffic, Channel: AI assistant, Brand: Aunt Ann's"
  )
})

test_that("a tab to which a filter does not apply says so, and the others are silent", {
  of_session <- without_narrowing(FILTERS, "product")
  expect_match(narrowing_note("books", of_session), "do not apply")
  expect_match(narrowing_note("trust", FILTERS), "do not apply")
  expect_match(narrowing_note("marketing", of_session), "share of orders")
  expect_match(narrowing_note("overview", FILTERS), "The brand applies to Products", fixed = TRUE)
  for (tab in c("overview", "carts", "time")) expect_null(narrowing_note(tab, of_session))
  for (tab in TABS) expect_null(narrowing_note(tab, some_filters("2026-11-01", "2026-11-07")))
  expect_null(narrowing_note("products", FILTERS))
  new_ones <- with_narrowing(of_session, "visitors", "new")
  expect_null(narrowing_note("funnel", new_ones))
  expect_match(narrowing_note("funnel", new_ones, "own"), "new and returning visitors together")
})

test_that("few values are a menu, many are searched, and a chosen one that does not occur stays", {
  values <- function(n) data.frame(name = "campaign", value = paste0("c", seq_len(n)), n = rev(seq_len(n)))
  html <- function(n, only = NULL) as.character(narrowing_field(NS("filters"), "campaign", values(n), only))
  expect_match(html(2), "<option value=\"c1\">c1 (2 sessions)</option>", fixed = TRUE)
  expect_match(html(2, c(campaign = "gone")), "<option value=\"gone\" selected>gone (0 sessions)", fixed = TRUE)
  expect_match(html(40, c(campaign = "c3")), "type=\"search\"[^>]* value=\"c3\"")
  expect_match(html(40), "<datalist id=\"filters-only-campaign-values\">", fixed = TRUE)
})

test_that("costs are those of the channel and campaign, and not shown by device", {
  costs <- data.frame(channel = c("email", "display"), campaign = c("a", "b"), cost = 1:2)
  only <- function(...) some_filters("2026-11-01", "2026-11-07", only = c(...))
  expect_equal(narrowed_costs(costs, only(campaign = "b"))$cost, 2)
  expect_equal(narrowed_costs(costs, only(channel = "email", device = "mobile"))$cost, 1)
  expect_true(costs_apply(only(channel = "email"), costs))
  expect_false(costs_apply(only(device = "mobile"), costs))
})

test_that("the title of Today names no segment of the dimension that is filtered", {
  segments <- data.frame(dimension = c("channel", "device"), key = c("email", "mobile"))
  filters <- some_filters("2026-11-01", "2026-11-07", only = c(channel = "email"))
  expect_equal(other_segments(segments, filters)$key, "mobile")
  expect_equal(other_segments(segments, without_narrowing(filters)), segments)
})
