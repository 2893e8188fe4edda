#' The gain that was measured: a difference in differences. No Shiny, no SQL.

#' Counts of a span are list(part, whole, other_part, other_whole): those of the action, and those of the
#' control, to which nothing was done. Each gain is an estimate of the money in a month.

#' The change of a rate against that of the control: the rate after it, minus the rate before it times the
#' growth of the control. Without the action, its rate would have grown as the control did.
#'
#' @param estimate rate_estimate() for counts of events, share_estimate() for parts of a whole
effect_on_rate <- function(before, after, estimate, certainty = CERTAINTY) {
  grown <- product_of(
    estimate(after$other_part, after$other_whole, certainty),
    inverse_of(estimate(before$other_part, before$other_whole, certainty))
  )
  expected <- product_of(estimate(before$part, before$whole, certainty), grown)
  difference_of(estimate(after$part, after$whole, certainty), expected)
}

#' 1 divided by an estimate that is not negative.
inverse_of <- function(estimate) {
  data.frame(point = 1 / estimate$point, lower = 1 / estimate$upper, upper = 1 / estimate$lower)
}

#' The gain of an action that changes a rate.
#'
#' @param value estimate of the money that one more of `part` brings, after it was done
gain_of_rate <- function(before, after, estimate, value, days) {
  effect <- effect_on_rate(before, after, estimate)
  month_of(signed_product(scaled(effect, after$whole), value), days)
}

#' One estimate of any sign times another that is not negative. Below zero the limits change places.
signed_product <- function(one, other) {
  as_gain <- product_of(one, other)
  as_loss <- product_of(data.frame(point = -one$point, lower = -one$upper, upper = -one$lower), other)
  is_loss <- !is.na(one$point) & one$point < 0
  data.frame(
    point = one$point * other$point, lower = ifelse(is_loss, -as_loss$upper, as_gain$lower),
    upper = ifelse(is_loss, -as_loss$lower, as_gain$upper)
  )
}

#' The gain of a campaign that was cut: what it costs less, minus the net revenue that went with it. Its net
#' revenue would have grown as that of the other campaigns did.
#'
#' @param before,after list(cost, net, squares, largest, other_net, other_squares, other_largest)
gain_of_cut <- function(before, after, days) {
  sum_of <- function(span, prefix = "") {
    sum_estimate(
      span[[paste0(prefix, "net")]], span[[paste0(prefix, "squares")]], span[[paste0(prefix, "largest")]]
    )
  }
  grown <- product_of(sum_of(after, "other_"), inverse_of(sum_of(before, "other_")))
  kept <- difference_of(sum_of(after), product_of(sum_of(before), grown))
  saved <- before$cost - after$cost
  month_of(as.data.frame(lapply(kept, function(limit) limit + saved)), days)
}

month_of <- function(estimate, days) scaled(estimate, DAYS_OF_MONTH / days)

#' The judgement of a measured gain: "more", "less", or "open" while its interval contains zero.
verdict_of <- function(gain) {
  if (any(is.na(unlist(gain))) || gain$lower <= 0 && gain$upper >= 0) {
    return("open")
  }
  if (gain$lower > 0) "more" else "less"
}
