#' "Where those went who left": asked only while the reader has it open, since it reads all events.

#' @param is_open TRUE while the reader has the section open
#' @param ask function() that returns the result of ask_own_exits()
own_exits_part <- function(ns, definition, is_open, ask) {
  card(
    "Where those went who left",
    paste("Their next event after the step at which they were lost, within", window_words(definition)),
    tags$details(
      class = "numbers own-exits", id = ns("own-exits"), open = if (is_open) NA,
      `data-open-input` = ns("exits"),
      tags$summary("Show what they did next"),
      if (is_open) or_own_error(function() own_exits_table(ns, ask(), definition))
    )
  )
}

own_exits_table <- function(ns, rows, definition) {
  if (is.null(rows)) {
    return(skeleton())
  }
  if (nrow(rows) == 0) {
    return(tags$p(class = "none", "Nobody is lost."))
  }
  labels <- step_labels(definition)
  tags$div(class = "table-frame", tags$table(
    id = ns("own-exits-table"),
    tags$thead(tags$tr(
      tags$th(scope = "col", "Lost after"), tags$th(scope = "col", "Then"),
      number_heading(capital(plural(2, definition$unit)))
    )),
    tags$tbody(lapply(seq_len(nrow(rows)), function(i) {
      row <- rows[i, ]
      place <- sum(rows$step[seq_len(i)] == row$step)
      tags$tr(
        tags$th(scope = "row", if (place == 1) paste0(row$step, ". ", labels[row$step])),
        tags$td(if (is.na(row$next_event)) "Nothing more" else event_label(row$next_event)),
        number_cell(
          ns(paste("own-exit", row$step, place, sep = "-")), row$units, format_count(row$units),
          capital(plural(2, definition$unit))
        )
      )
    }))
  ))
}
