#' Actions: the findings among all candidates, as money a month. No Shiny, no SQL.

#' The most actions on the tab.
MOST_ACTIONS <- 5

#' The days of a month, to which gains are scaled.
DAYS_OF_MONTH <- 30

#' What was examined, in words, by kind: one, and several.
EXAMINED <- list(
  product = c("product", "products"), step = c("step of the funnel", "steps of the funnel"),
  campaign = c("campaign", "campaigns"),
  cart = c("reminder of abandoned carts", "reminders of abandoned carts"),
  term = c("search term", "search terms")
)

#' The findings among the candidates of all kinds together, the largest certain gain first.
#'
#' @param kinds list of kinds of actions, see product_candidates()
#' @param days the number of days that were counted
#' @return list(found: all rows with kind, q, and point, lower and upper of the gain in a month; examined: the
#'   number of candidates by kind)
actions_among <- function(kinds, days) {
  rows <- do.call(rbind, lapply(kinds, function(kind) {
    cbind(kind = rep(kind$kind, nrow(kind$rows)), kind$rows)
  }))
  examined <- vapply(kinds, function(kind) nrow(kind$rows), 0)
  names(examined) <- vapply(kinds, function(kind) kind$kind, "")
  gains <- findings_among(rows$chance, function(certainty) {
    gain <- do.call(rbind, lapply(kinds, function(kind) kind$gain(certainty)))
    scaled(gain, DAYS_OF_MONTH / days)
  })
  found <- cbind(rows, gains)[gains$is_found, , drop = FALSE]
  list(found = found[order(-found$lower, found$kind, found$key), , drop = FALSE], examined = examined)
}

#' The actions to show: of each step only the first, since several groups may lose the same orders at it.
top_actions <- function(found) {
  is_first <- found$kind != "step" | !duplicated(paste(found$kind, found$topic))
  utils::head(found[is_first, , drop = FALSE], MOST_ACTIONS)
}

#' The number of days in the selection for which there are data.
#'
#' @param data_until a POSIXct, NA if it is not known
counted_days <- function(filters, first_day, data_until, time_zone) {
  to <- min(filters$to, day_of(data_until, time_zone), na.rm = TRUE)
  max(1, as.integer(to - max(filters$from, first_day)) + 1)
}

#' "40 products, 12 steps of the funnel and 1 search term"
examined_in_words <- function(examined) {
  some <- examined[examined > 0]
  in_words(vapply(names(some), function(kind) {
    paste(format_count(some[[kind]]), EXAMINED[[kind]][if (some[[kind]] == 1) 1 else 2])
  }, ""))
}

#' The certainty of a finding in words.
sure_words <- function(q) {
  words <- c("Nearly certain", "Very likely", "Likely", "Probable")
  words[findInterval(q, c(0.001, 0.01, 0.05)) + 1]
}

#' "q = 0.017", "q < 0.0001"
q_words <- function(q) {
  if (q < 0.0001) "q < 0.0001" else paste("q =", format(signif(q, 2), scientific = FALSE))
}

#' An estimated amount with three digits, the others being noise; limits are rounded outwards.
#'
#' @param round round, floor or ceiling
in_three_digits <- function(amount, round = base::round) {
  unit <- 10^pmax(floor(log10(pmax(abs(amount), 1))) - 2, 0)
  round(amount / unit) * unit
}
