#' The tiles of the Overview: a number, its change, and a line of its days.

format_metric <- function(metric, board) {
  money <- board$money_in(board$currency)
  switch(metric, revenue = money, refunded = money, net = money, conversion = format_share, format_count)
}

metric_tile <- function(ns, metric, figures, board, pressed) {
  value <- figures$now[[metric]]
  before <- figures$before[[metric]]
  write <- format_metric(metric, board)
  tags$button(
    type = "button", class = "tile", `data-input` = ns("metric"), `data-value` = metric,
    `aria-pressed` = if (pressed) "true" else "false",
    tags$span(class = "tile-label", METRICS[[metric]]),
    tags$span(class = "tile-value", number_tag(tags$span, ns(metric), value, write(value))),
    change_note(ns(paste0(metric, "-change")), figures$changes[metric, ], write(before)),
    sparkline(daily_values(figures$lines[figures$lines$whole, ], metric))
  )
}

#' The change below a tile: grey without a comparison, or if it is not significant.
#'
#' @param change a row of overview_changes(), or NULL
change_note <- function(id, change, before) {
  if (is.null(change) || is.na(change$change)) {
    return(tags$span(class = "tile-change none", id = id, `data-value` = "", "no comparison"))
  }
  sure <- is_sure(change)
  direction <- if (!sure) "unsure" else if (change$change > 0) "up" else "down"
  tags$span(
    class = paste("tile-change", direction), id = id, `data-value` = exact_number(change$change),
    `data-tip` = change_tip(change),
    tags$b(format_change(change$change)), paste("from", before),
    if (!sure) tags$span(class = "visually-hidden", "not significant")
  )
}

change_tip <- function(change) {
  if (is.na(change$lower)) {
    return(NULL)
  }
  between <- paste("between", format_change(change$lower), "and", format_change(change$upper))
  paste0(between, if (!is_sure(change)) "\nnot significant")
}
COLOUR_NOTE <- "Changes in colour are statistically significant."

comparison_note <- function(figures, board) {
  earlier <- previous_filters(board$filters())
  days <- format_days(earlier$from, earlier$to)
  if (is.null(figures$lines_before)) {
    begin <- format_day(board$first_day(), year = TRUE)
    return(sprintf("The previous period, %s, is incomplete: the data begins on %s.", days, begin))
  }
  if (is.null(figures$until)) {
    return(paste0("Compared with ", days, ". ", COLOUR_NOTE))
  }
  paste(
    sprintf("Compared with %s, up to the same hour as the newest data in this period.", days),
    COLOUR_NOTE
  )
}
