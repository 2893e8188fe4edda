#' Records that readers write: done actions, saved views. Each has a worker of its own, since its role may
#' write and the others only read. The worker starts with the first entry: most days have none.

#' @param settings connection settings with the role of the record, or NULL: then nothing can be written
#' @param script the path of worker.R
serve_record <- function(settings, script) {
  if (is.null(settings)) {
    return(open_record(NULL))
  }
  open_record(serve_pools(list(pool_of(settings, script, 1, LONGEST_CONNECT + LONGEST_QUESTION + 2)))[[1]])
}

#' @param pool a worker pool, or NULL
#' @return list(is_open, changes, write): `changes()` is a reactive count of the entries that were written
#'   here, `write(sql, params, done)` calls `done(answer)` with the rows or a `warehouse_error`
open_record <- function(pool) {
  changes <- reactiveVal(0)
  list(is_open = !is.null(pool), changes = function() changes(), write = function(sql, params, done) {
    pool$ask(list(
      sql = sql, params = params, reader = "record", is_wanted = function() TRUE, done = function(answer) {
        changes(isolate(changes()) + 1)
        done(answer)
      }
    ))
  })
}

#' Records into which nothing can be written.
no_records <- function() list(done = open_record(NULL), saved = open_record(NULL))
