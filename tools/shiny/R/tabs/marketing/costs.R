#' Advertising costs and their return.

#' Adds costs in the shop's currency to channels or campaigns: cost, cost_per_order, return_on_cost (net
#' revenue for each unit of cost) and is_below_cost (even the upper limit of net revenue is less than the
#' cost). A source with costs but without visits gets its own row.
#'
#' @param keys the columns that identify a source in costs
#' @param net the net revenue of all orders
with_costs <- function(sources, costs, keys, currency, net) {
  own <- costs[costs$currency == currency, , drop = FALSE]
  spent <- sums_by(own["cost"], own[keys])
  joined <- with_rates(merge(sources[c(keys, CREDIT_SUMS)], spent, by = keys, all = TRUE), net)
  joined$cost_per_order <- share_of(joined$cost, joined$orders)
  joined$return_on_cost <- share_of(joined$net, joined$cost)
  joined$is_below_cost <- joined$is_judged & !is.na(joined$cost) & joined$net_upper < joined$cost
  joined
}

#' True if costs can be shown: they are known by day, channel and campaign, not by what visitors are or have,
#' and would be too high for a part of the orders.
costs_apply <- function(filters, costs) {
  filters$login == "all" && length(parts_without_costs(filters)) == 0 && nrow(costs) > 0
}

parts_without_costs <- function(filters) intersect(names(filters$only), c("device", "visitors"))

#' The costs of the channel and campaign of the filters.
narrowed_costs <- function(costs, filters) {
  for (name in intersect(names(filters$only), c("channel", "campaign"))) {
    costs <- costs[costs[[name]] %in% filters$only[[name]], , drop = FALSE]
  }
  costs
}

#' A note on costs: how to import them, or what is left out.
costs_note <- function(filters, costs, currency, money_in) {
  if (nrow(costs) == 0) {
    return(tagList(
      "There are no costs for these days. Import them to see cost per order and return: ",
      tags$code("npm run import-costs -- FILE")
    ))
  }
  if (filters$login != "all") {
    return("Costs are known only for all visitors together: choose all login states to see them.")
  }
  if (length(parts_without_costs(filters)) > 0) {
    return("Costs are known by channel and campaign only: without filters on device and visitors they show.")
  }
  others <- costs[costs$currency != currency, , drop = FALSE]
  if (nrow(others) == 0) {
    return("Costs are by the advertising account's days, and the same for every traffic filter.")
  }
  spent <- sums_by(others["cost"], others["currency"])
  paste0("Costs in other currencies are not in the table: ", amounts_in_words(spent, "cost", money_in), ".")
}
