#' Marks of done actions on a line over days: a thin line with a tick on top, a line in the tip of its day,
#' and a column of the table.

NO_MARKS <- data.frame(done_on = as.Date(character(0)), label = character(0), stringsAsFactors = FALSE)

#' The label of each point of a line, "" where nothing was done. Hours have none: a day is all that is known.
#'
#' @param points data frame with day: the start of each bucket
#' @param marks data frame: done_on, label
labels_of_marks <- function(points, marks, bucket) {
  labels <- rep("", nrow(points))
  if (bucket == "hour" || nrow(marks) == 0) {
    return(labels)
  }
  at <- match(bucket_start(marks$done_on, bucket), points$day)
  for (i in which(!is.na(at))) {
    day <- if (bucket == "week") sprintf(" (%s)", format_day(marks$done_on[i])) else ""
    labels[at[i]] <- paste0(labels[at[i]], if (nzchar(labels[at[i]])) "; ", marks$label[i], day)
  }
  labels
}

#' @param labels result of labels_of_marks()
trend_done <- function(labels) {
  n <- length(labels)
  lapply(which(nzchar(labels)), function(i) {
    tick <- tags$span(`aria-hidden` = "true", "\u2713")
    tags$span(class = "trend-done", style = css_at(left = place(i, n)), tick)
  })
}

#' The meaning of the marks below a line, NULL if it has none.
done_key <- function(labels, days, bucket) {
  marked <- which(nzchar(labels))
  if (length(marked) > 0) {
    tags$p(class = "trend-done-key", lapply(marked, function(i) {
      tags$span("\u2713 ", tags$b(point_label(days[i], bucket)), sprintf("done: %s", labels[i]))
    }))
  }
}

#' The second line of a tip.
done_tip <- function(label) if (nzchar(label)) paste0("\ndone: ", label) else ""
