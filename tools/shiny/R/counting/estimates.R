#' Estimates: data frames of point, lower and upper, of any length, that can be subtracted and multiplied.

#' A share and its limits, see share_interval().
share_estimate <- function(part, whole, certainty = CERTAINTY) {
  cbind(point = part / whole, share_interval(part, whole, certainty))
}

#' A rate of independent events and its exact limits (Garwood, Biometrika 28, 1936).
rate_estimate <- function(count, exposure, certainty = CERTAINTY) {
  tail <- (1 - certainty) / 2
  data.frame(
    point = count / exposure,
    lower = stats::qgamma(tail, count) / exposure, upper = stats::qgamma(1 - tail, count + 1) / exposure
  )
}

#' A sum of independent amounts, see sum_interval().
sum_estimate <- function(sum, squares, largest, certainty = CERTAINTY) {
  cbind(point = sum, sum_interval(sum, squares, largest, certainty))
}

#' The mean of n positive amounts: the limits of Student's t on the scale of logarithms (delta method), since
#' amounts of orders are skewed. NA for fewer than two.
mean_estimate <- function(sum, squares, n, certainty = CERTAINTY) {
  is_known <- n >= 2 & sum > 0
  mean <- ifelse(is_known, sum / n, NA_real_)
  freedom <- pmax(n - 1, 1)
  error <- sqrt(pmax(squares - sum^2 / n, 0) / freedom / n)
  reach <- stats::qt(1 - (1 - certainty) / 2, freedom) * error / mean
  data.frame(point = mean, lower = mean * exp(-reach), upper = mean * exp(reach))
}

#' One estimate minus another, independent one, by "square and add" (Newcombe, Statistics in Medicine 17,
#' 1998; Zou and Donner, Statistics in Medicine 27, 2008).
difference_of <- function(one, other) {
  point <- one$point - other$point
  data.frame(
    point = point,
    lower = point - sqrt((one$point - one$lower)^2 + (other$upper - other$point)^2),
    upper = point + sqrt((one$upper - one$point)^2 + (other$point - other$lower)^2)
  )
}

#' One estimate times another, independent one that is not negative: "square and add" on the scale of
#' logarithms (Zou, Huo and Taleban, Environmetrics 20, 2009). Where `one` may be negative there is no
#' logarithm: the limit is then the product of the widest ones.
product_of <- function(one, other) {
  point <- one$point * other$point
  reach <- function(side) {
    log_of <- function(estimate) log(pmax(estimate[[side]], 0) / pmax(estimate$point, 0))
    sqrt(log_of(one)^2 + log_of(other)^2)
  }
  data.frame(
    point = point,
    lower = ifelse(one$lower > 0, point * exp(-reach("lower")), one$lower * other$upper),
    upper = ifelse(one$point > 0, point * exp(reach("upper")), pmax(one$upper, 0) * other$upper)
  )
}

#' An estimate times a known number.
scaled <- function(estimate, by) as.data.frame(lapply(estimate, `*`, by))
