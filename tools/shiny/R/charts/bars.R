#' Bars with their label and value next to them: a ranking reads without a legend.

#' Horizontal bars.
#'
#' @param id prefix of the ids of the values
#' @param items data frame: key, label, value, note; `bar` where a value opens what is behind it
#' @param strong which rows carry the accent; the others are grey context
#' @param write function(value) that formats a value
bar_list <- function(id, items, strong, write = format_count) {
  top <- max(items$value, 0)
  tags$ol(class = "bars", lapply(seq_len(nrow(items)), function(i) {
    item <- items[i, ]
    tags$li(
      class = if (!strong[i]) "context",
      tags$span(class = "bar-label", item$label, tags$small(item$note)),
      number_tag(
        tags$b, paste(id, item$key, sep = "-"), item$value,
        behind_number(item$bar, item$value, write(item$value))
      ),
      tags$span(
        class = "bar-track", `aria-hidden` = "true",
        tags$span(style = css_at(width = if (top > 0) item$value / top else 0))
      )
    )
  }))
}

#' Vertical columns for the hours of a day or the days of a week. The highest has the accent colour and
#' shows its value.
#'
#' @param items data frame: key, label (may be empty: not every hour has one), value (the height), total,
#'   tip; `bar` where a column opens what is behind it
#' @param label name of what is counted
column_chart <- function(id, items, label) {
  top <- max(items$value, 0, na.rm = TRUE)
  best <- if (top > 0) which.max(items$value) else 0
  tags$ol(class = "columns", !!!chart_keys(label), lapply(seq_len(nrow(items)), function(i) {
    item <- items[i, ]
    height <- if (top > 0 && !is.na(item$value)) item$value / top else 0
    tags$li(
      class = if (i != best) "context", `data-tip` = item$tip,
      `data-bar` = if (isTRUE(item$total > 0)) item$bar,
      tags$span(class = "column-track", tags$span(
        style = css_at(height = height), if (i == best) tags$b(format_average(item$value))
      )),
      tags$span(class = "column-label", `aria-hidden` = "true", item$label),
      tags$span(
        class = "visually-hidden", id = paste(id, item$key, sep = "-"),
        `data-value` = exact_number(item$total), `data-average` = exact_number(item$value), item$tip
      )
    )
  }))
}

#' A small line without labels, for the shape of a number over time.
sparkline <- function(values) {
  values[is.na(values)] <- 0
  n <- length(values)
  at <- sprintf("%.2f,%.2f", 100 * place(seq_len(n), n), 24 - 22 * values / max(values, 1e-9))
  tags$svg(
    class = "sparkline", viewBox = "0 0 100 25", preserveAspectRatio = "none", `aria-hidden` = "true",
    if (n > 1) tags$polyline(points = paste(at, collapse = " "))
  )
}
