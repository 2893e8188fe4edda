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
#' @param of the number of candidates; those that are not given have chances no smaller than the ones given
#' @return a data frame: point, lower, upper, q (the smallest share at which it would be named), is_found
findings_among <- function(chances, gain_at, of = length(chances)) {
  q <- stats::p.adjust(chances, "BH", n = max(of, length(chances)))
  found <- q <= FALSE_SHARE
  repeat {
    gain <- gain_at(1 - (1 - CERTAINTY) * max(sum(found), 1) / max(of, 1))
    kept <- found & gain$lower > 0 & is.finite(gain$upper)
    kept[is.na(kept)] <- FALSE
    if (identical(kept, found)) break
    found <- kept
  }
  cbind(gain, q = q, is_found = found)
}
