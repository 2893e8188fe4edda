#' Positions of marks, and their keyboard navigation.

#' Attributes that make a chart one stop of the Tab key. The arrow keys step through its marks, each of which
#' has a `data-tip` (see chart-keys.js).
#'
#' @param columns number of marks in a row: the up and down keys move by as many
chart_keys <- function(label, columns = 1) {
  list(
    tabindex = "0", role = "group", `data-steps` = columns,
    `aria-label` = paste0(capital(label), ". The arrow keys step through it.")
  )
}

#' The middle of the i-th of n equal columns, as a share of the width.
place <- function(i, n) (i - 0.5) / n

#' Shares as CSS: c(left = 0.5) -> "left:50.000%"
css_at <- function(...) {
  parts <- c(...)
  paste0(names(parts), ":", sprintf("%.3f%%", 100 * parts), collapse = ";")
}
