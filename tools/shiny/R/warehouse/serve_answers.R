#' The workers and answers of a running dashboard.

#' Workers for the queries of readers: each is a process of about 60 MB with a connection to the warehouse.
QUESTION_WORKERS <- 3
#' Seconds after which a freshness query is given up: it is answered at once or not at all.
WATCH_GIVEN_UP_AFTER <- 8

#' Milliseconds between two checks for answers.
LOOK_EVERY_MS <- 20
LOOK_EVERY_MS_IDLE <- 200

#' @param settings connection settings of the warehouse
#' @param script the path of worker.R
#' @return result of open_answers(); answers arrive by themselves while Shiny runs
serve_answers <- function(settings, script) {
  # The server cancels a query after LONGEST_QUESTION: one that takes longer is stuck.
  pools <- list(
    questions = pool_of(settings, script, QUESTION_WORKERS, LONGEST_CONNECT + LONGEST_QUESTION + 2),
    watch = pool_of(settings, script, 1, WATCH_GIVEN_UP_AFTER)
  )
  # Started here, so that the first reader does not wait for R to start.
  for (each in pools) each$warm()
  served <- serve_pools(pools)
  open_answers(served$questions, served$watch)
}

#' @param limit seconds after which a query is given up
pool_of <- function(settings, script, size, limit) {
  reason <- sprintf("No answer within %d seconds.", limit)
  open_worker_pool(function() start_worker(settings, script), size, limit, unreachable(settings, reason))
}

#' The same pools, whose answers arrive by themselves. They end with Shiny.
serve_pools <- function(pools) {
  begun <- reactiveVal(0)
  onStop(function() for (each in pools) each$end())
  # Outside any session: one check serves all readers.
  observe(domain = NULL, {
    begun()
    for (each in pools) each$look()
    is_busy <- any(vapply(pools, function(each) each$is_busy(), TRUE))
    invalidateLater(if (is_busy) LOOK_EVERY_MS else LOOK_EVERY_MS_IDLE, session = NULL)
  })
  lapply(pools, function(pool) {
    modifyList(pool, list(ask = function(job) {
      pool$ask(job)
      begun(isolate(begun()) + 1)
    }))
  })
}
