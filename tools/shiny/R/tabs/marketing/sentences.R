#' What Marketing says in sentences.

#' The sentence that the tab proves.
#'
#' @param pair what surest_channels() gives
#' @param money writes an amount in the shop's currency
marketing_headline <- function(channels, pair, model, money) {
  if (sum(channels$orders) == 0) {
    n <- sum(channels$sessions)
    return(sprintf("No order yet from %s %s.", format_count(n), plural(n, "session")))
  }
  if (nrow(compared_channels(channels)) < 2) {
    return("Too few sessions to say which channel earns most.")
  }
  if (is.null(pair)) {
    return("No channel earns significantly more a session than the others.")
  }
  better <- channel_label(pair$better$channel)
  worse <- channel_words(pair$worse$channel)
  if (pair$worse$net == 0) {
    earned <- money(pair$better$earned)
    return(sprintf("%s earns %s a session, %s nothing (%s).", better, earned, worse, MODEL_WORDS[[model]]))
  }
  ratio <- format_average(pair$better$earned / pair$worse$earned)
  sprintf("%s earns %s times as much a session as %s (%s).", better, ratio, worse, MODEL_WORDS[[model]])
}

#' What the headline rests on, and what to do about it.
headline_note <- function(channels, pair) {
  if (is.null(pair)) {
    return(sprintf(
      "Compared are channels with at least %d sessions, without direct visits, which nobody can buy.",
      SMALLEST_SOURCE
    ))
  }
  between <- if (is.finite(pair$upper)) {
    sprintf("Between %s and %s times", format_average(pair$lower), format_average(pair$upper))
  } else {
    sprintf("At least %s times", format_average(pair$lower))
  }
  sprintf(
    "%s, from %s and %s sessions. If a visit by %s costs no more, move part of the budget of %s there.",
    between, format_count(pair$better$sessions), format_count(pair$worse$sessions),
    channel_words(pair$better$channel), channel_words(pair$worse$channel)
  )
}

#' Channels that surely cost more than they earn; NULL where there is none.
below_cost_note <- function(channels) {
  losing <- channels[channels$is_below_cost %in% TRUE, , drop = FALSE]
  if (nrow(losing) == 0) {
    return(NULL)
  }
  names <- in_words(channel_words(losing$channel))
  sprintf(
    "%s %s surely more than %s: stop, or change what is advertised.", capital(names),
    if (nrow(losing) == 1) "costs" else "cost", if (nrow(losing) == 1) "it earns" else "they earn"
  )
}

#' The title of the channels' table: who brings most of the money.
channels_sentence <- function(channels) {
  first <- channels[1, ]
  if (is.na(first$share)) {
    return("No channel has earned anything yet")
  }
  sprintf("%s brings %s of net revenue", channel_label(first$channel), format_share(first$share, 0))
}

#' The title of the campaigns' table: the best and the worst, where they surely differ.
campaigns_sentence <- function(campaigns) {
  judged <- campaigns[campaigns$is_judged, , drop = FALSE]
  n <- nrow(judged)
  if (n == 0) {
    return("No campaign has sessions enough to be judged")
  }
  if (n == 1) {
    return(sprintf("Only %s has sessions enough to be judged", judged$campaign))
  }
  # The worst of all pairs is compared: held to as many comparisons as there are pairs.
  certainty <- certainty_of_each(n * (n - 1) / 2)
  limits <- earning_ratio_interval(as_sums(judged[1, ]), as_sums(judged[n, ]), certainty)
  if (!isTRUE(limits$lower > 1)) {
    return("No campaign earns significantly more a session than the others")
  }
  sprintf("A session of %s earns most, one of %s least", judged$campaign[1], judged$campaign[n])
}

#' How much of the net revenue comes by campaigns, and how many of them are too small.
campaigns_note <- function(campaigns, net) {
  small <- sum(!campaigns$is_judged)
  paste0(
    "Campaigns bring ", format_share(share_of(sum(campaigns$net), net), 0), " of net revenue. ",
    "From the best session to the worst, with the limits of chance", if (small > 0) sprintf(
      "; %s with fewer than %d sessions %s too small to judge", format_count(small), SMALLEST_SOURCE,
      if (small == 1) "is" else "are"
    ), "."
  )
}
