#' Findings among many candidates: few of them may be due to chance.

#' The share of findings that may be due to chance.
FALSE_SHARE <- 0.10

#' The candidates whose gain is certain enough to be claimed. Of all that are named, one in ten at most is
#' due to chance (Benjamini and Hochberg, Journal of the Royal Statistical Society B 57, 1995), and none is
#' named whose lower limit is not above zero. The limits hold for 95 % of those named, although only the
#' best are named (Benjamini and Yekutieli, Journal of the American Statistical Association 100, 2005).
#'
#' @param chances of each candidate, the chance of such counts if there were nothing to gain
#' @param gain_at function(certainty) that returns an estimate of all gains
#' @return a data frame: point, lower, upper, q (the smallest share at which it would be named), is_found
findings_among <- function(chances, gain_at) {
  q <- stats::p.adjust(chances, "BH")
  found <- q <= FALSE_SHARE
  repeat {
    gain <- gain_at(1 - (1 - CERTAINTY) * max(sum(found), 1) / max(length(found), 1))
    kept <- found & gain$lower > 0 & is.finite(gain$upper)
    kept[is.na(kept)] <- FALSE
    if (identical(kept, found)) break
    found <- kept
  }
  cbind(gain, q = q, is_found = found)
}
