#' A cache of the warehouse's answers for all readers, and the queries in progress. Code that needs an answer
#' that is still pending stops with a condition of class `answer_pending`: Shiny leaves the output as it is
#' and runs the code again once the answer has arrived. So the drawing code reads as if answers were
#' immediate, while the R process that serves all readers never waits.

#' Seconds for which an answer about the current state is shared with other readers.
MOMENT <- 2

#' @param questions,watch worker pools. `watch` has its own worker for urgent queries: whether the warehouse
#'   answers, and how new its data is
#' @return list(ask, leave): functions of a query and the reader who sends it, such as the token of a session
open_answers <- function(questions, watch, now = function() proc.time()[["elapsed"]]) {
  kept <- cachem::cache_mem(max_size = 64 * 1024^2, max_age = 600)
  pending <- new.env(parent = emptyenv())

  known <- function(key, version, reader) {
    answer <- kept$get(key)
    if (cachem::is.key_missing(answer)) {
      return(NULL)
    }
    if (!inherits(answer$value, "warehouse_error")) {
      return(if (!is.null(version) || now() - answer$at <= MOMENT) answer)
    }
    # An error goes once to each reader who waited for it. Asking again starts a new query.
    if (reader %in% answer$readers) {
      kept$set(key, modifyList(answer, list(readers = setdiff(answer$readers, reader))))
      answer
    }
  }
  begin <- function(key, sql, params, version, reader) {
    question <- list2env(list(readers = reader, waiting = list()), parent = emptyenv())
    pending[[key]] <- question
    lane <- if (is.null(version)) watch else questions
    lane$ask(list(
      sql = sql, params = params, reader = reader,
      is_wanted = function() length(question$readers) > 0,
      done = function(answer) {
        kept$set(key, list(value = answer, at = now(), readers = question$readers))
        rm(list = key, envir = pending)
        for (go_on in question$waiting) go_on()
      }
    ))
  }

  list(
    #' @param version version of the data: the answer never changes. NULL for a query about the current state
    #' @section Errors: `warehouse_error`, or `answer_pending`
    ask = function(sql, params, version, reader) {
      key <- rlang::hash(list(version, sql, params))
      answer <- known(key, version, reader)
      if (is.null(answer)) {
        if (is.null(pending[[key]])) begin(key, sql, params, version, reader)
        stop_pending(pending[[key]], reader)
      }
      if (inherits(answer$value, "warehouse_error")) stop(answer$value)
      answer$value
    },
    #' Drops the queries that only this reader waits for, so that a reader who has left does not keep a
    #' worker.
    leave = function(reader) {
      for (question in as.list(pending)) question$readers <- setdiff(question$readers, reader)
    }
  )
}

#' @section Errors: always, with `when_there(go_on)`, which calls `go_on()` once the answer has arrived
stop_pending <- function(question, reader) {
  question$readers <- union(question$readers, reader)
  stop(structure(
    class = c("answer_pending", "shiny.output.cancel", "shiny.silent.error", "error", "condition"),
    list(message = "The answer has not arrived yet.", call = NULL, when_there = function(go_on) {
      question$waiting <- c(question$waiting, go_on)
    })
  ))
}

#' The warehouse for one browser session: code that queries it runs again when the answer arrives.
warehouse_of_session <- function(answers, session) {
  asking <- 0
  session$onSessionEnded(function() answers$leave(session$token))
  arrived <- function() {
    asking <<- asking - 1
    # Sent after the figures: the page counts as busy until it shows them.
    session$onFlushed(function() if (asking == 0) session$sendCustomMessage("asking", FALSE))
  }
  list(ask = function(sql, params = list(), version = NULL) {
    tryCatch(answers$ask(sql, params, version, session$token), answer_pending = function(pending) {
      there <- reactiveVal(FALSE)
      pending$when_there(function() there(TRUE))
      there()
      if (!is.null(version)) {
        asking <<- asking + 1
        session$sendCustomMessage("asking", TRUE)
        pending$when_there(arrived)
      }
      stop(pending)
    })
  })
}

#' The warehouse for requests outside a session, such as a file.
#'
#' @param answer function(warehouse) that returns the result
#' @return a promise of the result
with_warehouse <- function(answers, reader, answer) {
  warehouse <- list(ask = function(sql, params = list(), version = NULL) {
    answers$ask(sql, params, version, reader)
  })
  promises::promise(function(resolve, reject) {
    try_again <- function() {
      tryCatch(
        {
          # Passed unevaluated, its condition would go to the promise.
          value <- answer(warehouse)
          resolve(value)
        },
        answer_pending = function(pending) pending$when_there(try_again), error = reject
      )
    }
    try_again()
  })
}
