#' Clicks that record an action as done, change its day or withdraw it.

#' @param board with `record`, see serve_record(), and the reactive `today`
#' @param drawn an environment with what the reader sees: shown, the rows on cards; filters, theirs; done
#' @return a function that returns the sentence about the last click, NULL before the first
record_server <- function(input, board, drawn) {
  said <- reactiveVal(NULL)
  observeEvent(input$record, {
    click <- if (is.list(input$record)) input$record else list()
    if (length(drawn$filters$only) > 0) return(said(ONLY_FOR_ALL))
    made <- entry_of(click, drawn$shown, drawn$done, drawn$filters, board$currency, board$today())
    if (is.null(made$entry) || !board$record$is_open) {
      said(made$problem)
    } else {
      board$record$write(SQL_ENTER, list(entry_json(made$entry)), function(answer) {
        if (inherits(answer, "warehouse_error")) message(conditionMessage(answer), " ", answer$reason)
        said(recorded_sentence(made$entry, answer))
      })
    }
  })
  function() said()
}

#' The last line of a card: the day on which it was done lately, or the controls to record it.
#'
#' @param done result of ask_done(), or NULL if it could not be read
record_of_card <- function(ns, action, done, board) {
  if (is.null(done)) {
    return(NULL)
  }
  lately <- done_lately(action, done, board$today())
  if (!is.null(lately)) {
    day <- format_day(lately$done_on, year = TRUE)
    return(tags$p(class = "done-note", sprintf("\u2713 Done on %s.", day)))
  }
  if (length(board$filters()$only) > 0) {
    return(tags$p(class = "done-note", ONLY_FOR_ALL))
  }
  if (board$record$is_open) done_form(ns, action, board$today())
}

#' A promise is kept with its days, login state and traffic, and measured by them.
ONLY_FOR_ALL <- "To mark it as done, remove the filters above the tab: its gain is measured for all sessions."

#' The record, NULL while it cannot be read: the other figures are shown all the same.
done_or_null <- function(board) tryCatch(board$done(), warehouse_error = function(error) NULL)
