#' A second R process that asks the warehouse, so that a slow question, or a server that never answers,
#' holds up nobody. Base R alone: jobs go down a pipe by number, questions and answers are files of a
#' private folder.

#' Starts worker.R.
#'
#' @param settings where the warehouse is, see read_config()
#' @param script the path of worker.R
#' @return list(give(sql, params), take(), end()): `give` hands it a question, `take` gives its answer, a
#'   data frame or a `warehouse_error`, or NULL while there is none; `end` kills it
start_worker <- function(settings, script) {
  folder <- tempfile("worker-")
  dir.create(folder, mode = "0700")
  saveRDS(settings, file.path(folder, "settings"))
  # exec keeps the number of the shell's process, which has to be known before R has even begun.
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

#' What worker.R does until its pipe is closed, which is also how it notices that the dashboard has ended.
#'
#' @param warehouse what open_warehouse() gives
#' @param jobs an open connection that gives the number of one question a line
answer_questions <- function(folder, warehouse, jobs) {
  while (length(number <- readLines(jobs, n = 1)) == 1) {
    file <- file.path(folder, paste0("question-", number))
    question <- readRDS(file)
    unlink(file)
    answer <- tryCatch(
      warehouse$ask(question$sql, question$params), warehouse_error = identity,
      error = function(e) query_failed(conditionMessage(e))
    )
    # Renamed when it is whole: the dashboard looks for it all the time.
    unfinished <- file.path(folder, "unfinished")
    saveRDS(answer, unfinished, compress = FALSE)
    file.rename(unfinished, file.path(folder, paste0("answer-", number)))
  }
}
