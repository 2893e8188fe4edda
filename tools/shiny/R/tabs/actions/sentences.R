#' The title of Actions, and what was examined.

#' The title of the tab.
#'
#' @param money function that formats an amount in the shop's currency
actions_headline <- function(actions, money) {
  n <- nrow(actions)
  if (n == 0) {
    return("Nothing in these days would pay off with certainty")
  }
  least <- money(in_three_digits(actions$lower[1], floor))
  if (n == 1) {
    return(sprintf("One thing to do, with at least %s a month at stake", least))
  }
  counts <- c("Two", "Three", "Four", "Five")
  sprintf("%s things to do; the first has at least %s a month at stake", counts[n - 1], least)
}

#' What was examined, and why no more is shown.
examined_sentence <- function(result, shown) {
  n <- sum(result$examined)
  if (n == 0) {
    return("Too little happened in these days to examine anything: choose a longer period or fewer filters.")
  }
  what <- sprintf("Examined: %s.", examined_in_words(result$examined))
  if (shown == 0) {
    return(paste(
      what, "For none of them is a gain certain: what differs may be chance, or too few orders show what it",
      "is worth. A longer period shows more."
    ))
  }
  more <- nrow(result$found) - shown
  paste0(
    what, " Shown are those whose gain is certain, the largest first", if (more > 0) sprintf(
      "; %s more %s lower, or concern the same step", format_count(more), if (more == 1) "is" else "are"
    ), ". Gains may overlap, so do not add them up."
  )
}
