#' Sentences of Pages & search.

#' The title of the tab: searches without results, if there are any.
pages_headline <- function(terms, pages) {
  total <- search_total(terms)
  if (total$empty > 0) {
    worst <- terms_of(terms, "nothing")[1, ]
    return(sprintf(
      "%s of %s %s found nothing; most often \u201c%s\u201d (%s).", format_count(total$empty),
      format_count(total$known), plural(total$known, "search"), term_label(worst$term),
      times_in_words(worst$empty)
    ))
  }
  landing <- pages_of_kind(pages, "landing")
  first <- landing[1, ]
  said <- sprintf("Most sessions begin on %s (%s)", page_label(first$path), format_share(first$share, 0))
  if (total$known == 0) {
    return(paste0(said, "."))
  }
  sprintf("%s; all %s searches found something.", said, format_count(total$known))
}

times_in_words <- function(n) if (n == 1) "once" else if (n == 2) "twice" else paste(format_count(n), "times")

#' The title of searches without results, compared with the previous period.
empty_sentence <- function(change, filters) {
  if (is.na(change$share)) {
    return("No search reports its number of results")
  }
  said <- if (change$share == 0) {
    "Every search found something"
  } else {
    sprintf("%s of searches find nothing", format_share(change$share))
  }
  before <- before_in_words(filters)
  if (is.na(change$change)) {
    return(said)
  }
  if (change$change_lower <= 0 && change$change_upper >= 0) {
    return(paste0(said, "; no significant change from ", before))
  }
  if (change$share == 0) {
    return(sprintf("%s; in %s %s found nothing", said, before, format_share(change$before)))
  }
  than <- if (change$change > 0) "more" else "fewer"
  sprintf("%s, %s than in %s (%s)", said, than, before, format_share(change$before))
}

#' The title of the table of terms.
terms_sentence <- function(terms, total) {
  left <- terms[terms$is_left, , drop = FALSE]
  if (nrow(left) > 0) {
    return(sprintf(
      "\u201c%s\u201d finds products that shoppers do not open", term_label(left$term[1])
    ))
  }
  if (total$orders == 0) {
    return("No order followed a search")
  }
  sprintf(
    "%s %s followed a search", format_count(total$orders), plural(total$orders, "order")
  )
}

#' The title of the landing pages.
landing_sentence <- function(landing) {
  surely <- landing[landing$bounces_more, , drop = FALSE]
  if (nrow(landing) == 1) {
    return(sprintf("All sessions begin on %s", page_label(landing$path)))
  }
  if (nrow(surely) == 0) {
    return("No landing page has a significantly higher bounce rate than the others")
  }
  worst <- surely[which.max(surely$bounce_share), ]
  sprintf(
    "%s of sessions that begin on %s see no other page", format_share(worst$bounce_share, 0),
    page_label(worst$path)
  )
}

#' The title of the exit pages.
exit_sentence <- function(exits) {
  lost <- exits$sessions - exits$ordering
  if (sum(lost) == 0) {
    return("No session ended without an order")
  }
  most <- exits[which.max(lost), ]
  sprintf(
    "Sessions without an order end most often on %s (%s)", page_label(most$path), format_count(max(lost))
  )
}
