#' The steps of the reader's funnel: bars, and a table with every number.

own_chart <- function(steps, definition) {
  last <- nrow(steps)
  most <- max(steps$lost[-last])
  caption <- paste(capital(plural(2, definition$unit)), "at each step")
  tags$ol(class = "funnel", !!!chart_keys(caption), lapply(seq_len(last), function(i) {
    step <- steps[i, ]
    width <- if (i == 1) as.numeric(step$units > 0) else step$of_first
    tags$li(
      if (i > 1) own_loss(step, steps[i - 1, ], is_worst = most > 0 && steps$lost[i - 1] == most),
      tags$div(
        class = "funnel-step", `data-tip` = own_tip(step, definition),
        tags$span(class = "funnel-label", step$label),
        tags$span(
          class = "funnel-value", tags$b(format_count(step$units)),
          tags$small(if (i == 1) {
            plural(step$units, definition$unit)
          } else {
            paste(format_share(step$of_first), "of the first step")
          })
        ),
        tags$span(
          class = "funnel-track", `aria-hidden` = "true",
          if (isTRUE(width > 0)) tags$span(style = css_at(width = width))
        )
      )
    )
  }))
}

own_tip <- function(step, definition) {
  paste0(
    step$label, "\n", units_words(step$units, definition),
    if (!is.na(step$of_before)) sprintf(
      "\n%s of the step before\n%s after it (median)", format_share(step$of_before),
      format_step_time(step$median)
    )
  )
}

own_loss <- function(step, before, is_worst) {
  tags$p(
    class = if (is_worst) "funnel-loss worst" else "funnel-loss",
    tags$span(paste(format_share(step$of_before), "go on")),
    tags$span(paste0("\u2212", format_count(before$lost), " lost")),
    if (before$pending > 0) tags$span(format_count(before$pending), "can still go on"),
    if (!is.na(step$median)) tags$span("after", format_step_time(step$median), "(median)"),
    if (is_worst) tags$strong("largest loss")
  )
}

#' @param address the address of the table as a file
own_table <- function(ns, steps, definition, board, address) {
  heads <- c(
    capital(plural(2, definition$unit)), "Of the step before", "Of the first", "Lost here", "Can still go on",
    "Median time from the step before", "Net revenue"
  )
  card(
    class = "own-numbers", "Every number of these steps",
    paste0(
      "Lost here: this was their furthest step, and they can no longer go on. Can still go on: their time (",
      window_words(definition), ") is not over. Net revenue: their orders from the first step on, ",
      "in that time."
    ),
    tags$a(class = "action download", href = address, download = "funnel.csv", "Download CSV"),
    tags$div(class = "table-frame", tags$table(
      id = ns("own-table"), class = "products sources",
      tags$thead(tags$tr(tags$th(scope = "col", "Step"), lapply(heads, number_heading))),
      tags$tbody(lapply(seq_len(nrow(steps)), function(i) own_row(ns, steps[i, ], heads, board)))
    ))
  )
}

own_row <- function(ns, step, heads, board) {
  id <- function(what) ns(paste("own", what, step$step, sep = "-"))
  revenue <- step_revenue(step$revenue, board$currency)
  cell <- function(what, value, text, label) number_cell(id(what), value, text, label)
  tags$tr(
    tags$th(scope = "row", paste0(step$step, ". ", step$label)),
    cell("units", step$units, format_count(step$units), heads[1]),
    cell("of-before", step$of_before, format_share(step$of_before), heads[2]),
    cell("of-first", step$of_first, format_share(step$of_first), heads[3]),
    cell("lost", step$lost, format_count(step$lost), heads[4]),
    cell("pending", step$pending, format_count(step$pending), heads[5]),
    cell("median", step$median, format_step_time(step$median), heads[6]),
    cell(
      "net", sum(revenue$net[revenue$currency == board$currency]),
      if (nrow(revenue) > 0) amounts_in_words(revenue, "net", board$money_in) else "\u2013", heads[7]
    )
  )
}
