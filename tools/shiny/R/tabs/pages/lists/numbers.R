#' Figures and sentences of lists.

#' The lists that the table shows, and the positions of a list.
MOST_LISTS <- 15
MOST_POSITIONS <- 12

LIST_COUNTS <- c("seen", "clicks", "add_to_carts", "lines", "revenue")

#' One row per list, the most seen first, with the share of products seen that were chosen, and whether it is
#' significantly less, or more, than in all other lists.
#'
#' @param placed result of ask_lists()
all_lists <- function(placed) {
  lists <- stats::aggregate(placed[LIST_COUNTS], placed["list"], sum)
  lists <- with_chosen(lists)
  lists <- lists[order(-lists$seen, lists$list), , drop = FALSE]
  is_compared <- !is.na(lists$chosen) & lists$seen >= FEWEST_USES
  known <- function(column) sum(lists[[column]][is_compared]) - lists[[column]]
  others <- known("seen")
  is_compared <- is_compared & others > 0
  limits <- share_difference_interval(
    pmin(lists$clicks, lists$seen), pmax(lists$seen, 1), pmax(known("clicks"), 0), pmax(others, 1),
    certainty_of_each(sum(is_compared))
  )
  lists$is_less <- is_compared & limits$upper < 0
  lists$is_more <- is_compared & limits$lower > 0
  lists
}

#' The positions of one list, or of all: those that were seen, from the first.
positions_of <- function(placed, list) {
  rows <- if (nzchar(list)) placed[placed$list == list, , drop = FALSE] else placed
  rows <- rows[rows$position > 0, , drop = FALSE]
  if (nrow(rows) == 0) {
    return(with_chosen(rows))
  }
  positions <- with_chosen(stats::aggregate(rows[LIST_COUNTS], rows["position"], sum))
  positions[positions$seen > 0, , drop = FALSE]
}

#' The share of products seen that were chosen, with its limits: NA where none was seen, and where more were
#' chosen than seen, since some of their views do not say what they showed.
with_chosen <- function(rows) {
  is_known <- rows$seen > 0 & rows$clicks <= rows$seen
  limits <- share_interval(pmin(rows$clicks, rows$seen), pmax(rows$seen, 1))
  rows$chosen <- ifelse(is_known, share_of(rows$clicks, rows$seen), NA_real_)
  rows$lower <- ifelse(is_known, limits$lower, NA_real_)
  rows$upper <- ifelse(is_known, limits$upper, NA_real_)
  rows
}

#' The chosen list if it was seen, otherwise all of them.
list_chosen <- function(lists, choice) if (choice %in% lists$list) choice else ""

list_label <- function(list) ifelse(nzchar(list), list, "All lists")

#' The title of the lists: one that is chosen from significantly less often than the others.
lists_sentence <- function(lists) {
  less <- lists[lists$is_less, , drop = FALSE]
  if (nrow(less) > 0) {
    # The most products seen for nothing.
    worst <- less[which.max(less$seen), ]
    return(sprintf(
      "Of %s products seen in \u201c%s\u201d, %s are clicked, fewer than in other lists",
      format_count(worst$seen), worst$list, format_share(worst$chosen)
    ))
  }
  if (sum(lists$seen) == 0) {
    return("No view of a list says which products it showed")
  }
  "No list is clicked significantly less than the others"
}

#' The title of the positions: the first against all others, if the difference is significant.
positions_sentence <- function(positions, list) {
  where <- if (nzchar(list)) sprintf("\u201c%s\u201d", list) else "all lists"
  said <- paste("Clicks by position in", where)
  first <- positions[positions$position == 1 & !is.na(positions$chosen), , drop = FALSE]
  others <- positions[positions$position > 1 & !is.na(positions$chosen), , drop = FALSE]
  if (nrow(first) == 0 || sum(others$seen) == 0 || first$seen < FEWEST_USES) {
    return(said)
  }
  limits <- share_difference_interval(first$clicks, first$seen, sum(others$clicks), sum(others$seen))
  if (limits$lower <= 0 && limits$upper >= 0) {
    return(paste0(said, ": the first is clicked no more surely than the others"))
  }
  sprintf(
    "The first position is clicked %s often than the others (%s against %s)",
    if (limits$lower > 0) "more" else "less", format_share(first$chosen),
    format_share(sum(others$clicks) / sum(others$seen))
  )
}
