points <- function(values, whole = TRUE) {
  data.frame(day = as.Date("2026-11-01") + seq_along(values) - 1, value = values, whole = whole)
}
corners_of <- function(html, class) {
  corners <- regmatches(html, regexpr(sprintf("\"%s\" points=\"[^\"]*", class), html))
  strsplit(sub(".*points=\"", "", corners), " ")[[1]]
}
drawn <- function(...) as.character(tagList(trend_chart("line", ...)))

test_that("axes end at a round number that no value exceeds", {
  expect_equal(nice_top(c(3, 1427)), 1600)
  expect_equal(nice_top(100), 100)
  expect_equal(nice_top(0.057), 0.06)
  expect_equal(nice_top(c(0, NA)), 1)
  for (value in c(1, 7, 13, 99, 101, 54321, 0.031)) {
    expect_gte(nice_top(value), value)
    expect_lte(nice_top(value), 2 * value)
  }
})

test_that("every point of a line is in the table with its exact number", {
  html <- drawn(points(c(3, 12480, NA)))
  expect_equal(value_at(html, "line-2026-11-01"), 3)
  expect_equal(value_at(html, "line-2026-11-02"), 12480)
  expect_true(is.na(value_at(html, "line-2026-11-03")))
  expect_match(html, spaced("12_480"))
})

test_that("a line of one day is drawn without error and without NaN", {
  for (values in list(5, 0, NA_real_, c(0, 0))) {
    html <- drawn(points(values), before = NULL)
    expect_false(grepl("NaN|Inf", html))
  }
})

test_that("the labels of the grid make way for a peak in their half", {
  expect_match(drawn(points(1:9)), "trend-plot-late.*trend-peak-end")
  expect_match(drawn(points(c(1, 2, 9, 1))), "trend-plot-late.*trend-peak-middle")
  expect_false(grepl("trend-plot-late", drawn(points(9:1))))
  expect_match(drawn(points(9:1)), "trend-peak-start")
  expect_false(grepl("trend-plot-late", drawn(points(c(1, 9, 1)))))
  expect_false(grepl("trend-plot-late|trend-peak", drawn(points(NA_real_))))
})

test_that("a day in progress is a ring next to the lines, and does not pull them down", {
  html <- drawn(points(c(8, 9, 7, 1), whole = c(TRUE, TRUE, TRUE, FALSE)), before = c(6, 6, 6, 2))
  expect_length(corners_of(html, "trend-now"), 3)
  expect_length(corners_of(html, "trend-before"), 3)
  expect_equal(lengths(regmatches(html, gregexpr("class=\"trend-part\"", html))), 1)
  expect_match(html, "4 Nov, so far")
  expect_equal(value_at(html, "line-2026-11-04"), 1)
  expect_false(grepl("trend-part|so far", drawn(points(1:4))))
})

test_that("a week partly outside the range is a ring as well", {
  html <- drawn(points(c(1, 9, 7), whole = c(FALSE, TRUE, TRUE)), bucket = "week")
  expect_match(html, "Week of 1 Nov, in part")
  expect_length(corners_of(html, "trend-now"), 2)
})

test_that("a line without complete days consists of rings only", {
  html <- drawn(points(c(1, 2), whole = FALSE))
  expect_false(grepl("trend-now|NaN|Inf", html))
  expect_equal(lengths(regmatches(html, gregexpr("class=\"trend-part\"", html))), 2)
  expect_match(drawn(points(3, whole = FALSE)), "trend-now trend-open")
})

test_that("the key explains the rings if there are any", {
  key <- function(...) as.character(tagList(part_key(...)))
  expect_match(key(points(1:2, c(TRUE, FALSE)), "day"), "day still in progress")
  expect_match(key(points(1:2, c(FALSE, TRUE)), "week"), "incomplete week")
  expect_null(part_key(points(1:2), "day"))
})

test_that("the previous period is drawn in grey, cut to the same length", {
  html <- drawn(points(1:3), before = c(1, 2, 3, 4))
  expect_length(corners_of(html, "trend-before"), 3)
})

test_that("a heatmap contains every hour of the week, and marks one peak", {
  grid <- week_grid(
    data.frame(day = as.Date("2026-11-16"), hour = 9:10, n = c(2, 7)),
    list(days = as.Date("2026-11-16") + 0:6, last_hour = 23L)
  )
  html <- as.character(heatmap("cell", grid, "orders"))
  expect_length(ids_with(html, "cell-"), 168)
  expect_equal(value_at(html, "cell-1-10"), 7)
  expect_equal(length(gregexpr("class=\"peak\"", html)[[1]]), 1)
})

test_that("an empty heatmap has no peak", {
  grid <- week_grid(
    data.frame(day = as.Date(character(0)), hour = numeric(0), n = numeric(0)),
    list(days = as.Date("2026-11-16"), last_hour = 23L)
  )
  html <- as.character(heatmap("cell", grid, "orders"))
  expect_false(grepl("class=\"peak\"|NaN|Inf", html))
})

test_that("names from events are text, never markup", {
  items <- data.frame(key = "x", label = "<img src=x onerror=alert(1)>", value = 1, note = "<b>")
  html <- as.character(bar_list("bars", items, strong = TRUE))
  expect_false(grepl("<img|<b>&", html))
  expect_match(html, "&lt;img src=x onerror=alert(1)&gt;", fixed = TRUE)
})

test_that("a single day stays inside its chart, as a level from edge to edge", {
  html <- as.character(tagList(trend_chart("x", points(28))))
  drawn <- regmatches(html, gregexpr("points=\"[^\"]*\"", html))[[1]]
  numbers <- as.numeric(unlist(regmatches(drawn, gregexpr("-?[0-9.]+", drawn))))
  expect_true(all(numbers >= 0 & numbers <= 1000))
  expect_match(html, "class=\"trend-now\" points=\"0,6.667 1000,6.667\"")
})

test_that("a single day has no peak", {
  expect_equal(trend_headline("Sessions", points(28), "day", format_count), "Sessions on 1 Nov: 28")
  expect_equal(trend_headline("Sessions", points(28, FALSE), "day", format_count), "Sessions on 1 Nov so far: 28")
})

test_that("the label of a chart for screen readers is a sentence", {
  expect_equal(
    chart_keys("page views by weekday")$`aria-label`, "Page views by weekday. The arrow keys step through it."
  )
})

marks <- function(...) data.frame(done_on = as.Date(c(...)), label = "the page of Aero", stringsAsFactors = FALSE)

test_that("a done action is marked on its day: as a line, in the tip of the day, and in the table", {
  html <- drawn(points(1:4), marks = marks("2026-11-03"))
  expect_match(html, "class=\"trend-done\" style=\"left:62.500%\"")
  expect_match(html, "data-tip=\"3 Nov&#10;3&#10;done: the page of Aero\"")
  expect_match(html, "<td class=\"done-cell\">the page of Aero</td>")
  expect_length(gregexpr("done: the page", html)[[1]], 2)
})

test_that("actions of one week share its mark, and those outside of the days have none", {
  weeks <- data.frame(day = as.Date("2026-11-02") + c(0, 7), value = 1:2, whole = TRUE)
  html <- drawn(weeks, bucket = "week", marks = marks("2026-11-04", "2026-11-08", "2026-12-01"))
  expect_match(html, "done: the page of Aero \\(4 Nov\\); the page of Aero \\(8 Nov\\)")
  expect_length(gregexpr("class=\"trend-done\"", html)[[1]], 1)
  expect_false(grepl("done", drawn(points(1:4), marks = marks("2026-12-01"))))
})

test_that("bars to both sides of zero are as long as their values, and only certain ones have a colour", {
  html <- as.character(delta_chart("changes", data.frame(
    label = c("A", "B", "C"), value = c(-50, 100, 25), is_sure = c(TRUE, TRUE, FALSE), tip = c("a", "b", "c")
  )))
  expect_match(html, "class=\"down\" data-tip=\"a\"")
  expect_match(html, "left:25.000%;width:25.000%", fixed = TRUE)
  expect_match(html, "left:50.000%;width:50.000%", fixed = TRUE)
  expect_match(html, "class=\"context\" data-tip=\"c\"")
  expect_match(html, "left:50.000%;width:12.500%", fixed = TRUE)
})

test_that("the labels of an axis are equally far apart, at most seven, and name the last point", {
  for (n in 1:400) {
    ticks <- axis_ticks(n)
    expect_equal(ticks[length(ticks)], n)
    expect_lte(length(ticks), 7)
    expect_lte(length(unique(diff(ticks))), 1)
    expect_gte(ticks[1], 1)
  }
  expect_equal(axis_ticks(7), 1:7)
  labels <- lengths(regmatches(drawn(points(1:30)), gregexpr("wide-only", drawn(points(1:30)))))
  expect_equal(labels, 3)
})
