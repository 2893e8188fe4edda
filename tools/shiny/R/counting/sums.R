#' Intervals of sums of amounts that come independently, such as what orders earn: how many come is as
#' uncertain as how much each is worth (compound Poisson). A sum and the sum of the squares tell all of them,
#' so that no single order has to be read; they come by formulas, and are the same for every reader.

#' The interval of a sum, by the gamma distribution of its mean and variance (Fay and Feuer, Statistics in
#' Medicine 16, 1997); the exact one of Poisson (Garwood, Biometrika 28, 1936) where all amounts are alike.
#'
#' @param sum,squares of the amounts, of any length
#' @param largest what the next amount may be; the upper limit allows for one more of it
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

#' The interval of the ratio of two sums, each of its own number of sessions: as many amounts of one size as
#' have the same mean and variance are compared as two Poisson counts, by exact limits.
#'
#' @param one,other lists or data frames with sum, squares, exposure
#' @return a data frame: lower, upper; NA where neither has any amount
earning_ratio_interval <- function(one, other, certainty = CERTAINTY) {
  size_of_one <- ifelse(one$sum > 0, one$squares / one$sum, other$squares / other$sum)
  size_of_other <- ifelse(other$sum > 0, other$squares / other$sum, size_of_one)
  count <- function(sums) ifelse(sums$sum > 0, sums$sum^2 / pmax(sums$squares, 1e-9), 0)
  exposure <- one$exposure * size_of_other / (other$exposure * size_of_one)
  limits <- rate_ratio_interval(count(one), count(other), exposure, certainty)
  limits[!is.finite(exposure) | exposure <= 0, ] <- NA_real_
  limits
}
