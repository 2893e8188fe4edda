#' Answers that may change without new events: they are asked for again each minute.

this_minute <- function() format(Sys.time(), "%Y-%m-%d %H:%M")

#' The minute that is part of the key of such answers. It does not change while one of them is pending:
#' otherwise queries that take more than a minute together would begin again and never end.
#'
#' @param now function() that returns the minute as text
#' @return function(answer): the result of `answer(minute)`
steady_minute <- function(now = this_minute) {
  begun <- NULL
  function(answer) {
    if (is.null(begun)) begun <<- now()
    is_pending <- FALSE
    on.exit(if (!is_pending) begun <<- NULL)
    withCallingHandlers(answer(begun), answer_pending = function(pending) is_pending <<- TRUE)
  }
}

#' The answers to several queries that run at the same time, a list with the names of the arguments.
#'
#' @param ... expressions that query the warehouse
#' @section Errors: `answer_pending` after all of them have begun
asked_together <- function(...) {
  answers <- stats::setNames(vector("list", ...length()), ...names())
  waiting <- NULL
  for (i in seq_along(answers)) {
    answer <- tryCatch(...elt(i), answer_pending = identity)
    if (inherits(answer, "answer_pending")) waiting <- answer else answers[[i]] <- answer
  }
  if (!is.null(waiting)) stop(waiting)
  answers
}
