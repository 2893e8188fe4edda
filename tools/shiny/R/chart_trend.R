#' A line over days, drawn as SVG paths with HTML labels on top: the paths stretch with the page while the
#' labels keep their size, colours follow the theme, and every number is text that can be read and tested.

#' @param id prefix of the ids of the numbers in the table below the chart
#' @param points data frame: day, value (NA where there is nothing to divide)
#' @param before values of the period before, in the same order, or NULL
#' @param format function(value) that writes one value with its unit
#' @param open_end TRUE when the last day is not over
trend_chart <- function(id, points, before = NULL, format = format_count, bucket = "day", open_end = FALSE) {
  top <- nice_top(c(points$value, before))
  name_of <- function(day) if (bucket == "week") paste("Week of", format_day(day)) else format_day(day)
  tagList(
    tags$div(
      class = "trend", role = "img", `aria-label` = trend_summary(points, format, name_of),
      tags$div(
        class = paste("trend-plot", if (is_peak_late(points)) "trend-plot-late"),
        trend_grid(top, format),
        trend_lines(points, before, top, open_end),
        trend_peak(points, top, format),
        trend_hits(points, before, format, name_of)
      ),
      trend_axis(points$day)
    ),
    trend_table(id, points, before, format, name_of, bucket)
  )
}

trend_grid <- function(top, format) {
  labels <- format(top * c(0, 0.5, 1))
  lapply(which(!duplicated(labels)), function(i) {
    tags$span(class = "trend-grid", style = css_at(bottom = (i - 1) / 2), tags$span(labels[i]))
  })
}

trend_lines <- function(points, before, top, open_end) {
  n <- nrow(points)
  at <- function(values) sprintf("%.3f,%.3f", 1000 * place(seq_along(values), n), 100 * (1 - values / top))
  shown <- ifelse(is.na(points$value), 0, points$value)
  closed <- if (open_end && n > 1) n - 1 else n
  previous <- utils::head(ifelse(is.na(before), 0, before), n)
  line <- function(class, values, from = 1) {
    tags$polyline(class = class, points = paste(at(values)[from:length(values)], collapse = " "))
  }
  # A single day is a level from edge to edge, as a point has neither a line nor an area.
  level <- sprintf("0,%.3f 1000,%.3f", 100 * (1 - shown[1] / top), 100 * (1 - shown[1] / top))
  edges <- if (n == 1) c(0, 1000) else 1000 * place(c(1, n), n)
  ends <- sprintf("%.3f,100 %.3f,100", edges[2], edges[1])
  area <- paste(c(if (n == 1) level else at(shown), ends), collapse = " ")
  tags$svg(
    class = "trend-lines", viewBox = "0 0 1000 100", preserveAspectRatio = "none", `aria-hidden` = "true",
    tags$polygon(class = "trend-area", points = area),
    if (length(previous) > 1) line("trend-before", previous),
    if (closed > 1) line("trend-now", shown[seq_len(closed)]),
    if (closed < n) line("trend-now trend-open", shown, from = closed),
    if (n == 1) tags$polyline(class = "trend-now", points = level)
  )
}

#' The highest point, named where it stands.
trend_peak <- function(points, top, format) {
  at <- which.max(points$value)
  if (length(at) == 0 || points$value[at] == 0) {
    return(NULL)
  }
  tags$span(
    class = paste0("trend-peak trend-peak-", peak_side(points)),
    style = css_at(left = place(at, nrow(points)), bottom = points$value[at] / top),
    tags$span(format(points$value[at]), tags$small(format_day(points$day[at])))
  )
}

#' Whether the labels of the grid make way for the name of the highest point, which stands in their half.
is_peak_late <- function(points) isTRUE(place(which.max(points$value), nrow(points)) > 0.5)

#' Where the name of the highest point finds room.
peak_side <- function(points) {
  x <- place(which.max(points$value), nrow(points))
  if (length(x) == 0) "middle" else if (x < 0.15) "start" else if (x > 0.85) "end" else "middle"
}

#' One invisible column per point that shows its numbers on hover.
trend_hits <- function(points, before, format, name_of) {
  tags$div(class = "trend-hits", `aria-hidden` = "true", lapply(seq_len(nrow(points)), function(i) {
    earlier <- if (i <= length(before)) paste0("\nbefore: ", format(before[i])) else ""
    tags$span(`data-tip` = paste0(name_of(points$day[i]), "\n", format(points$value[i]), earlier))
  }))
}

trend_axis <- function(days) {
  n <- length(days)
  ticks <- unique(round(seq(1, n, length.out = min(n, 6))))
  tags$div(class = "trend-axis", `aria-hidden` = "true", lapply(ticks, function(i) {
    edge <- if (i == 1) "first" else if (i == n) "last"
    tags$span(class = edge, style = css_at(left = place(i, n)), format_day(days[i]))
  }))
}

#' The same numbers as a table, for screen readers, tests and people who want to read off a value.
trend_table <- function(id, points, before, format, name_of, bucket) {
  rows <- lapply(seq_len(nrow(points)), function(i) {
    tags$tr(
      tags$th(scope = "row", name_of(points$day[i])),
      number_tag(tags$td, paste(id, points$day[i], sep = "-"), points$value[i], format(points$value[i])),
      if (!is.null(before)) tags$td(if (i <= length(before)) format(before[i]) else "\u2013")
    )
  })
  tags$details(
    class = "numbers", id = paste0(id, "-numbers"), tags$summary("Show the numbers"),
    tags$div(class = "table-frame", tags$table(
      tags$thead(tags$tr(
        tags$th(scope = "col", group_label(bucket)), tags$th(scope = "col", "This period"),
        if (!is.null(before)) tags$th(scope = "col", "Period before")
      )),
      tags$tbody(rows)
    ))
  )
}

trend_summary <- function(points, format, name_of) {
  at <- which.max(points$value)
  if (length(at) == 0) {
    return("No values")
  }
  sprintf(
    "%s to %s; highest %s on %s", name_of(points$day[1]), name_of(points$day[nrow(points)]),
    format(points$value[at]), name_of(points$day[at])
  )
}

#' The middle of the i-th of n equal columns, as a share of the width.
place <- function(i, n) (i - 0.5) / n

#' The smallest round number that no value exceeds.
nice_top <- function(values) {
  highest <- suppressWarnings(max(values, na.rm = TRUE))
  if (!is.finite(highest) || highest <= 0) {
    return(1)
  }
  steps <- c(1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10) * 10^floor(log10(highest))
  steps[steps >= highest * 0.999999][1]
}

css_at <- function(...) {
  parts <- c(...)
  paste0(names(parts), ":", sprintf("%.3f%%", 100 * parts), collapse = ";")
}
