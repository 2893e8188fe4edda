#' A connection to clickstream_dw: opened when first needed, dropped when it fails, and opened again for the
#' next query. Each worker has one (see worker_process.R).

#' A warehouse, whose `ask` is a function(sql, params) that returns a data frame.
#'
#' @param settings list(host, port, dbname, user, password, sslmode)
#' @param driver list(connect = function(settings) connection, ...); tests put their own here
#' @return list(ask, forget)
#' @section Errors: a condition of class `warehouse_unreachable` if the connection fails, and
#'   `warehouse_query_failed` if the server rejects the query. Each message can be shown on the screen.
open_warehouse <- function(settings, driver = postgres_driver()) {
  state <- new.env(parent = emptyenv())
  state$connection <- NULL

  forget <- function() {
    if (!is.null(state$connection)) try(suppressWarnings(DBI::dbDisconnect(state$connection)), silent = TRUE)
    state$connection <- NULL
  }
  connected <- function() {
    if (is.null(state$connection)) {
      state$connection <- tryCatch(driver$connect(settings), error = function(e) {
        stop_unreachable(settings, conditionMessage(e))
      })
    }
    state$connection
  }
  ask <- function(sql, params = list()) {
    reused <- !is.null(state$connection)
    tryCatch(fetch_all(connected(), sql, params), error = function(e) {
      if (inherits(e, "warehouse_unreachable")) stop(e)
      if (is_alive(state$connection)) stop_query_failed(conditionMessage(e))
      forget()
      # An open connection may have been idle while the server restarted: try once more.
      if (reused) ask(sql, params) else stop_unreachable(settings, conditionMessage(e))
    })
  }
  list(ask = function(sql, params = list(), version = NULL) ask(sql, params), forget = forget)
}

#' Seconds after which the server cancels a query.
LONGEST_QUESTION <- 20
#' Seconds to open a connection.
LONGEST_CONNECT <- 3

#' RPostgres if it is installed, otherwise RPostgreSQL (part of Debian). Both use libpq, so the limits are the
#' same. Keepalives detect a peer that has disappeared; the worker pool detects one that does not answer.
postgres_driver <- function() {
  limits <- sprintf("-c statement_timeout=%d -c application_name=sbw_dashboard", LONGEST_QUESTION * 1000)
  of_tcp <- list(keepalives_idle = 5, keepalives_interval = 2, keepalives_count = 3, tcp_user_timeout = 11000)
  list(connect = function(settings) {
    Sys.setenv(PGSSLMODE = settings$sslmode, PGCONNECT_TIMEOUT = LONGEST_CONNECT)
    arguments <- c(settings[c("host", "port", "user", "password")], list(options = limits))
    if (requireNamespace("RPostgres", quietly = TRUE)) {
      driver <- list(RPostgres::Postgres(), bigint = "numeric", dbname = settings$dbname)
      do.call(DBI::dbConnect, c(driver, arguments, lapply(of_tcp, as.character)))
    } else {
      driver <- list(RPostgreSQL::PostgreSQL(), dbname = connection_string(c(settings["dbname"], of_tcp)))
      do.call(DBI::dbConnect, c(driver, arguments))
    }
  })
}

#' A database name for libpq, which reads one with "=" in it as a list of settings: RPostgreSQL has no
#' arguments for TCP settings.
connection_string <- function(settings) {
  quoted <- gsub("(['\\\\])", "\\\\\\1", unlist(settings))
  paste0(names(settings), "='", quoted, "'", collapse = " ")
}

#' All rows of a query. Uses dbSendQuery, because RPostgreSQL's dbGetQuery turns errors into NULL.
fetch_all <- function(connection, sql, params) {
  # Opening the connection may load the driver, which has to happen before its methods are looked up.
  force(connection)
  result <- if (length(params) > 0) {
    DBI::dbSendQuery(connection, sql, params = unname(params))
  } else {
    DBI::dbSendQuery(connection, sql)
  }
  on.exit(DBI::dbClearResult(result))
  DBI::dbFetch(result, n = -1)
}

is_alive <- function(connection) {
  !is.null(connection) &&
    isTRUE(tryCatch(nrow(fetch_all(connection, "SELECT 1 AS one", list())) == 1, error = function(e) FALSE))
}

stop_unreachable <- function(settings, reason) stop(unreachable(settings, reason))

unreachable <- function(settings, reason) {
  message <- sprintf(
    "The warehouse %s on %s:%s does not answer.", settings$dbname, settings$host, settings$port
  )
  structure(
    class = c("warehouse_unreachable", "warehouse_error", "error", "condition"),
    list(message = message, call = NULL, reason = reason)
  )
}

stop_query_failed <- function(reason) stop(query_failed(reason))

query_failed <- function(reason) {
  message <- paste("The warehouse rejected a query:", first_line(reason))
  structure(
    class = c("warehouse_query_failed", "warehouse_error", "error", "condition"),
    list(message = message, call = NULL, reason = reason)
  )
}

#' The server's message without the driver's preamble.
first_line <- function(text) {
  sub("^.*ERROR:\\s*", "", strsplit(sub("^.*?(?=ERROR:)", "", text, perl = TRUE), "\n")[[1]][1])
}
