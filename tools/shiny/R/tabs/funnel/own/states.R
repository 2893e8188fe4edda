#' States of the reader's funnel: refused, empty, too slow, and while an answer is awaited.

#' @param refused a condition of class `funnel_refused`
refusal_state <- function(refused, advice = "") {
  state_panel(
    "refused", "This funnel cannot be counted", trimws(paste(conditionMessage(refused), advice))
  )
}

own_empty <- function(definition, board) {
  empty <- empty_state(board$filters(), board$freshness()$events > 0, what = paste0(definition$unit, "s"))
  first <- definition$steps[[1]]
  tagList(
    tags$p(class = "caption", if (definition$order == "any") {
      sprintf("No %s did any of these steps.", definition$unit)
    } else {
      sprintf(
        "No %s did the first step: %s.%s", definition$unit, step_label(first),
        if (definition$unit == "cart") " A cart begins when something is added to it." else ""
      )
    }),
    empty
  )
}

#' An error of the warehouse: too slow has its own advice.
own_error_state <- function(error) {
  if (!grepl("statement timeout", conditionMessage(error), fixed = TRUE)) {
    return(error_state(error))
  }
  state_panel("error", "This funnel takes too long to count", paste(
    sprintf("It was stopped after %d seconds.", LONGEST_QUESTION),
    "Choose fewer days, a shorter time for all steps, or count sessions instead of visitors."
  ), action_button("retry", "Try again"))
}

#' A function that draws, and shows a skeleton while an answer to a new question is awaited. New data for the
#' same question leaves the figures as they are until it arrives.
#'
#' @param key function() that returns what is asked
skeleton_for_new <- function(key) {
  shown <- NULL
  function(draw) {
    asked <- key()
    tryCatch(
      {
        content <- or_own_error(draw)
        shown <<- asked
        content
      },
      answer_pending = function(pending) if (identical(asked, shown)) stop(pending) else skeleton()
    )
  }
}

#' Draws a further part, with its own error: it may be slow although the totals are not.
or_own_error <- function(draw) {
  tryCatch(draw(), warehouse_error = function(error) {
    message(conditionMessage(error), " ", error$reason)
    own_error_state(error)
  })
}

#' The answer, or NULL while it is awaited: the caller runs again when it arrives.
unless_pending <- function(answer) tryCatch(answer, answer_pending = function(pending) NULL)

#' A reactive of the newest answer: NULL until the first, and the same while a newer one is awaited or fails.
kept_answer <- function(ask) {
  kept <- reactiveVal(NULL)
  observe({
    answer <- tryCatch(ask(), answer_pending = function(e) NULL, warehouse_error = function(e) NULL)
    if (!is.null(answer)) kept(answer)
  })
  kept
}
