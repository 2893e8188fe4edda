#' Confidence intervals. The dashboard claims only differences that these intervals support, never noise.

#' Confidence of all claims of one tab together.
CERTAINTY <- 0.95

#' Confidence that each of n claims needs, so that all together reach CERTAINTY (Bonferroni).
certainty_of_each <- function(n) 1 - (1 - CERTAINTY) / max(n, 1)

#' The interval of the ratio of two rates, each a count of independent events (Poisson), by its exact limits:
#' given their sum, the first count is binomial (Przyborowski and Wilenski, Biometrika 31, 1940), and the
#' limits of its share are quantiles of beta distributions (Clopper and Pearson, Biometrika 26, 1934).
#'
#' @param now,before counts, of any length
#' @param exposure exposure of `now`, divided by that of `before`
#' @return a data frame: lower, upper (Inf where `before` may be zero)
rate_ratio_interval <- function(now, before, exposure = 1, certainty = CERTAINTY) {
  tail <- (1 - certainty) / 2
  lower <- ifelse(now == 0, 0, stats::qbeta(tail, pmax(now, 0.5), before + 1))
  upper <- ifelse(before == 0, 1, stats::qbeta(1 - tail, now + 1, pmax(before, 0.5)))
  data.frame(lower = lower / (1 - lower) / exposure, upper = upper / (1 - upper) / exposure)
}

#' The interval of the ratio of two sums, from their variances, on the scale of logarithms (delta method).
#'
#' @return a data frame like that of rate_ratio_interval(); NA where a sum is zero
sum_ratio_interval <- function(now, before, variance_now, variance_before, certainty = CERTAINTY) {
  if (is.na(now) || is.na(before) || now <= 0 || before <= 0) {
    return(data.frame(lower = NA_real_, upper = NA_real_))
  }
  spread <- sqrt(variance_now / now^2 + variance_before / before^2)
  reach <- stats::qnorm(1 - (1 - certainty) / 2) * spread
  data.frame(lower = now / before * exp(-reach), upper = now / before * exp(reach))
}

#' The dispersion of daily counts against that of independent events: Pearson's X2 divided by its degrees of
#' freedom (McCullagh and Nelder, Generalized Linear Models, 1989, section 4.5). At least 1.
#'
#' @param ... vectors of daily counts; each is compared with its own mean
dispersion_of <- function(...) {
  periods <- Filter(function(counts) length(counts) > 1 && sum(counts) > 0, list(...))
  if (length(periods) == 0) {
    return(1)
  }
  x2 <- vapply(periods, function(counts) sum((counts - mean(counts))^2) / mean(counts), 0)
  max(1, sum(x2) / (sum(lengths(periods)) - length(periods)))
}

#' The interval of a share (Wilson, Journal of the American Statistical Association 22, 1927).
share_interval <- function(part, whole, certainty = CERTAINTY) {
  z <- stats::qnorm(1 - (1 - certainty) / 2)
  share <- part / whole
  middle <- (share + z^2 / (2 * whole)) / (1 + z^2 / whole)
  reach <- z * sqrt(share * (1 - share) / whole + z^2 / (4 * whole^2)) / (1 + z^2 / whole)
  data.frame(lower = middle - reach, upper = middle + reach)
}

#' The interval of the difference of two shares, now minus before (Newcombe, Statistics in Medicine 17, 1998,
#' page 873, method 10). NA where the whole is zero.
share_difference_interval <- function(part, whole, part_before, whole_before, certainty = CERTAINTY) {
  now <- share_estimate(part, whole, certainty)
  difference_of(now, share_estimate(part_before, whole_before, certainty))[c("lower", "upper")]
}

#' The pair of shares with the most significant difference. All pairs are compared at the confidence that
#' gives CERTAINTY for them together.
#'
#' @return c(larger, smaller), the positions of the pair, or NULL if no pair differs significantly
surest_difference <- function(part, whole) {
  n <- length(part)
  pairs <- expand.grid(larger = seq_len(n), smaller = seq_len(n))
  certainty <- certainty_of_each(n * (n - 1) / 2)
  least <- share_difference_interval(
    part[pairs$larger], whole[pairs$larger], part[pairs$smaller], whole[pairs$smaller], certainty
  )$lower
  best <- which.max(least)
  if (least[best] > 0) unlist(pairs[best, ], use.names = FALSE)
}
