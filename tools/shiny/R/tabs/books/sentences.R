#' Sentences of Books.

#' The title of the tab: first what keeps the books from being compared, then what differs.
books_headline <- function(state, classes) {
  incomplete <- books_incomplete(state)
  if (!is.null(incomplete)) {
    return(incomplete)
  }
  all <- sum(classes$entries)
  faults <- sum(classes$entries[classes$is_fault])
  if (faults > 0) {
    return(sprintf(
      "%s of %s orders and refunds %s between the books and analytics without an explanation.",
      format_count(faults), format_count(all), if (faults == 1) "differs" else "differ"
    ))
  }
  matched <- sum(classes$entries[classes$class == "matched"])
  if (matched == all) {
    same <- "All %s orders and refunds are the same in the books and in analytics."
    return(sprintf(same, format_count(all)))
  }
  sprintf(
    "Every order is explained: %s of %s orders and refunds match, for the others the reason is known.",
    format_count(matched), format_count(all)
  )
}

#' NULL if no line of the books is missing or unreadable.
books_incomplete <- function(state) {
  if (state$missing_numbers > 0) {
    return(sprintf(
      "The books are incomplete: %s numbered %s in no file, the first is %s.",
      format_count(state$missing_numbers),
      if (state$missing_numbers == 1) "line is" else "lines are", format_count(state$first_missing)
    ))
  }
  if (state$quarantined > 0) {
    return(sprintf(
      "The books are incomplete: %s %s cannot be read.", format_count(state$quarantined),
      plural(state$quarantined, "line")
    ))
  }
  if (state$contradictions > 0) {
    return(sprintf("The books contradict themselves in %s entries.", format_count(state$contradictions)))
  }
}

#' "The books have 30.000.000 ₫ more than analytics; every đồng of it is explained"
totals_sentence <- function(totals, currency, money_in) {
  own <- totals[totals$currency == currency, ]
  shown <- if (nrow(own) > 0) own else totals[1, ]
  money <- money_in(shown$currency)
  rest <- if (any(totals$unexplained != 0)) {
    "not all of it is explained"
  } else if (all(totals$difference == 0)) {
    return("Both totals are the same")
  } else {
    "all of it is explained by the classes below"
  }
  if (shown$difference == 0) {
    return(paste("Both totals in", shown$currency, "are the same; other currencies differ"))
  }
  sprintf(
    "The books have %s %s than analytics; %s", money(abs(shown$difference)),
    if (shown$difference > 0) "more" else "less", rest
  )
}

#' "Browsers have told 97.4 % of the orders; no significant change from the previous 30 days"
coverage_sentence <- function(coverage, before, filters) {
  now <- coverage_by(coverage, "all")
  said <- sprintf("Browsers have told %s of the orders in the books", precise_share(now$share))
  if (is.null(before)) {
    return(said)
  }
  earlier <- coverage_by(before, "all")
  change <- share_difference_interval(now$seen, now$booked, earlier$seen, earlier$booked)
  period <- before_in_words(filters)
  if (is.na(change$lower) || change$lower <= 0 && change$upper >= 0) {
    return(paste0(said, "; no significant change from ", period))
  }
  sprintf(
    "%s, %s than in %s (%s)", said, if (change$lower > 0) "more" else "less", period,
    precise_share(earlier$share)
  )
}

#' The significant difference between two groups of at least 30 orders, if there is one.
coverage_difference <- function(groups, label) {
  known <- groups[groups$booked >= FEWEST_COMPARED & groups$key != "unknown", ]
  pair <- if (nrow(known) > 1) surest_difference(known$seen, known$booked)
  if (is.null(pair)) {
    return(sprintf("No %s differs significantly from another", label))
  }
  sprintf(
    "%s of the orders of %s are told, %s of those of %s", format_share(known$share[pair[2]], 0),
    coverage_label(known$key[pair[2]]), format_share(known$share[pair[1]], 0),
    coverage_label(known$key[pair[1]])
  )
}

#' A name such as Chrome stays; a word of the contract is written as a word.
coverage_label <- function(key) {
  names <- c(
    unknown = "Unknown", granted = "Consent given", cookieless = "Without cookies", denied = "No consent"
  )
  ifelse(key %in% names(names), names[key], ifelse(grepl("^[a-z]", key), group_label(key), key))
}
