#' A line over days, drawn as SVG paths with HTML labels on top. The paths stretch with the page while the
#' labels keep their size. Colours follow the theme, and every number is text that can be read and tested.

#' @param id prefix of the ids of the numbers in the table below the chart
#' @param points data frame: day, value (NA where there is nothing to divide), whole (see mark_whole())
#' @param before values of the previous period, in the same order, or NULL
#' @param format function(value) that formats one value with its unit
#' @param marks data frame of done actions: done_on, label
trend_chart <- function(
  id, points, before = NULL, format = format_count, bucket = "day", marks = NO_MARKS
) {
  top <- nice_top(c(points$value, before))
  done <- labels_of_marks(points, marks, bucket)
  names <- point_names(points, bucket)
  tagList(
    tags$div(
      class = "trend",
      tags$div(
        class = paste(c("trend-plot", if (is_peak_late(points)) "trend-plot-late"), collapse = " "),
        trend_grid(top, format),
        trend_done(done),
        trend_lines(points, before, top),
        trend_parts(points, top),
        trend_peak(points, top, format, bucket),
        trend_hits(points, before, format, names, done)
      ),
      trend_axis(points$day, bucket)
    ),
    done_key(done, points$day, bucket),
    trend_table(id, points, before, format, names, bucket, done)
  )
}

#' The name of each point: "Week of 2 Nov", "29 Nov, so far", "14:00".
point_names <- function(points, bucket) {
  is_last <- seq_along(points$day) == nrow(points) | bucket == "hour"
  part <- ifelse(points$whole | is.na(points$value), "", ifelse(is_last, ", so far", ", in part"))
  paste0(if (bucket == "week") "Week of ", point_label(points$day, bucket), part)
}

trend_grid <- function(top, format) {
  labels <- format(top * c(0, 0.5, 1))
  lapply(which(!duplicated(labels)), function(i) {
    # On a phone the lower labels would lie on the lines.
    tags$span(
      class = "trend-grid", style = css_at(bottom = (i - 1) / 2),
      tags$span(class = if (i < length(labels)) "lower", labels[i])
    )
  })
}

#' Lines through complete days or weeks only: half a day at the end would look like a drop.
trend_lines <- function(points, before, top) {
  n <- nrow(points)
  whole <- which(points$whole)
  at <- function(values, rows) {
    values <- ifelse(is.na(values), 0, values)
    sprintf("%.3f,%.3f", 1000 * place(rows, n), 100 * (1 - values[rows] / top))
  }
  line <- function(class, corners) tags$polyline(class = class, points = paste(corners, collapse = " "))
  earlier <- whole[whole <= length(before)]
  tags$svg(
    class = "trend-lines", viewBox = "0 0 1000 100", preserveAspectRatio = "none", `aria-hidden` = "true",
    if (n == 1) {
      # A single day is a level line from edge to edge: a point has neither a line nor an area.
      level <- sub("^[^,]*", "", at(points$value, 1))
      corners <- paste0(c(0, 1000), level)
      tagList(
        tags$polygon(class = "trend-area", points = paste(c(corners, "1000,100 0,100"), collapse = " ")),
        line(if (points$whole) "trend-now" else "trend-now trend-open", corners)
      )
    } else if (length(whole) > 1) {
      edges <- sprintf("%.3f,100", 1000 * place(rev(range(whole)), n))
      corners <- at(points$value, whole)
      tagList(
        tags$polygon(class = "trend-area", points = paste(c(corners, edges), collapse = " ")),
        if (length(earlier) > 1) line("trend-before", at(before, earlier)),
        line("trend-now", corners)
      )
    }
  )
}

#' Incomplete days or weeks, as rings next to the line.
trend_parts <- function(points, top) {
  rings <- which(!points$whole & !is.na(points$value) & nrow(points) > 1)
  lapply(rings, function(i) {
    tags$span(
      class = "trend-part", style = css_at(left = place(i, nrow(points)), bottom = points$value[i] / top)
    )
  })
}

#' The meaning of the rings, for the caption; NULL if there are none.
part_key <- function(points, bucket) {
  if (nrow(points) == 1 || all(points$whole)) {
    return(NULL)
  }
  meaning <- c(
    hour = "hour still in progress", day = "day still in progress", week = "incomplete week"
  )[[bucket]]
  tagList(" \u00b7 ", tags$span(class = "key-part", meaning))
}

#' The row of the highest point, among complete ones if there are any; none if nothing happened.
peak_of <- function(points) {
  values <- if (any(points$whole)) ifelse(points$whole, points$value, NA) else points$value
  at <- which.max(values)
  if (length(at) == 1 && values[at] > 0) at else integer(0)
}

#' The label of the highest point.
trend_peak <- function(points, top, format, bucket) {
  at <- peak_of(points)
  if (length(at) == 0) {
    return(NULL)
  }
  tags$span(
    class = paste0("trend-peak trend-peak-", peak_side(points)),
    style = css_at(left = place(at, nrow(points)), bottom = points$value[at] / top),
    tags$span(format(points$value[at]), tags$small(point_label(points$day[at], bucket)))
  )
}

#' True if the label of the highest point is in the half of the grid's labels, which then move aside.
is_peak_late <- function(points) isTRUE(place(peak_of(points), nrow(points)) > 0.5)

#' The side of the highest point that has room for its label.
peak_side <- function(points) {
  x <- place(peak_of(points), nrow(points))
  if (length(x) == 0) "middle" else if (x < 0.15) "start" else if (x > 0.85) "end" else "middle"
}

#' One invisible column per point that shows its numbers on hover.
trend_hits <- function(points, before, format, names, done) {
  keys <- chart_keys(trend_summary(points, format, names))
  tags$div(class = "trend-hits", !!!keys, lapply(seq_len(nrow(points)), function(i) {
    earlier <- if (i <= length(before)) paste0("\nprevious period: ", format(before[i])) else ""
    tags$span(`data-tip` = paste0(names[i], "\n", format(points$value[i]), earlier, done_tip(done[i])))
  }))
}

trend_axis <- function(days, bucket) {
  n <- length(days)
  ticks <- axis_ticks(n)
  kept <- length(ticks) - c(0, length(ticks) %/% 2, length(ticks) - 1)
  tags$div(class = "trend-axis", `aria-hidden` = "true", lapply(seq_along(ticks), function(tick) {
    i <- ticks[tick]
    wide_only <- if (length(ticks) > 4 && !tick %in% kept) "wide-only"
    tags$span(class = wide_only, style = css_at(`--at` = place(i, n)), point_label(days[i], bucket))
  }))
}

#' The points of n that have a label: at most seven, equally far apart, the last always.
axis_ticks <- function(n) rev(seq(n, 1, by = -max(1, ceiling((n - 1) / 6))))

trend_summary <- function(points, format, names) {
  at <- peak_of(points)
  if (length(at) == 0) {
    return("No values")
  }
  sprintf(
    "%s to %s; highest %s on %s", names[1], names[length(names)], format(points$value[at]), names[at]
  )
}

#' The smallest round number that no value exceeds.
nice_top <- function(values) {
  highest <- suppressWarnings(max(values, na.rm = TRUE))
  if (!is.finite(highest) || highest <= 0) {
    return(1)
  }
  steps <- c(1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10) * 10^floor(log10(highest))
  steps[steps >= highest * 0.999999][1]
}
