#' Sentences of Customers.

#' The fewest buyers whose rate is not called uncertain.
FEWEST_BUYERS <- 30

#' The title of the tab: the share of first-time buyers who came back; before anybody has had the time for
#' it, the share of buyers who had ordered before.
#'
#' @param total result of ask_buyers()
#' @param rate result of repeat_rate()
customers_headline <- function(total, rate, filters) {
  n <- format_count(total$buyers)
  people <- paste(n, plural(total$buyers, "buyer"))
  if (total$buyers == 0) {
    return(sprintf(
      "Nobody knows who placed the %s %s of these days.", format_count(total$orders),
      plural(total$orders, "order")
    ))
  }
  if (total$decided > 0) {
    return(paste0(sprintf(
      "%s of %s first-time %s ordered again within %d days", format_share(rate$share, 0),
      format_count(total$decided), plural(total$decided, "buyer"), REPEAT_DAYS
    ), repeat_change_in_words(rate, filters), "."))
  }
  if (total$new == 0) {
    return(sprintf("Nobody is new: all %s had ordered before.", people))
  }
  sprintf(
    "%s of %s ordered again in these days; it is too early to say how many of the %s new ones come back.",
    format_share(total$returning / total$buyers, 0), people, format_count(total$new)
  )
}

repeat_change_in_words <- function(rate, filters) {
  if (is.na(rate$before)) {
    return("")
  }
  before <- before_in_words(filters)
  if (rate$change_lower <= 0 && rate$change_upper >= 0) {
    return(paste0("; no significant change from ", before))
  }
  than <- if (rate$share > rate$before) "more" else "fewer"
  sprintf(", %s than in %s (%s)", than, before, format_share(rate$before, 0))
}

#' The basis of the title, and what follows from it.
#'
#' @param before result of ask_buyers_before(), or NULL
#' @param first_day the first day with data
customers_note <- function(total, rate, before, first_day) {
  pending <- if (total$pending > 0) sprintf(
    "%s %s had less than %d days so far: pending, not lost (%s ordered again already).",
    format_count(total$pending), if (total$pending == 1) "new buyer has" else "new buyers have", REPEAT_DAYS,
    format_count(total$pending_repeated)
  )
  basis <- if (total$decided > 0) {
    rate_note(total, rate, before, first_day)
  } else if (total$new > 0) {
    "Choose days that ended two months ago or earlier, or All time, to see how many come back."
  }
  paste(c(basis, pending, when_note(total)), collapse = " ")
}

rate_note <- function(total, rate, before, first_day) {
  compared <- if (is.null(before)) {
    sprintf(" No comparison: the data begins on %s.", format_day(first_day, year = TRUE))
  } else if (!is.na(rate$before)) {
    sprintf(" Previous period: %s of %s.", format_count(before$repeated), format_count(before$decided))
  }
  paste0(
    sprintf("95 %% interval: %s to %s.", format_share(rate$lower), format_share(rate$upper)), compared,
    if (total$decided < FEWEST_BUYERS) " These are few buyers: choose more days for a more certain rate."
  )
}

#' The time of the second order as advice; NULL if too few have ordered again, or most did at once.
when_note <- function(total) {
  if (total$again < FEWEST_BUYERS || total$median_days < 1) {
    return(NULL)
  }
  sprintf(
    "Half of the %s who ordered again did so within %s: a good time for a reminder.",
    format_count(total$again), time_in_words(total$median_days)
  )
}

#' 0.1 -> "2.4 hours", 42 -> "42 days"
time_in_words <- function(days) {
  if (is.na(days)) {
    return("\u2013")
  }
  if (days < 1 / 24) {
    return(paste(format_count(days * 24 * 60), "min"))
  }
  if (days < 2) paste(format_average(days * 24), "hours") else paste(format_average(days), "days")
}

#' The title of the table: all cohorts together in the week after the first order, or up to the last week
#' that is over.
#'
#' @param together result of cohorts_together()
cohorts_sentence <- function(together, shown, money) {
  at <- if (shown == "buyers") 2 else max(which(together$buyers > 0), 0)
  if (at == 0 || together$buyers[at] == 0) {
    return("No week after a first order is over yet")
  }
  people <- paste(format_count(together$buyers[at]), plural(together$buyers[at], "buyer"))
  if (shown == "revenue") {
    return(sprintf(
      "A first-time buyer has brought %s by the end of week %d (average of %s)",
      money(together$per_buyer[at]), together$week[at], people
    ))
  }
  if (together$again[at] == 0) {
    return(sprintf("None of %s ordered again in the week after the first order", people))
  }
  share <- format_share(together$share[at])
  sprintf("%s of %s ordered again in the week after the first order", share, people)
}
