#' A pool of workers that query the warehouse, and its queue.

#' The most queries of one reader that run at a time, so that slow ones leave workers for other readers.
RUNNING_OF_ONE_READER <- 2

#' @param start function() that starts a worker, see start_worker()
#' @param size number of workers; they start when first needed, and again after they were ended
#' @param limit seconds after which a query counts as unanswered and its worker is ended
#' @param unanswered the `warehouse_error` of such a query
#' @param now function() that returns the time in seconds
#' @return list(ask, look, is_busy, warm, end). `look()` passes answers on and has to be called repeatedly
#'   while `is_busy()`; no function here ever waits.
open_worker_pool <- function(start, size, limit, unanswered, now = function() proc.time()[["elapsed"]]) {
  workers <- list()
  queue <- list()

  running_of <- function(reader) {
    sum(vapply(workers, function(worker) identical(worker$job$reader, reader), TRUE))
  }
  add_worker <- function() {
    worker <- list2env(list(process = start(), job = NULL), parent = emptyenv())
    workers <<- c(workers, worker)
    worker
  }
  idle_worker <- function() {
    idle <- Filter(function(worker) is.null(worker$job), workers)
    if (length(idle) > 0) idle[[1]] else if (length(workers) < size) add_worker()
  }
  remove_worker <- function(worker) {
    worker$process$end()
    workers <<- Filter(function(other) !identical(other, worker), workers)
  }
  begin <- function(worker, job) {
    worker$job <- job
    worker$deadline <- now() + limit
    # Writing to a dead worker fails: its query ends like an unanswered one.
    tryCatch(worker$process$give(job$sql, job$params), error = function(e) worker$deadline <- now())
  }
  hand_out <- function() {
    waiting <- queue
    queue <<- list()
    for (job in waiting) {
      if (!job$is_wanted()) {
        # Ended, not only left out: a reader who comes for the same answer would wait for it forever.
        job$done(unanswered)
      } else {
        worker <- if (running_of(job$reader) < RUNNING_OF_ONE_READER) idle_worker()
        if (is.null(worker)) queue <<- c(queue, list(job)) else begin(worker, job)
      }
    }
  }
  look_at <- function(worker) {
    job <- worker$job
    answer <- worker$process$take()
    if (is.null(answer)) {
      if (now() < worker$deadline && job$is_wanted()) {
        return()
      }
      remove_worker(worker)
      answer <- unanswered
    }
    worker$job <- NULL
    job$done(answer)
  }
  at_work <- function() Filter(function(worker) !is.null(worker$job), workers)

  list(
    #' @param job list(sql, params, reader, is_wanted, done): `is_wanted()` is TRUE while anybody waits for
    #'   the answer, `done(answer)` takes a data frame or a `warehouse_error` and is always called once
    ask = function(job) {
      queue <<- c(queue, list(job))
      hand_out()
    },
    look = function() {
      for (worker in at_work()) look_at(worker)
      hand_out()
    },
    is_busy = function() length(queue) + length(at_work()) > 0,
    warm = function() while (length(workers) < size) add_worker(),
    end = function() for (worker in workers) remove_worker(worker)
  )
}
