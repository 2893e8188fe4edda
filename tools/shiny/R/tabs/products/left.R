#' Products that are looked at and left.

#' Those that get fewer add to carts than their views would bring at the rate of the others of their category,
#' by more than chance. They are ranked by the shortfall that is sure, so that neither a rare product nor a
#' small gap of a popular one stands first. What is found is no measure for the rest: where the most popular
#' products of a category are left, they would hide each other.
#'
#' @return the n largest, with `missing` (the add to carts that are missing at the least)
viewed_not_bought <- function(products, n = 5) {
  products$missing <- rep(0, nrow(products))
  repeat {
    found <- products$missing > 0
    products$missing <- sure_shortfall(products, measures = !found)
    # Each round takes out more, so that this ends.
    products$missing[found] <- pmax(products$missing[found], .Machine$double.eps)
    if (identical(products$missing > 0, found)) break
  }
  gaps <- products[products$missing > 0, , drop = FALSE]
  utils::head(gaps[order(-gaps$missing, gaps$product_id), , drop = FALSE], n)
}

#' The add to carts that each product misses at the least, 0 where it may miss none. Of the products that are
#' named, one in twenty is named by chance (Benjamini and Hochberg, Journal of the Royal Statistical Society B
#' 57, 1995); their limits hold as often (Benjamini and Yekutieli, Journal of the American Statistical
#' Association 100, 2005).
#'
#' @param measures which products the others are measured by
sure_shortfall <- function(products, measures) {
  category <- ifelse(is.na(products$category), "", products$category)
  of_others <- function(values) stats::ave(values * measures, category, FUN = sum) - values * measures
  views <- of_others(products$views)
  carts <- of_others(products$add_to_carts)
  tested <- products$views > 0 & views > 0 & carts > 0
  # Given how often both were added, how often this one was is binomial.
  chance <- stats::pbinom(
    products$add_to_carts, products$add_to_carts + carts, products$views / (products$views + views)
  )
  chance[!tested] <- 1
  named <- stats::p.adjust(chance, "BH") <= 1 - CERTAINTY
  tail <- (1 - CERTAINTY) * sum(named) / length(named)
  exposure <- products$views / views
  most <- rate_ratio_interval(products$add_to_carts, carts, exposure, certainty = 1 - 2 * tail)$upper
  ifelse(named, pmax(carts * exposure * (1 - most), 0), 0)
}

#' @param left rows of viewed_not_bought()
missing_sentence <- function(left) {
  if (nrow(left) == 0) {
    return("No product is left alone by more than chance")
  }
  sprintf("%s is looked at, and left", left$name[1])
}
