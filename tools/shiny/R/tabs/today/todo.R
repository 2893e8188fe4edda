#' What to do: the first actions, open alerts, and what was done lately, as their tabs show them.

#' The actions that are named; the tab Actions shows more.
ACTIONS_NAMED <- 3
#' Days for which a done action is named.
DAYS_OF_DONE <- 28

#' The days by which actions are ranked: a month up to the last of the chosen days, as a week says too little.
days_of_actions <- function(board) {
  days <- complete_days(board$filters(), last_complete_day(
    board$freshness()$data_until, board$today(), board$time_zone
  ))
  if (is.null(days)) {
    return(NULL)
  }
  from <- min(days$from, days$to - DAYS_OF_MONTH + 1)
  modifyList(without_narrowing(days), list(from = min(max(from, board$first_day()), days$to)))
}

todo_card <- function(ns, minute, board) {
  days <- days_of_actions(board)
  if (is.null(days)) {
    return(NULL)
  }
  month <- on_days(board, days)
  examined <- examined_actions(month)
  shown <- if (!is.null(examined)) top_actions(examined$result$found)
  alerts <- board$ask(ask_watch, board$filters(), minute = minute)$alerts
  open <- alerts[is.na(alerts$over_at), , drop = FALSE]
  done <- done_or_null(board)
  money <- board$money_in(board$currency)
  title <- if (NROW(shown) > 0) actions_headline(shown, money) else "Nothing to do is certain to pay off"
  card(
    title, paste0(
      sprintf("By the counts of %s", format_days(days$from, days$to)),
      if (length(board$filters()$only) > 0) ", of all sessions and products"
    ),
    if (NROW(shown) > 0) tags$ol(class = "next-steps", lapply(
      seq_len(min(nrow(shown), ACTIONS_NAMED)), function(i) todo_action(ns, shown[i, ], i, days, money)
    )),
    tags$p(tags$a(
      class = "action", href = address_of("actions", days),
      if (NROW(shown) > 0) "See all actions and their evidence" else "See what was examined"
    )),
    open_alerts(ns, open, board$filters()),
    done_lately_list(ns, done, board)
  )
}

todo_action <- function(ns, action, place, days, money) {
  id <- function(what) ns(paste("action", place, what, sep = "-"))
  words <- action_words(action, days)
  tags$li(
    tags$a(href = words$link$address, words$todo), tags$small(
      "at least", number_tag(
        tags$b, id("lower"), action$lower, money(in_three_digits(action$lower, floor))
      ), "a month", sprintf("(%s)", tolower(sure_words(action$q)))
    )
  )
}

ALERTS_NAMED <- 3

#' The open alerts, each as Trust words it.
open_alerts <- function(ns, open, filters) {
  if (nrow(open) == 0) {
    return(tags$p(class = "none", id = ns("alerts"), `data-value` = "0", "No alert is open."))
  }
  tags$div(
    id = ns("alerts"), `data-value` = nrow(open),
    tags$p(
      tags$b(open_alerts_sentence(open)),
      tags$a(
        href = address_of("trust", filters),
        if (nrow(open) == 1) "See it on Trust" else "See them on Trust"
      )
    ),
    tags$ul(lapply(utils::head(open$words, ALERTS_NAMED), function(words) tags$li(alert_words(words))))
  )
}

#' What was done in the last weeks: a cause of a change is often one's own.
done_lately_list <- function(ns, done, board) {
  done <- if (!is.null(done)) still_done(done)
  done <- done[done$done_on > board$today() - DAYS_OF_DONE & done$done_on <= board$today(), , drop = FALSE]
  if (NROW(done) == 0) {
    return(NULL)
  }
  tags$div(
    id = ns("done"), `data-value` = nrow(done), tags$p(tags$b("Done lately")),
    tags$ul(lapply(seq_len(nrow(done)), function(i) tags$li(sprintf(
      "%s: %s", format_day(done$done_on[i]), subject_words(done[i, ])
    ))))
  )
}
