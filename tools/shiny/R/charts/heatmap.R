#' The week as 7 rows of 24 hours: the stronger the colour of a cell, the higher its hourly average.

#' @param id prefix of the ids of the cells: <id>-<weekday 1..7>-<hour 0..23>; `data-value` is the total
#' @param grid rows of week_grid()
#' @param unit name of what is counted, in the plural
#' @param bar_of function(cell) that returns the text of its bar (see bar_text())
heatmap <- function(id, grid, unit, bar_of = function(cell) NULL) {
  top <- max(grid$average, 0, na.rm = TRUE)
  peak <- if (top > 0) which.max(grid$average) else 0
  row <- function(weekday) {
    tags$tr(
      tags$th(scope = "row", tags$abbr(title = WEEKDAYS[weekday], substr(WEEKDAYS[weekday], 1, 3))),
      lapply(which(grid$weekday == weekday), function(i) {
        cell <- heat_cell(id, grid[i, ], top, i == peak, unit)
        if (grid$total[i] > 0) tagAppendAttributes(cell, `data-bar` = bar_of(grid[i, ])) else cell
      })
    )
  }
  hours <- lapply(0:23, function(hour) {
    tags$th(scope = "col", tags$span(class = if (hour %% 3 != 0) "visually-hidden", hour))
  })
  tags$div(
    class = "heatmap",
    tags$table(
      tabindex = "0", `data-steps` = 24,
      tags$caption(
        class = "visually-hidden",
        paste0(
          "Total ", unit, " by weekday and hour. The arrow keys step through it, Enter opens what is behind."
        )
      ),
      tags$thead(tags$tr(tags$td(), hours)),
      tags$tbody(lapply(1:7, row))
    ),
    tags$p(
      class = "heat-scale", `aria-hidden` = "true", tags$span("0"), tags$span(class = "heat-ramp"),
      tags$span(paste(format_average(top), unit, "in an average hour"))
    )
  )
}

heat_cell <- function(id, cell, top, is_peak, unit) {
  strength <- if (top > 0 && !is.na(cell$average)) cell$average / top else 0
  tags$td(
    id = paste(id, cell$weekday, cell$hour, sep = "-"), `data-value` = exact_number(cell$total),
    `data-average` = exact_number(cell$average), `data-tip` = cell_tip(cell, unit),
    class = if (is_peak) "peak" else if (cell$times == 0) "none",
    style = sprintf("--heat:%.1f%%", 100 * strength),
    tags$span(class = "visually-hidden", if (cell$times == 0) "none yet" else format_count(cell$total))
  )
}

cell_tip <- function(cell, unit) {
  where <- paste(WEEKDAYS[cell$weekday], format_hour_span(cell$hour))
  if (cell$times == 0) {
    return(paste0(where, "\nno such hour in this period yet"))
  }
  sprintf(
    "%s\n%s %s on average\n%s in total, %d %s", where, format_average(cell$average), unit,
    format_count(cell$total), cell$times, plural(cell$times, "time")
  )
}
