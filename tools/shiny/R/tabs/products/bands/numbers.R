#' Figures of prices and discounts: bands with their intervals, and discounts that sell nothing more.

DISCOUNT_BANDS <- c(
  full = "No discount", "0" = "under 10 %", "10" = "10\u201320 %", "20" = "20\u201330 %",
  "30" = "30\u201350 %", "50" = "50 % and more"
)

#' The bands of one kind in order, with the limits of units, orders and revenue (CERTAINTY for all rows of a
#' column together) and their share of the revenue.
#'
#' @param rows result of ask_bands()
bands_of <- function(rows, kind) {
  bands <- rows[rows$kind == kind, , drop = FALSE]
  place <- if (kind == "price") as.numeric(bands$band) else match(bands$band, names(DISCOUNT_BANDS))
  bands <- bands[order(place), , drop = FALSE]
  certainty <- certainty_of_each(nrow(bands))
  limits <- list(
    units = sum_interval(bands$units, bands$units_squares, bands$units_largest, certainty),
    orders = rate_estimate(bands$orders, 1, certainty)[c("lower", "upper")],
    revenue = sum_interval(bands$revenue, bands$revenue_squares, bands$revenue_largest, certainty)
  )
  for (name in names(limits)) bands[paste0(name, c("_lower", "_upper"))] <- limits[[name]]
  bands$share <- share_of(bands$revenue, sum(bands$revenue))
  bands
}

band_label <- function(kind, band, money) {
  if (kind == "discount") {
    return(DISCOUNT_BANDS[[band]])
  }
  if (band == "0") "Without a price" else split_label(band, "value", money)
}

#' "10 m to 50 m brings 61 % of the revenue"; of discounts, what they took off.
bands_sentence <- function(bands, kind, money) {
  if (nrow(bands) == 0 || sum(bands$revenue) == 0) {
    return("Nothing was sold at a price")
  }
  if (kind == "discount") {
    cut <- bands[bands$band != "full", , drop = FALSE]
    if (nrow(cut) == 0) {
      return("Nothing was sold at a discount")
    }
    return(sprintf(
      "%s of pieces were sold at a discount, for %s less",
      format_share(share_of(sum(cut$units), sum(bands$units)), 0), money(sum(cut$given))
    ))
  }
  best <- bands[which.max(bands$revenue), ]
  sprintf("%s a piece: %s of the revenue", band_label(kind, best$band, money), format_share(best$share, 0))
}

#' The fewest views at a price from which a product's discount is judged.
FEWEST_VIEWS_AT_PRICE <- 30

#' Discounts without which a product would have brought more: its revenue per view at the full price, times
#' its views at a discount, minus what those brought. Of all that are named, one in ten at most is due to
#' chance, and none whose lower limit is not above zero (see findings_among()).
#'
#' @param rows result of ask_discounted()
#' @return rows of those found, the surest loss first, with point, lower and upper; the attribute `judged` is
#'   the number of products that were compared
vain_discounts <- function(rows) {
  enough <- pmin(rows$full_views, rows$cut_views) >= FEWEST_VIEWS_AT_PRICE & rows$full_sum > 0
  rows <- rows[enough, , drop = FALSE]
  full <- list(sum = rows$full_sum, squares = rows$full_squares, exposure = rows$full_views)
  cut <- list(sum = rows$cut_sum, squares = rows$cut_squares, exposure = rows$cut_views)
  is_less <- rows$cut_sum / rows$cut_views < rows$full_sum / rows$full_views
  chances <- if (nrow(rows) > 0) ifelse(is_less, chance_of_equal_sums(cut, full) / 2, 1) else numeric()
  found <- findings_among(chances, function(certainty) lost_at(rows, certainty))
  lost <- cbind(rows, found)[found$is_found, , drop = FALSE]
  structure(lost[order(-lost$lower, lost$product_id), , drop = FALSE], judged = nrow(rows))
}

lost_at <- function(rows, certainty) {
  largest <- pmax(rows$full_largest, rows$cut_largest)
  full <- sum_estimate(rows$full_sum, rows$full_squares, largest, certainty)
  cut <- sum_estimate(rows$cut_sum, rows$cut_squares, largest, certainty)
  difference_of(scaled(full, rows$cut_views / rows$full_views), cut)
}

#' @param lost result of vain_discounts()
vain_sentence <- function(lost, money) {
  judged <- attr(lost, "judged")
  if (judged == 0) {
    return("No discount can be judged: no product was seen often both with it and without")
  }
  if (nrow(lost) == 0) {
    return("No discount is shown to sell nothing more")
  }
  sprintf("The discount on %s sells nothing more: it cost %s or more", lost$name[1], money(lost$lower[1]))
}
