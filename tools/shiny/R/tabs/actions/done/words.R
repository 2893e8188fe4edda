#' What came of a done action, in words.

#' One word for the state of a result: "early", "unknown", "open", "more" or "less".
result_state <- function(result) if (result$state == "ready") verdict_of(result$gain) else result$state

#' The title of the list. It claims a gain or a loss only where the interval leaves out zero.
#'
#' @param results list of result_of()
done_headline <- function(results) {
  states <- vapply(results, result_state, "")
  n <- length(states)
  words <- c(
    more = "paid off", less = "cost more than it brought", open = "not decided", early = "too early to judge",
    unknown = "without a comparison"
  )
  found <- vapply(intersect(names(words), states), function(state) {
    paste(format_count(sum(states == state)), words[[state]])
  }, "")
  sprintf("%s %s done: %s", format_count(n), plural(n, "action"), in_words(found))
}

measured_words <- function(id, action, result, money) {
  if (result$state == "early") {
    return(sprintf("Too early: two weeks can be compared from %s.", format_day(result$due, year = TRUE)))
  }
  if (result$state == "unknown") {
    return(paste(
      "Nothing to compare with: there is too little data on the days before or after it, or on what was left",
      "as it was."
    ))
  }
  weeks <- c("14" = "Two", "28" = "Four")[[as.character(result$days)]]
  gain <- result$gain
  if (!all(is.finite(unlist(gain)))) {
    return(sprintf("%s weeks: not decided, since too little happened for an interval.", weeks))
  }
  verdict <- verdict_of(gain)
  if (verdict == "open") {
    return(tagList(
      sprintf("%s weeks: not decided, since zero is possible:", weeks),
      money_limits(id, "measured", gain, money), "a month."
    ))
  }
  tagList(
    sprintf("%s weeks:", weeks), money_between(id, "measured", gain, money), paste0("\u2013 ", switch(verdict,
      more = sprintf("it paid off; %s.", against_promise(action, gain)),
      less = "it cost more than it brought."
    ))
  )
}

#' The measured interval against the promised one.
against_promise <- function(action, gain) {
  if (gain$upper < action$lower) {
    "less than promised"
  } else if (gain$lower > action$upper) {
    "more than promised"
  } else {
    "the promise is within what was measured, as far as can be seen"
  }
}

#' The counts behind a result.
counted_words <- function(id, action, result, money) {
  before <- result$before
  after <- result$after
  number <- function(name, value, write) number_tag(tags$span, id(name), value, write(value))
  if (action$kind == "campaign") {
    return(tagList(
      "Its costs went from", number("cost-before", before$cost, money), "to",
      tagList(number("cost-after", after$cost, money), ", its net revenue from"),
      number("net-before", before$net, money), "to",
      tagList(number("net-after", after$net, money), ", that of the other campaigns from"),
      number("other-before", before$other_net, money), "to",
      tagList(number("other-after", after$other_net, money), ".")
    ))
  }
  rate <- function(name, part, whole) {
    tagList(
      number(paste0(name, "-part"), part, format_count), "of",
      number(paste0(name, "-whole"), whole, format_count),
      sprintf("(%s)", format_share(share_of(part, whole)))
    )
  }
  tagList(
    paste0(capital(RATE_WORDS[[action$kind]]), ":"), rate("before", before$part, before$whole), "before,",
    rate("after", after$part, after$whole), "after.", paste0(CONTROL_WORDS[[action$kind]], ":"),
    rate("other-before", before$other_part, before$other_whole), "before,",
    rate("other-after", after$other_part, after$other_whole), "after."
  )
}

#' What was counted, by kind.
RATE_WORDS <- list(
  product = "add to carts, of views", step = "sessions that went on",
  term = "searches after which a product was opened",
  cart = "carts of known customers bought after a pause"
)

#' What it is compared with, by kind.
CONTROL_WORDS <- list(
  product = "The rest of its category", step = "The other groups", term = "Searches with results",
  cart = "Carts of customers who cannot be reminded"
)
