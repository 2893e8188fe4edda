#' Figures and sentences of paths.

#' The steps to choose from, the most frequent first.
steps_of <- function(around) around$step[around$kind == "step"]

#' The chosen step if it occurs, otherwise the most frequent one.
step_chosen <- function(around, choice) {
  steps <- steps_of(around)
  if (choice %in% steps) choice else steps[1]
}

#' "/cart" stays, "search" -> "Search"
path_step_label <- function(step) {
  named <- c(PATH_STEPS, "?" = "A page without an address")
  ifelse(step %in% names(named), named[step], page_label(step))
}

#' What precedes or follows a step: other, label, n, and the rest that is not listed as the last row.
#'
#' @param kind "before" or "after"
neighbours_of <- function(around, step, kind) {
  of <- around[around$kind == kind & around$step == step, , drop = FALSE]
  all <- around$n[around$kind == "step" & around$step == step]
  end <- c(before = "Began here", after = "Ended here")[[kind]]
  rows <- data.frame(
    other = of$other, label = unname(ifelse(of$other == "", end, path_step_label(of$other))), n = of$n,
    stringsAsFactors = FALSE
  )
  rest <- all - sum(rows$n)
  if (rest > 0) rows <- rbind(rows, data.frame(other = "*", label = "All others", n = rest))
  rows$share <- rows$n / all
  rows
}

around_sentence <- function(step, after) {
  first <- after[after$other != "*", , drop = FALSE][1, ]
  name <- path_step_label(step)
  share <- format_share(first$share, 0)
  if (first$other == "") {
    return(sprintf("%s of the visits to \u201c%s\u201d end there", share, name))
  }
  sprintf("After \u201c%s\u201d, %s go on to \u201c%s\u201d", name, share, first$label)
}
