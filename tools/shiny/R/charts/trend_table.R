#' The numbers of a line as a table.

#' The same numbers as a table, for screen readers, tests and people who want an exact value.
trend_table <- function(id, points, before, format, names, bucket, done) {
  has_done <- any(nzchar(done))
  rows <- lapply(seq_len(nrow(points)), function(i) {
    tags$tr(
      tags$th(scope = "row", names[i]),
      number_tag(tags$td, paste(id, points$day[i], sep = "-"), points$value[i], format(points$value[i])),
      if (!is.null(before)) tags$td(if (i <= length(before)) format(before[i]) else "\u2013"),
      if (has_done) tags$td(class = "done-cell", done[i])
    )
  })
  tags$details(
    class = "numbers", id = paste0(id, "-numbers"), tags$summary("Show the numbers"),
    tags$div(class = "table-frame", tags$table(
      tags$thead(tags$tr(
        tags$th(scope = "col", group_label(bucket)), tags$th(scope = "col", "This period"),
        if (!is.null(before)) tags$th(scope = "col", "Previous period"),
        if (has_done) tags$th(scope = "col", "Done")
      )),
      tags$tbody(rows)
    ))
  )
}
