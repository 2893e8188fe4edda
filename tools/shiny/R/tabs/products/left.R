#' Products that are viewed, but not bought.

#' Products with significantly fewer add to carts than their views would bring at the rate of the other
#' products of their category. They are ranked by the lower limit of the shortfall, so that neither a rare
#' product nor a small gap of a popular one comes first. Products found are left out of the rate for the
#' others: several popular ones in one category would otherwise hide each other.
#'
#' @return the n largest, with `missing` (the lower limit of the missing add to carts)
viewed_not_bought <- function(products, n = 5) {
  products$missing <- rep(0, nrow(products))
  repeat {
    found <- products$missing > 0
    products$missing <- sure_shortfall(products, measures = !found)
    # Each round finds at least as many products, so the loop ends.
    products$missing[found] <- pmax(products$missing[found], .Machine$double.eps)
    if (identical(products$missing > 0, found)) break
  }
  gaps <- products[products$missing > 0, , drop = FALSE]
  utils::head(gaps[order(-gaps$missing, gaps$product_id), , drop = FALSE], n)
}

#' The lower limit of the missing add to carts of each product, 0 if there may be none. Of the products found,
#' one in twenty is due to chance (Benjamini and Hochberg, Journal of the Royal Statistical Society B 57,
#' 1995); their limits hold as often (Benjamini and Yekutieli, Journal of the American Statistical Association
#' 100, 2005).
#'
#' @param measures TRUE for the products that set the rate for the others
sure_shortfall <- function(products, measures) {
  against <- against_category(products, measures)
  named <- stats::p.adjust(against$chance, "BH") <= 1 - CERTAINTY
  tail <- (1 - CERTAINTY) * sum(named) / length(named)
  exposure <- products$views / against$views
  most <- rate_ratio_interval(
    products$add_to_carts, against$add_to_carts, exposure, certainty = 1 - 2 * tail
  )$upper
  ifelse(named, pmax(against$add_to_carts * exposure * (1 - most), 0), 0)
}

#' Sums over the other products of each product's category, and the chance of so few add to carts if the
#' product were added as often as those: given the total of both, its add to carts are binomial.
#'
#' @param measures TRUE for the products that set the rate for the others
#' @param columns what is added up
#' @return a data frame: the columns, and chance (1 where there is nothing to compare with)
against_category <- function(products, measures, columns = c("views", "add_to_carts")) {
  category <- ifelse(is.na(products$category), "", products$category)
  others <- as.data.frame(lapply(products[columns], function(values) {
    stats::ave(values * measures, category, FUN = sum) - values * measures
  }))
  chance <- stats::pbinom(
    products$add_to_carts, products$add_to_carts + others$add_to_carts,
    products$views / (products$views + others$views)
  )
  others$chance <- ifelse(products$views > 0 & others$views > 0 & others$add_to_carts > 0, chance, 1)
  others
}

#' @param left rows of viewed_not_bought()
missing_sentence <- function(left) {
  if (nrow(left) == 0) {
    return("No product falls significantly behind its category")
  }
  sprintf("%s is viewed, but not bought", left$name[1])
}
