#' Shares of a whole, and relative changes.

#' part / whole, element by element; NA where the whole is zero or unknown.
share_of <- function(part, whole) {
  whole <- rep_len(whole, length(part))
  ifelse(is.na(whole) | whole == 0, NA_real_, part / whole)
}

#' Relative change, NA when there is nothing to compare with.
relative_change <- function(now, before) {
  ifelse(is.na(now) | is.na(before) | before == 0, NA_real_, now / before - 1)
}
