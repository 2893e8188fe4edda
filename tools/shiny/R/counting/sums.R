#' Intervals of sums of independent amounts, such as the revenue of orders: their number is as uncertain as
#' the value of each (compound Poisson). The sum and the sum of squares are enough to compute them, so no
#' single order has to be read. They are closed formulas: every reader sees the same limits.

#' The interval of a sum, by the gamma distribution of its mean and variance (Fay and Feuer, Statistics in
#' Medicine 16, 1997); the exact Poisson interval (Garwood, Biometrika 28, 1936) if all amounts are equal.
#'
#' @param sum,squares sum of the amounts and of their squares, of any length
#' @param largest a possible next amount; the upper limit allows for one more of it
#' @return a data frame: lower, upper
sum_interval <- function(sum, squares, largest, certainty = CERTAINTY) {
  tail <- (1 - certainty) / 2
  of_gamma <- function(p, mean, variance) {
    mean <- pmax(mean, 1e-9)
    ifelse(variance <= 0, 0, stats::qgamma(p, mean^2 / pmax(variance, 1e-9)) * variance / mean)
  }
  data.frame(
    lower = of_gamma(tail, sum, squares),
    upper = of_gamma(1 - tail, sum + largest, squares + largest^2)
  )
}

#' The chance of a sum as small as this one, if `expected` is what such sums amount to on average: the tail at
#' which the upper limit of sum_interval() is `expected`.
chance_of_smaller_sum <- function(sum, squares, largest, expected) {
  mean <- sum + largest
  variance <- squares + largest^2
  size <- pmax(variance, 1e-9) / pmax(mean, 1e-9)
  ifelse(mean > 0, stats::pgamma(expected, shape = mean / size, scale = size, lower.tail = FALSE), 1)
}

#' The interval of the ratio of two sums, each divided by its number of sessions. Each sum is replaced by a
#' Poisson count of equal amounts with the same mean and variance; the two counts are compared by exact
#' limits.
#'
#' @param one,other lists or data frames with sum, squares, exposure
#' @return a data frame: lower, upper; NA where neither has any amount
earning_ratio_interval <- function(one, other, certainty = CERTAINTY) {
  as_counts <- counts_of_sums(one, other)
  limits <- rate_ratio_interval(as_counts$one, as_counts$other, as_counts$exposure, certainty)
  limits[!is.finite(as_counts$exposure) | as_counts$exposure <= 0, ] <- NA_real_
  limits
}

#' The chance of two sums that differ as much as these, in either direction, if they were alike on average: by
#' the same exact limits. 1 where neither has any amount.
chance_of_equal_sums <- function(one, other) {
  as_counts <- counts_of_sums(one, other)
  share <- as_counts$exposure / (1 + as_counts$exposure)
  more <- ifelse(as_counts$one > 0, stats::pbeta(share, pmax(as_counts$one, 1e-9), as_counts$other + 1), 1)
  fewer <- ifelse(
    as_counts$other > 0, stats::pbeta(1 - share, pmax(as_counts$other, 1e-9), as_counts$one + 1), 1
  )
  chance <- pmin(2 * pmin(more, fewer), 1)
  ifelse(is.na(chance), 1, chance)
}

#' Two sums as Poisson counts of equal amounts: list(one, other, exposure of the first against the second).
counts_of_sums <- function(one, other) {
  size_of_one <- ifelse(one$sum > 0, one$squares / one$sum, other$squares / other$sum)
  size_of_other <- ifelse(other$sum > 0, other$squares / other$sum, size_of_one)
  count <- function(sums) ifelse(sums$sum > 0, sums$sum^2 / pmax(sums$squares, 1e-9), 0)
  list(
    one = count(one), other = count(other),
    exposure = one$exposure * size_of_other / (other$exposure * size_of_one)
  )
}
