#' Candidates: campaigns whose cost exceeds the net revenue that is credited to them.

#' The kind of action for campaigns, see product_candidates(): part are orders, whole sessions, other_part net
#' revenue, other_whole the cost.
#'
#' @param campaigns result of campaigns_of() with costs, or NULL if no costs apply
campaign_candidates <- function(campaigns, worth) {
  paid <- if (is.null(campaigns)) NO_CAMPAIGNS else campaigns
  paid <- paid[paid$is_judged & !is.na(paid$cost) & paid$cost > 0, , drop = FALSE]
  largest <- ifelse(paid$net_largest > 0, paid$net_largest, worth$largest)
  list(kind = "campaign", rows = candidate_rows(
    sprintf("%s/%s/%s", paid$source, paid$medium, paid$campaign), paid$campaign, "campaign",
    chance_of_smaller_sum(paid$net, paid$net_squares, largest, paid$cost),
    paid$orders, paid$sessions, paid$net, paid$cost
  ), gain = function(certainty) {
    spent <- data.frame(point = paid$cost, lower = paid$cost, upper = paid$cost)
    difference_of(spent, sum_estimate(paid$net, paid$net_squares, largest, certainty))
  })
}

NO_CAMPAIGNS <- data.frame(
  source = character(0), medium = character(0), campaign = character(0), is_judged = logical(0),
  orders = numeric(0), sessions = numeric(0), net = numeric(0), net_squares = numeric(0),
  net_largest = numeric(0), cost = numeric(0)
)
