#' The context of a tab outside of a session: queries are answered at once, and filters do not change.

#' @param config result of read_config()
#' @param today the shop's date
letter_board <- function(warehouse, config, today) {
  fresh <- ask_freshness(warehouse)
  ask <- function(question, ...) {
    question(warehouse, ..., time_zone = config$time_zone, version = fresh$version)
  }
  list(
    ask = ask, freshness = function() fresh, first_day = function() ask(ask_first_day),
    today = function() today,
    done = function() ask(ask_done), record = list(is_open = FALSE), time_zone = config$time_zone,
    currency = config$currency, money_in = function(currency) money_formatter(config$locale, currency)
  )
}

#' The same context for other days.
on_days <- function(board, filters) modifyList(board, list(filters = function() filters))
