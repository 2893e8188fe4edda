#' Marks of done actions for the lines of all tabs.

#' @return a data frame: done_on, label. Empty while the record cannot be read: a line is worth more than its
#'   marks.
done_marks <- function(board) {
  done <- done_or_null(board)
  if (is.null(done)) {
    return(NO_MARKS)
  }
  done <- still_done(done)
  label <- vapply(seq_len(nrow(done)), function(i) subject_words(done[i, ]), "")
  data.frame(done_on = done$done_on, label = label, stringsAsFactors = FALSE)
}
