#' An amount as the product of three factors, whole x (count / whole) x (amount / count), and its change split
#' among them: sessions, orders per session, net revenue per order.

FACTORS <- c("whole", "rate", "size")

#' The factors of c(whole, count, amount); NA where there is nothing to divide by.
factors_of <- function(sums) {
  stats::setNames(c(sums[1], share_of(sums[2], sums[1]), share_of(sums[3], sums[2])), FACTORS)
}

#' The parts of the change of the amount, which add up to it: the Shapley value of each factor, its average
#' contribution over all orders in which the three may have changed (Shapley 1953; Albrecht, Francois and
#' Schoors, Energy Policy 30, 2002). A factor that cannot be known in one of the periods counts as unchanged.
factor_parts <- function(now, before) {
  one <- factors_of(now)
  other <- factors_of(before)
  first <- ifelse(is.na(one), ifelse(is.na(other), 0, other), one)
  last <- ifelse(is.na(other), ifelse(is.na(one), 0, one), other)
  between <- function(a, b) {
    (first[a] * first[b] + last[a] * last[b]) / 3 + (first[a] * last[b] + last[a] * first[b]) / 6
  }
  parts <- (first - last) * c(between(2, 3), between(1, 3), between(1, 2))
  stats::setNames(parts, FACTORS)
}

#' Parts rounded to the unit that still add up to the total: the largest takes the rest.
to_the_unit <- function(parts, total) {
  rounded <- round(parts)
  largest <- which.max(abs(parts))
  rounded[largest] <- rounded[largest] + total - sum(rounded)
  rounded
}

#' The change of the amount and its parts with their limits, by the delta method: visitors are independent of
#' each other, and the variance of a sum over them is its sum of squares (compound Poisson).
#'
#' @param now,before list(sums = c(whole, count, amount), squares = their 3 x 3 matrix of sums of products, by
#'   visitor)
#' @return an estimate with one row for the total, then one for each of FACTORS
factor_changes <- function(now, before, certainty = CERTAINTY) {
  parts <- function(sums) factor_parts(sums[1:3], sums[4:6])
  sums <- c(now$sums, before$sums)
  spread <- matrix(0, 6, 6)
  spread[1:3, 1:3] <- now$squares
  spread[4:6, 4:6] <- before$squares
  slopes <- vapply(seq_along(sums), function(i) {
    step <- replace(numeric(6), i, max(sums[i], 1) * 1e-4)
    (parts(sums + step) - parts(sums - step)) / (2 * step[i])
  }, numeric(3))
  of_total <- now$squares[3, 3] + before$squares[3, 3]
  of_parts <- diag(slopes %*% spread %*% t(slopes))
  total <- now$sums[3] - before$sums[3]
  point <- c(total = total, to_the_unit(parts(sums), total))
  reach <- stats::qnorm(1 - (1 - certainty) / 2) * sqrt(pmax(c(of_total, of_parts), 0))
  data.frame(point = point, lower = point - reach, upper = point + reach)
}

#' The same squares where days differ more than their visitors would: all three sums then rise and fall
#' together.
#'
#' @param period list(sums, squares)
#' @param variance of the common factor, around 1
with_common_noise <- function(period, variance) {
  modifyList(period, list(squares = period$squares + variance * period$sums %o% period$sums))
}
