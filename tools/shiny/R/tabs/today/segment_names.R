#' Names of segments, and the title of their table.

#' The certain segments with a name: that visits without a campaign earn more helps nobody.
named_segments <- function(segments) {
  segments[segments$is_found & !segments$key %in% c("", "unknown"), , drop = FALSE]
}

#' The segments without those that the filters choose: that all of the change is in the chosen channel says
#' nothing.
other_segments <- function(segments, filters) {
  segments[!segments$dimension %in% names(filters$only), , drop = FALSE]
}

#' A segment inside a sentence.
segment_in_words <- function(segment) {
  key <- segment$key
  switch(segment$dimension,
    channel = if (key == "unknown") "an unknown channel" else paste("the channel", channel_words(key)),
    device = if (key == "unknown") "unknown devices" else paste0(key, if (key != "desktop") " devices"),
    campaign = if (key == "") "visits without a campaign" else sprintf("the campaign \u201c%s\u201d", key),
    category = if (key == "unknown") "products of no category" else paste("the category", category_words(key))
  )
}

#' A segment at the start of a row.
segment_label <- function(segment) {
  key <- segment$key
  switch(segment$dimension,
    channel = channel_label(key),
    campaign = if (key == "") "No campaign" else key,
    group_label(key)
  )
}

#' The title of the table of segments.
segments_sentence <- function(segments, dimension, money) {
  found <- segments_of(segments[segments$is_found, , drop = FALSE], dimension)
  name <- tolower(names(SEGMENTS)[SEGMENTS == dimension])
  if (nrow(found) == 0) {
    return(sprintf("No %s changed beyond chance", name))
  }
  sprintf(
    "%s brought %s %s than before", capital(segment_in_words(found[1, ])),
    amount_words(found$point[1], money), if (found$point[1] > 0) "more" else "less"
  )
}
