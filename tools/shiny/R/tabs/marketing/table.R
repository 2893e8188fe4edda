#' The shared columns of the tables of channels and campaigns.

number_heading <- function(text) tags$th(scope = "col", class = "number", text)

number_cell <- function(id, value, text, label, ...) {
  tagAppendAttributes(
    number_tag(tags$td, id, value, text, ...), class = "number", `data-label` = label
  )
}

#' @param first the heading of the first column
#' @param has_changes,has_costs TRUE if the table has such columns
sources_head <- function(first, has_changes, has_costs) {
  tags$thead(tags$tr(
    tags$th(scope = "col", first),
    lapply(c(
      "Sessions", "Orders", "Net revenue", "Share", "Orders per session", "Net revenue per session",
      if (has_changes) "Change",
      if (has_costs) c("Cost", "Cost per order", "Return")
    ), number_heading)
  ))
}

#' The numbers of one source: a channel or a campaign.
#'
#' @param id function that returns the id of a number by its name
#' @param money function that formats amounts in the shop's currency
#' @param bar the text of the bar of its sessions, see bar_text()
source_cells <- function(id, source, money, bar) {
  sessions <- behind_number(bar, source$sessions, format_count(source$sessions))
  tagList(
    number_cell(id("sessions"), source$sessions, sessions, "Sessions"),
    number_cell(id("orders"), source$orders, format_credit(source$orders), "Orders"),
    number_cell(id("net"), source$net, money(source$net), "Net revenue"),
    number_cell(id("share"), source$share, format_share(source$share), "Share"),
    number_cell(id("conversion"), source$conversion, format_share(source$conversion), "Orders per session"),
    number_cell(
      id("earned"), source$earned, money(source$earned), "Net revenue per session",
      tags$small(limits_words(source, money))
    )
  )
}

limits_words <- function(source, money) {
  if (source$is_judged) {
    return(paste(money(source$lower), "\u2013", money(source$upper)))
  }
  if (source$sessions > 0) "too few sessions" else "no sessions"
}

#' A number of orders: parts of orders keep a decimal.
format_credit <- function(x) {
  is_whole <- abs(x - round(x)) < 1e-6
  ifelse(is_whole, format_count(x), formatC(x, format = "f", digits = 1, big.mark = NARROW_SPACE))
}

#' The change of net revenue per session, only if it is significant.
change_cell <- function(id, change) {
  text <- if (change$is_sure) format_change(change$change) else "\u2013"
  tip <- if (!is.na(change$change) && !is.na(change$lower)) {
    paste("between", format_change(change$lower), "and", format_change(change$upper))
  }
  cell <- number_cell(id, if (change$is_sure) change$change else NA, text, "Change")
  direction <- if (!change$is_sure) "unsure" else if (change$change > 0) "up" else "down"
  tagAppendAttributes(cell, class = direction, `data-tip` = tip)
}

cost_cells <- function(id, source, money) {
  tagList(
    number_cell(id("cost"), source$cost, money(source$cost), "Cost"),
    number_cell(id("cost-per-order"), source$cost_per_order, money(source$cost_per_order), "Cost per order"),
    number_cell(
      id("return"), source$return_on_cost, format_multiple(source$return_on_cost), "Return",
      if (source$is_below_cost) tags$small(class = "down", "below cost")
    )
  )
}

format_multiple <- function(x) ifelse(is.na(x), "\u2013", paste0(format_average(x), "\u00d7"))
