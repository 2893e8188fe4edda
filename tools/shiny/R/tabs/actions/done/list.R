#' The list of done actions: what was promised, what was measured, and the controls to change an entry.

#' The most done actions that are measured at once: each asks for the counts of its own days.
MOST_DONE <- 10

#' @param done result of still_done()
done_list <- function(ns, done, board) {
  if (nrow(done) == 0) {
    return(NULL)
  }
  shown <- utils::head(done, MOST_DONE)
  results <- lapply(seq_len(nrow(shown)), function(i) {
    result_of(shown[i, ], done[done$action_id != shown$action_id[i], , drop = FALSE], board)
  })
  tags$section(
    class = "done-list",
    tags$h2(id = ns("done-headline"), done_headline(results)),
    tags$p(
      class = "caption", "Promised is the gain that was shown when it was recorded. Measured is the change",
      "from the two or four weeks before it to as many after it, against what was left as it was.",
      if (nrow(done) > nrow(shown)) sprintf(
        "The latest %d of %s are shown.", nrow(shown), format_count(nrow(done))
      )
    ),
    lapply(seq_len(nrow(shown)), function(i) done_card(ns, shown[i, ], results[[i]], i, board))
  )
}

done_card <- function(ns, action, result, place, board) {
  id <- function(what) ns(paste("done", place, what, sep = "-"))
  money <- board$money_in(action$currency)
  line <- function(term, ...) tags$div(tags$dt(term), tags$dd(...))
  tags$section(
    class = "card-panel done-card", id = ns(paste0("done-", place)), `data-kind` = action$kind,
    `data-key` = action$key, `data-state` = result_state(result),
    tags$h3(class = "card-title", capital(subject_words(action))),
    tags$dl(
      line("Done on", tags$time(datetime = format(action$done_on), format_day(action$done_on, year = TRUE))),
      line("Promised", money_between(id, "promised", action, money), promise_days(action)),
      line("Measured", measured_words(id, action, result, money)),
      if (result$state == "ready") line("Counted", counted_words(id, action, result, money))
    ),
    if (board$record$is_open) change_form(ns, action, board$today())
  )
}

#' "1.2 m a month (0.4 m to 2.0 m)", each limit in full under its id.
money_between <- function(id, what, gain, money) {
  point <- number_tag(tags$b, id(what), gain$point, money(in_three_digits(gain$point)))
  tagList(point, "a month,", money_limits(id, what, gain, money))
}

#' "between 0.4 m and 2.0 m": the limits alone, where the middle would be a claim.
money_limits <- function(id, what, gain, money) {
  limit <- function(side, round) {
    amount <- money(in_three_digits(gain[[side]], round))
    number_tag(tags$span, id(paste(what, side, sep = "-")), gain[[side]], amount)
  }
  tagList("between", limit("lower", floor), "and", limit("upper", ceiling))
}

promise_days <- function(action) {
  sprintf("(by the counts of %s).", format_days(action$counted_from, action$counted_to))
}
