#' The card of one action.

#' @param place its place on the tab, from 1
#' @param money function that formats an amount in the shop's currency
#' @param record the controls or the sentence about when it was done, or NULL
action_card <- function(ns, action, place, filters, money, record = NULL) {
  id <- function(what) ns(paste(place, what, sep = "-"))
  words <- action_words(action, filters)
  amount <- function(tag, what, value, round) {
    number_tag(tag, id(what), value, money(in_three_digits(value, round)))
  }
  line <- function(term, ...) tags$div(tags$dt(term), tags$dd(...))
  tags$section(
    class = "card-panel to-do", id = ns(place), `data-kind` = action$kind, `data-key` = action$key,
    tags$h2(class = "card-title", tags$span(class = "to-do-place", place), words$todo),
    tags$p(
      class = "to-do-gain",
      amount(tags$b, "gain", action$point, round), words$gain,
      tags$small(
        "95 % interval:", amount(tags$span, "lower", action$lower, floor), "to",
        amount(tags$span, "upper", action$upper, ceiling)
      )
    ),
    tags$dl(
      line("Evidence", action_evidence(action, id, money)),
      line("How sure", number_tag(
        tags$span, id("q"), action$q,
        sprintf("%s (%s) %s.", sure_words(action$q), q_words(action$q), words$sure)
      )),
      line("Effort", words$cost),
      line("How to prove it", words$proof)
    ),
    tags$a(class = "action", href = words$link$address, words$link$label),
    record
  )
}
