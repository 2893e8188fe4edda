#' Figures of channels and campaigns. No Shiny, no SQL: data frames in, data out.

#' The fewest sessions from which the net revenue of a session can be judged.
SMALLEST_SOURCE <- 100

#' Channels that cannot be bought. They are not compared: models that skip direct visits leave them little.
NOT_BOUGHT <- c("direct", "unknown")

#' Figures of each channel by one model, the most net revenue first.
#'
#' @param visits rows of ask_visits()
#' @param credits channels of ask_credits() of one model
#' @return a data frame, see with_rates()
channels_of <- function(visits, credits) {
  sums <- sums_by(visits["sessions"], visits["channel"])
  with_rates(merge(sums, without_model(credits), by = "channel", all = TRUE))
}

#' Figures of each campaign by one model, by net revenue per session, then those too small to judge.
#'
#' @param credits campaigns of ask_credits() of one model
#' @param net the net revenue of all orders
campaigns_of <- function(visits, credits, net) {
  named <- visits[!is.na(visits$campaign), , drop = FALSE]
  sums <- sums_by(named["sessions"], filled(named[CAMPAIGN_KEYS]))
  credits[CAMPAIGN_KEYS] <- filled(credits[CAMPAIGN_KEYS])
  in_order_of_worth(with_rates(merge(sums, without_model(credits), by = CAMPAIGN_KEYS, all = TRUE), net))
}

CAMPAIGN_KEYS <- c("source", "medium", "campaign")

in_order_of_worth <- function(campaigns) {
  campaigns[order(!campaigns$is_judged, -campaigns$earned, -campaigns$sessions), , drop = FALSE]
}

sums_by <- function(values, groups) {
  if (nrow(values) == 0) cbind(groups, values) else stats::aggregate(values, groups, sum)
}

filled <- function(columns) as.data.frame(lapply(columns, function(text) ifelse(is.na(text), "", text)))

of_model <- function(credits, model) credits[credits$model == model, , drop = FALSE]

without_model <- function(credits) credits[setdiff(names(credits), "model")]

CREDIT_SUMS <- c("sessions", "orders", "orders_squares", "net", "net_squares", "net_largest")

#' Adds to sums of sources: share (of net revenue), conversion (orders per session), earned (net revenue per
#' session) with its limits lower and upper (CERTAINTY for all judged rows together), and is_judged.
#'
#' @param whole the net revenue that is 100 %
with_rates <- function(sources, whole = sum(sources$net, na.rm = TRUE)) {
  force(whole)
  for (column in CREDIT_SUMS) sources[[column]][is.na(sources[[column]])] <- 0
  sources$is_judged <- sources$sessions >= SMALLEST_SOURCE
  largest <- max(sources$net_largest, 0)
  certainty <- certainty_of_each(sum(sources$is_judged))
  next_amount <- ifelse(sources$net_largest > 0, sources$net_largest, largest)
  limits <- sum_interval(sources$net, sources$net_squares, next_amount, certainty)
  sources$share <- share_of(sources$net, whole)
  sources$conversion <- share_of(sources$orders, sources$sessions)
  sources$earned <- share_of(sources$net, sources$sessions)
  sources$net_lower <- limits$lower
  sources$net_upper <- limits$upper
  sources$lower <- share_of(limits$lower, sources$sessions)
  sources$upper <- share_of(limits$upper, sources$sessions)
  sources[order(-sources$net, -sources$sessions), , drop = FALSE]
}

#' The change of net revenue per session of each channel, in the order of `now`.
#'
#' @param now,before results of channels_of()
#' @return a data frame: change, lower, upper (relative; NA if unknown), is_sure
earning_changes <- function(now, before) {
  before <- before[match(now$channel, before$channel), , drop = FALSE]
  compared <- now$is_judged & before$is_judged %in% TRUE
  limits <- earning_ratio_interval(as_sums(now), as_sums(before), certainty_of_each(sum(compared))) - 1
  change <- relative_change(now$earned, before$earned)
  sure <- compared & (limits$lower > 0 | limits$upper < 0) & abs(change) >= SMALLEST_CHANGE
  data.frame(change = change, lower = limits$lower, upper = limits$upper, is_sure = sure %in% TRUE)
}

as_sums <- function(sources) {
  list(sum = sources$net, squares = sources$net_squares, exposure = sources$sessions)
}

#' The channels that can be compared: with enough sessions, and not direct or unknown.
compared_channels <- function(channels) {
  channels[channels$is_judged & !channels$channel %in% NOT_BOUGHT, , drop = FALSE]
}

#' The two channels with the most significant difference in net revenue per session. All pairs together are
#' compared with CERTAINTY.
#'
#' @return list(better, worse, lower, upper: the limits of the ratio), or NULL
surest_channels <- function(channels) {
  compared <- compared_channels(channels)
  n <- nrow(compared)
  if (n < 2) {
    return(NULL)
  }
  pairs <- expand.grid(better = seq_len(n), worse = seq_len(n))
  pairs <- pairs[pairs$better != pairs$worse, ]
  better <- compared[pairs$better, , drop = FALSE]
  worse <- compared[pairs$worse, , drop = FALSE]
  limits <- earning_ratio_interval(as_sums(better), as_sums(worse), certainty_of_each(n * (n - 1) / 2))
  at <- which.max(limits$lower)
  if (length(at) == 1 && limits$lower[at] > 1) {
    list(better = better[at, ], worse = worse[at, ], lower = limits$lower[at], upper = limits$upper[at])
  }
}
