#' A second R process that queries the warehouse, so that a slow query or an unresponsive server does not
#' block other readers. It uses base R only: job numbers go through a pipe, queries and answers are files in a
#' private folder.

#' Starts worker.R.
#'
#' @param settings connection settings, see read_config()
#' @param script the path of worker.R
#' @return list(give(sql, params), take(), end()): `give` passes it a query, `take` returns the answer (a data
#'   frame or a `warehouse_error`), or NULL while there is none; `end` kills it
start_worker <- function(settings, script) {
  folder <- tempfile("worker-")
  dir.create(folder, mode = "0700")
  saveRDS(settings, file.path(folder, "settings"))
  # exec keeps the process id of the shell, which has to be known before R has started.
  command <- sprintf(
    "echo $$ > %s; exec Rscript --vanilla %s %s", shQuote(file.path(folder, "pid")), shQuote(script),
    shQuote(folder)
  )
  jobs <- pipe(command, "w")
  number <- 0
  list(
    give = function(sql, params) {
      number <<- number + 1
      saveRDS(list(sql = sql, params = params), file.path(folder, paste0("question-", number)))
      writeLines(as.character(number), jobs)
      flush(jobs)
    },
    take = function() {
      file <- file.path(folder, paste0("answer-", number))
      if (!file.exists(file)) {
        return(NULL)
      }
      on.exit(unlink(file))
      readRDS(file)
    },
    end = function() {
      pid <- suppressWarnings(tryCatch(readLines(file.path(folder, "pid"), n = 1), error = function(e) NA))
      if (length(pid) == 1 && !is.na(pid)) tools::pskill(as.integer(pid), tools::SIGKILL)
      try(close(jobs), silent = TRUE)
      unlink(folder, recursive = TRUE)
    }
  )
}

#' The loop of worker.R. It ends when its pipe is closed, also if the dashboard has crashed.
#'
#' @param warehouse result of open_warehouse()
#' @param jobs an open connection with the number of one query per line
answer_questions <- function(folder, warehouse, jobs) {
  while (length(number <- readLines(jobs, n = 1)) == 1) {
    file <- file.path(folder, paste0("question-", number))
    question <- readRDS(file)
    unlink(file)
    answer <- tryCatch(
      warehouse$ask(question$sql, question$params), warehouse_error = identity,
      error = function(e) query_failed(conditionMessage(e))
    )
    # Renamed when complete, because the dashboard polls for the file.
    unfinished <- file.path(folder, "unfinished")
    saveRDS(answer, unfinished, compress = FALSE)
    file.rename(unfinished, file.path(folder, paste0("answer-", number)))
  }
}
