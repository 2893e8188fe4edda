#' The only place where the environment is read.
#'
#' | name             | needed | meaning                                                               |
#' |------------------|--------|-----------------------------------------------------------------------|
#' | `DW_SHINY_URL`   | yes    | postgres://shiny_ro:password@host:port/clickstream_dw[?sslmode=...]   |
#' | `DW_DONE_URL`    | no     | the same with the role shiny_done, which records done actions         |
#' | `DW_SAVED_URL`   | no     | the same with the role shiny_saved, which saves views of the dashboard |
#' | `SHINY_PORT`     | no     | port on 127.0.0.1, 3838                                               |
#' | `SHOP_TIME_ZONE` | no     | time zone of the shop's days, Asia/Ho_Chi_Minh                        |
#' | `SHOP_LOCALE`    | no     | locale in which money is written, vi-VN                               |
#' | `SHOP_CURRENCY`  | no     | ISO 4217 code of the shop's money, VND                                |
#'
#' @param env a named character vector of environment variables
#' @return list(warehouse = connection settings, record and saved = the same or NULL, port, time_zone, locale,
#'   currency)
#' @section Errors: one message that names everything missing or wrong.
read_config <- function(env = Sys.getenv()) {
  value_of <- function(name, otherwise = "") {
    # Sys.getenv() gives its texts a class that a data frame rejects.
    value <- unname(unclass(env)[name])
    if (is.na(value) || !nzchar(value)) otherwise else value
  }
  config <- list(
    warehouse = parse_postgres_url(value_of("DW_SHINY_URL")),
    record = parse_postgres_url(value_of("DW_DONE_URL")),
    saved = parse_postgres_url(value_of("DW_SAVED_URL")),
    port = suppressWarnings(as.integer(value_of("SHINY_PORT", "3838"))),
    time_zone = value_of("SHOP_TIME_ZONE", "Asia/Ho_Chi_Minh"),
    locale = value_of("SHOP_LOCALE", "vi-VN"),
    currency = toupper(value_of("SHOP_CURRENCY", "VND"))
  )
  problems <- c(
    if (!nzchar(value_of("DW_SHINY_URL"))) {
      "DW_SHINY_URL is not set"
    } else if (is.null(config$warehouse)) {
      "DW_SHINY_URL is not of the form postgres://user:password@host:port/database"
    },
    if (nzchar(value_of("DW_DONE_URL")) && is.null(config$record)) {
      "DW_DONE_URL is not of the form postgres://user:password@host:port/database"
    },
    if (nzchar(value_of("DW_SAVED_URL")) && is.null(config$saved)) {
      "DW_SAVED_URL is not of the form postgres://user:password@host:port/database"
    },
    if (is.na(config$port) || config$port < 1 || config$port > 65535) "SHINY_PORT is not a port number",
    problem_of_zone(config$time_zone),
    if (!grepl("^[a-z]{2,3}(-[A-Za-z0-9]+)*$", config$locale)) "SHOP_LOCALE is not a locale, such as vi-VN",
    if (!grepl("^[A-Z]{3}$", config$currency)) "SHOP_CURRENCY is not a currency code, such as VND"
  )
  if (length(problems) > 0) stop(paste(problems, collapse = "; "), call. = FALSE)
  config
}

#' The reason why days cannot be counted in a zone, or NULL. Events are counted by the UTC hour, so each hour
#' of the shop has to start with a UTC hour, in winter and in summer.
#'
#' @param moments times to check: by default each month from three years ago to two years ahead
problem_of_zone <- function(zone, moments = Sys.time() + (-36:24) * 30 * 86400) {
  if (!zone %in% OlsonNames()) {
    return("SHOP_TIME_ZONE is not a time zone, such as Asia/Ho_Chi_Minh")
  }
  if (any(format(moments, "%M:%S", tz = zone) != format(moments, "%M:%S", tz = "UTC"))) {
    sprintf(paste(
      "SHOP_TIME_ZONE is %s, whose offset from UTC is not a whole number of hours. Events are counted by the",
      "UTC hour, so days would be cut at the wrong moment. Set a nearby zone with a whole-hour offset, such",
      "as Asia/Karachi or Asia/Dhaka for Asia/Kolkata"
    ), zone)
  }
}

#' The parts of a postgres:// URL, percent-decoded, or NULL if it is not one.
parse_postgres_url <- function(url) {
  pattern <- paste0(
    "^postgres(?:ql)?://", "([^:@/]+)(?::([^@/]*))?@", "([^:/?]+|\\[[0-9a-fA-F:]+\\])(?::(\\d+))?",
    "/([^?]+)(?:\\?(.*))?$"
  )
  parts <- regmatches(url, regexec(pattern, url, perl = TRUE))[[1]]
  if (length(parts) == 0) {
    return(NULL)
  }
  query <- utils::URLdecode(parts[7])
  list(
    user = utils::URLdecode(parts[2]),
    password = utils::URLdecode(parts[3]),
    host = gsub("^\\[|\\]$", "", parts[4]),
    port = if (nzchar(parts[5])) parts[5] else "5432",
    dbname = utils::URLdecode(parts[6]),
    sslmode = if (grepl("sslmode=", query)) sub(".*sslmode=([a-z-]+).*", "\\1", query) else "prefer"
  )
}
