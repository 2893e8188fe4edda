#' Sentences of Today. A change is named only if its limits leave out zero.

#' The title of the tab: net revenue and its change if it is certain, otherwise the largest certain change of
#' a part or a segment, otherwise that nothing changed beyond chance.
#'
#' @param changes result of change_parts()
#' @param segments result of segment_changes()
#' @param orders their number, in all currencies
#' @param worth their net revenue in words
#' @param compared the days to compare with, in words
today_headline <- function(changes, segments, orders, worth, compared, money) {
  outcome <- if (orders == 0) {
    sprintf("Net revenue is %s: no order in %s sessions", worth, format_count(changes["whole", "now"]))
  } else {
    sprintf("Net revenue is %s from %s %s", worth, format_count(orders), plural(orders, "order"))
  }
  total <- changes["total", ]
  if (!total$is_sure) {
    other <- largest_certain(changes, segments, money)
    if (is.null(other)) {
      return(sprintf("%s; nothing changed beyond chance from %s.", outcome, compared))
    }
    return(sprintf(
      "%s, no certain change from %s; but %s.", outcome, compared, other
    ))
  }
  by <- sprintf("%s %s %s", if (total$point > 0) "up" else "down", amount_words(total$point, money), "on")
  reason <- reason_words(changes, segments, sign(total$point), money)
  paste0(
    sprintf("%s, %s %s%s", outcome, by, compared, if (is.na(total$change)) "" else {
      sprintf(" (%s)", format_change(total$change))
    }), if (!is.null(reason)) paste0(": ", reason), "."
  )
}

#' An amount without its sign.
amount_words <- function(amount, money) money(in_three_digits(abs(amount)))

#' "+1.200.000 d", with a true minus sign.
signed_money <- function(amount, money) paste0(if (amount > 0) "+", money(amount))

#' The part and the segment that carry a change, as far as they are certain; NULL if none is.
reason_words <- function(changes, segments, direction, money) {
  parts <- certain_parts(changes)
  parts <- parts[sign(parts$point) == direction, , drop = FALSE]
  found <- named_segments(segments)
  found <- found[sign(found$point) == direction, , drop = FALSE]
  words <- c(
    if (nrow(parts) > 0) part_words(parts[which.max(abs(parts$point)), ]),
    if (nrow(found) > 0) sprintf(
      "the largest change is in %s (%s)", segment_in_words(found[1, ]),
      signed_money(in_three_digits(found$point[1]), money)
    )
  )
  if (length(words) > 0) in_words(words)
}

#' The rows of the parts whose change is certain.
certain_parts <- function(changes) {
  parts <- changes[FACTORS, , drop = FALSE]
  cbind(part = FACTORS, parts)[parts$is_sure, , drop = FALSE]
}

#' The largest certain change of a part or a segment in words, NULL if there is none.
largest_certain <- function(changes, segments, money) {
  parts <- certain_parts(changes)
  found <- named_segments(segments)
  of_part <- if (nrow(parts) > 0) max(abs(parts$point)) else 0
  of_segment <- if (nrow(found) > 0) abs(found$point[1]) else 0
  if (of_part == 0 && of_segment == 0) {
    return(NULL)
  }
  if (of_part >= of_segment) {
    part <- parts[which.max(abs(parts$point)), ]
    return(sprintf("%s (%s)", part_words(part), signed_money(in_three_digits(part$point), money)))
  }
  sprintf(
    "%s brought %s %s", segment_in_words(found[1, ]), amount_words(found$point[1], money),
    if (found$point[1] > 0) "more" else "less"
  )
}

#' "fewer sessions"
part_words <- function(part) {
  is_more <- part$point > 0
  switch(part$part,
    whole = if (is_more) "more sessions came" else "fewer sessions came",
    rate = if (is_more) "more of the sessions ordered" else "fewer of the sessions ordered",
    size = if (is_more) "orders were worth more" else "orders were worth less"
  )
}

#' The title of the split.
parts_sentence <- function(changes) {
  if (is.na(changes["whole", "lower"])) {
    return("Too few orders to say which part changed")
  }
  parts <- certain_parts(changes)
  if (nrow(parts) == 0) {
    return("None of the three parts changed beyond chance")
  }
  parts <- parts[order(-abs(parts$point)), , drop = FALSE]
  capital(in_words(vapply(seq_len(nrow(parts)), function(i) part_words(parts[i, ]), "")))
}
