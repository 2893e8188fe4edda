#' Sentences of Marketing.

#' The title of the tab.
#'
#' @param pair result of surest_channels()
#' @param money function that formats an amount in the shop's currency
marketing_headline <- function(channels, pair, model, money) {
  if (sum(channels$orders) == 0) {
    n <- sum(channels$sessions)
    return(sprintf("No order yet from %s %s.", format_count(n), plural(n, "session")))
  }
  if (nrow(compared_channels(channels)) < 2) {
    return("Too few sessions to say which channel earns the most.")
  }
  if (is.null(pair)) {
    return("No channel earns significantly more per session than the others.")
  }
  better <- channel_label(pair$better$channel)
  worse <- channel_words(pair$worse$channel)
  if (pair$worse$net == 0) {
    earned <- money(pair$better$earned)
    return(sprintf("%s earns %s per session, %s nothing (%s).", better, earned, worse, MODEL_WORDS[[model]]))
  }
  ratio <- format_average(pair$better$earned / pair$worse$earned)
  sprintf("%s earns %s times as much per session as %s (%s).", better, ratio, worse, MODEL_WORDS[[model]])
}

#' The basis of the headline, and the advice that follows from it.
headline_note <- function(channels, pair) {
  if (is.null(pair)) {
    return(sprintf(
      "Only channels with at least %d sessions are compared, without direct visits, which cannot be bought.",
      SMALLEST_SOURCE
    ))
  }
  between <- if (is.finite(pair$upper)) {
    sprintf("Between %s and %s times", format_average(pair$lower), format_average(pair$upper))
  } else {
    sprintf("At least %s times", format_average(pair$lower))
  }
  sprintf(
    "%s, based on %s and %s sessions. If a visit from %s costs no more, move part of the budget of %s there.",
    between, format_count(pair$better$sessions), format_count(pair$worse$sessions),
    channel_words(pair$better$channel), channel_words(pair$worse$channel)
  )
}

#' A note on channels that cost significantly more than they earn; NULL if there are none.
below_cost_note <- function(channels) {
  losing <- channels[channels$is_below_cost %in% TRUE, , drop = FALSE]
  if (nrow(losing) == 0) {
    return(NULL)
  }
  names <- in_words(channel_words(losing$channel))
  sprintf(
    "%s %s significantly more than %s: stop or change these ads.", capital(names),
    if (nrow(losing) == 1) "costs" else "cost", if (nrow(losing) == 1) "it earns" else "they earn"
  )
}

#' The title of the channels' table: the channel with the most net revenue.
channels_sentence <- function(channels) {
  first <- channels[1, ]
  if (is.na(first$share)) {
    return("No channel has earned anything yet")
  }
  sprintf("%s brings %s of net revenue", channel_label(first$channel), format_share(first$share, 0))
}

#' The title of the campaigns' table: the best and the worst, if they differ significantly.
campaigns_sentence <- function(campaigns) {
  judged <- campaigns[campaigns$is_judged, , drop = FALSE]
  n <- nrow(judged)
  if (n == 0) {
    return("No campaign has enough sessions to be judged")
  }
  if (n == 1) {
    return(sprintf("Only %s has enough sessions to be judged", judged$campaign))
  }
  # The most different of all pairs is compared, so the correction is for all pairs.
  certainty <- certainty_of_each(n * (n - 1) / 2)
  limits <- earning_ratio_interval(as_sums(judged[1, ]), as_sums(judged[n, ]), certainty)
  if (!isTRUE(limits$lower > 1)) {
    return("No campaign earns significantly more per session than the others")
  }
  sprintf("A session from %s earns the most, one from %s the least", judged$campaign[1], judged$campaign[n])
}

#' The share of net revenue from campaigns, and the number of campaigns too small to judge.
campaigns_note <- function(campaigns, net) {
  small <- sum(!campaigns$is_judged)
  paste0(
    "Campaigns bring ", format_share(share_of(sum(campaigns$net), net), 0), " of net revenue. ",
    "Sorted by net revenue per session, with its confidence interval", if (small > 0) sprintf(
      "; %s with fewer than %d sessions %s too small to judge", format_count(small), SMALLEST_SOURCE,
      if (small == 1) "is" else "are"
    ), "."
  )
}
