#' The sections of the letter below its numbers.

#' @param changes result of largest_changes()
letter_changes <- function(changes, overview) {
  title <- if (is.null(overview$changes)) {
    "The week before is not in the data, so nothing is compared"
  } else if (nrow(changes) == 0) {
    "Nothing changed significantly"
  } else if (nrow(changes) == 1) {
    "One significant change"
  } else {
    sprintf("The %s largest significant changes", c("two", "three")[nrow(changes) - 1])
  }
  tags$section(
    tags$h2(id = letter_id("changes"), title),
    if (NROW(changes) > 0) tags$ol(lapply(seq_len(nrow(changes)), function(i) {
      change <- changes[i, ]
      tags$li(
        tags$b(change$label), sprintf("went from %s to %s:", change$before, change$now),
        number_tag(
          tags$b, letter_id(paste0("largest-", i)), change$change, format_change(change$change)
        ),
        sprintf("(%s).", interval_words(cbind(change, metric = "net")))
      )
    }))
  )
}

#' @param month the board on the days that rank actions
#' @param examined result of examined_actions(), NULL if nothing happened
#' @param shown the actions to show
letter_actions <- function(month, examined, shown) {
  filters <- month$filters()
  money <- month$money_in(month$currency)
  if (is.null(examined)) {
    return(NULL)
  }
  tags$section(
    tags$h2(id = letter_id("actions"), actions_headline(shown, money)),
    tags$p(
      class = "caption", sprintf("By the counts of %s.", format_days(filters$from, filters$to)),
      examined_sentence(examined$result, nrow(shown))
    ),
    lapply(seq_len(nrow(shown)), function(i) letter_action(shown[i, ], i, filters, money))
  )
}

letter_action <- function(action, place, filters, money) {
  id <- function(what) letter_id(paste("action", place, what, sep = "-"))
  words <- action_words(action, filters)
  line <- function(term, ...) tags$div(tags$dt(term), tags$dd(...))
  tags$section(
    class = "card-panel to-do", `data-kind` = action$kind, `data-key` = action$key,
    tags$h3(class = "card-title", paste0(place, ". ", words$todo)),
    tags$dl(
      line("Gain", money_between(id, "gain", action, money), sprintf("(%s).", words$gain)),
      line("Evidence", action_evidence(action, id, money)),
      line("How sure", sprintf("%s %s.", sure_words(action$q), words$sure)),
      line("Effort", words$cost)
    )
  )
}

letter_foot <- function(week) {
  until <- week$freshness()$data_until
  tags$footer(
    class = "caption",
    sprintf("Data until %s (%s).", format_moment(until, week$time_zone), week$time_zone),
    "People only; bots are left out. Each number is that of the dashboard for the same days, where \u201cHow",
    "this is counted\u201d shows its SQL. The intervals of a table hold together in 95 of 100 cases."
  )
}
