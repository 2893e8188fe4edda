#' Candidates: search terms without results, after which fewer products are opened.

#' The kind of action for search terms, see product_candidates(): after `part` of the `whole` searches a
#' product was opened. A term counts if at least half of its searches found nothing.
#'
#' @param terms result of ask_searches()
term_candidates <- function(terms, worth) {
  known <- terms$searches - terms$unknown
  found <- colSums(terms[terms$empty == 0 & known > 0, c("searches", "opened", "orders"), drop = FALSE])
  is_compared <- terms$searches >= FEWEST_USES & terms$empty > 0 & terms$empty >= known / 2
  none <- terms[is_compared & found[["opened"]] >= FEWEST_USES, , drop = FALSE]
  searches <- rep_len(found[["searches"]], nrow(none))
  opened <- rep_len(found[["opened"]], nrow(none))
  # Fisher's exact test.
  chance <- stats::phyper(
    none$opened, none$opened + opened, none$searches + searches - none$opened - opened, none$searches
  )
  list(kind = "term", rows = candidate_rows(
    none$term, term_label(none$term), "term", chance, none$opened, none$searches, opened,
    searches, group = none$empty
  ), gain = function(certainty) {
    missing <- difference_of(
      share_estimate(opened, searches, certainty), share_estimate(none$opened, none$searches, certainty)
    )
    # An order counts once for each opened product at most.
    ordering <- share_estimate(pmin(found[["orders"]], opened), opened, certainty)
    of_order <- mean_estimate(worth$net, worth$squares, worth$orders, certainty)
    product_of(product_of(scaled(missing, none$searches), ordering), of_order[rep(1, nrow(none)), ])
  })
}
