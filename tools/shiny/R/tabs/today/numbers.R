#' Figures of Today: the change of net revenue, its parts, and the segments that carry it. No Shiny, no SQL.

#' Names of the parts of the change; whole, rate and size as in FACTORS.
PARTS <- c(whole = "Traffic", rate = "Conversion", size = "Order value")

SEGMENTS <- c("Channel" = "channel", "Campaign" = "campaign", "Device" = "device", "Category" = "category")

#' The weeks whose days show how much the shop's traffic usually varies.
USUAL_DAYS <- 28

#' The dispersion of days of the same weekday, see dispersion_of().
#'
#' @param daily result of ask_change_days(); with fewer than two weeks weekdays cannot be told apart
usual_scatter <- function(daily) {
  if (nrow(daily) < 14) {
    return(dispersion_of(daily$sessions))
  }
  do.call(dispersion_of, unname(split(daily$sessions, weekday_of(daily$day))))
}

#' The variance of the common noise of a period, see with_common_noise(): the scatter of days beyond that of
#' visitors.
common_noise <- function(period, scatter) {
  if (period$sums[1] <= 0) {
    return(0)
  }
  max(scatter * period$weights - period$squares[1, 1], 0) / period$sums[[1]]^2
}

#' The number of visitors with equal orders that would be as certain as those of a period. Days that are
#' averaged count in full.
effective_buyers <- function(period) {
  orders <- period$sums[[2]]
  if (orders > 0) orders^2 / period$squares[2, 2] else 0
}

#' The change of net revenue and of its three parts.
#'
#' @param totals result of ask_change_totals()
#' @return a data frame, one row each for total, whole, rate, size: point, lower and upper in money (limits NA
#'   for too few orders), now, before, change (relative), is_sure. CERTAINTY for all four together
change_parts <- function(totals, scatter) {
  noisy <- lapply(totals, function(period) with_common_noise(period, common_noise(period, scatter)))
  changes <- factor_changes(noisy$now, noisy$before, certainty_of_each(4))
  buyers <- vapply(totals, effective_buyers, 0)
  if (min(buyers) < FEWEST_USES) changes[-1, c("lower", "upper")] <- NA_real_
  if (sum(buyers) < FEWEST_USES) changes[, c("lower", "upper")] <- NA_real_
  now <- c(totals$now$sums[[3]], factors_of(totals$now$sums))
  before <- c(totals$before$sums[[3]], factors_of(totals$before$sums))
  changes$now <- unname(now)
  changes$before <- unname(before)
  changes$change <- relative_change(changes$now, changes$before)
  changes$is_sure <- !is.na(changes$lower) & (changes$lower > 0 | changes$upper < 0)
  changes
}

#' The change of net revenue of each segment, the largest first, with those that are found among all of them.
#'
#' @param segments result of ask_change_segments()
#' @param noise variances of the common noise: c(now, before)
#' @return the rows with point, lower, upper, q and is_found
segment_changes <- function(segments, noise = c(0, 0)) {
  none <- data.frame(point = 0, lower = NA_real_, upper = NA_real_, q = 1, is_found = FALSE)
  found <- cbind(segments, none[rep(1, nrow(segments)), ])
  sold <- segments$orders + segments$orders_before > 0
  found[sold, names(none)] <- changes_among(segments[sold, , drop = FALSE], noise)
  found[order(-abs(found$point), found$dimension, found$key), , drop = FALSE]
}

#' A fall is found as a rise with the other sign, see findings_among().
changes_among <- function(segments, noise) {
  sums <- function(suffix, variance) {
    net <- segments[[paste0("net", suffix)]]
    list(sum = net, squares = segments[[paste0("squares", suffix)]] + variance * net^2, exposure = 1)
  }
  now <- sums("", noise[[1]])
  before <- sums("_before", noise[[2]])
  next_amount <- pmax(segments$largest, segments$largest_before)
  falls <- now$sum < before$sum
  turned <- function(changes) {
    changes[falls, c("point", "lower", "upper")] <- -changes[falls, c("point", "upper", "lower")]
    changes
  }
  turned(findings_among(chance_of_equal_sums(now, before), function(certainty) {
    turned(difference_of(
      sum_estimate(now$sum, now$squares, next_amount, certainty),
      sum_estimate(before$sum, before$squares, next_amount, certainty)
    ))
  }))
}

#' The segments of one dimension.
segments_of <- function(segments, dimension) {
  segments[segments$dimension == dimension, , drop = FALSE]
}
