URL <- "postgres://shiny_ro:secret@127.0.0.1:4340/clickstream_dw"

test_that("defaults are the shop's, only the warehouse must be given", {
  config <- read_config(c(DW_SHINY_URL = URL))
  expect_null(config$record)
  expect_equal(config$port, 3838L)
  expect_equal(config[c("time_zone", "locale", "currency")], list(
    time_zone = "Asia/Ho_Chi_Minh", locale = "vi-VN", currency = "VND"
  ))
  expect_equal(config$warehouse, list(
    user = "shiny_ro", password = "secret", host = "127.0.0.1", port = "4340", dbname = "clickstream_dw",
    sslmode = "prefer"
  ))
})

test_that("everything that is missing or wrong is named at once", {
  env <- c(
    DW_DONE_URL = "done", SHINY_PORT = "web", SHOP_TIME_ZONE = "Hanoi", SHOP_LOCALE = "?", SHOP_CURRENCY = "dong"
  )
  message <- tryCatch(read_config(env), error = conditionMessage)
  for (name in c("DW_SHINY_URL", names(env))) expect_match(message, name)
})

test_that("an empty variable counts as not set", {
  expect_error(read_config(c(DW_SHINY_URL = "")), "DW_SHINY_URL is not set")
  expect_equal(read_config(c(DW_SHINY_URL = URL, SHINY_PORT = ""))$port, 3838L)
})

test_that("an address that is not PostgreSQL's is refused", {
  for (url in c("mysql://a:b@c/d", "postgres://host/db", "postgres://a:b@host:x/db", "nonsense")) {
    expect_error(read_config(c(DW_SHINY_URL = url)), "DW_SHINY_URL is not of the form")
  }
})

test_that("passwords may hold any character, percent-encoded", {
  settings <- parse_postgres_url("postgres://u:p%40ss%2Fw%3Aord@db:5433/dw")
  expect_equal(settings[c("user", "password", "port")], list(user = "u", password = "p@ss/w:ord", port = "5433"))
})

test_that("the port may be left out, the host may be IPv6, and TLS may be asked for", {
  expect_equal(parse_postgres_url("postgres://u:p@db/dw")$port, "5432")
  expect_equal(parse_postgres_url("postgres://u:p@[::1]:5432/dw")$host, "::1")
  expect_equal(parse_postgres_url("postgresql://u:p@db/dw?sslmode=verify-full")$sslmode, "verify-full")
})

test_that("a zone without a whole-hour offset is rejected by name, with advice", {
  zones <- c(
    "Asia/Kolkata", "Asia/Calcutta", "Asia/Kathmandu", "Asia/Tehran", "Asia/Kabul", "Asia/Yangon", "Asia/Colombo",
    "Australia/Adelaide", "Australia/Darwin", "Australia/Eucla", "America/St_Johns", "Pacific/Marquesas",
    "Pacific/Chatham",
    # Whole hours in winter, half an hour more in summer.
    "Australia/Lord_Howe"
  )
  for (zone in zones) {
    message <- tryCatch(
      read_config(c(DW_SHINY_URL = "postgres://u:p@db/dw", SHOP_TIME_ZONE = zone)), error = conditionMessage
    )
    expect_match(message, paste("SHOP_TIME_ZONE is", zone), fixed = TRUE)
    expect_match(message, "Set a nearby zone with a whole-hour offset", fixed = TRUE)
  }
})

test_that("zones with a whole-hour offset are accepted, with summer time or without", {
  for (zone in c("Asia/Ho_Chi_Minh", "UTC", "Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Karachi")) {
    expect_equal(read_config(c(DW_SHINY_URL = "postgres://u:p@db/dw", SHOP_TIME_ZONE = zone))$time_zone, zone)
  }
})

test_that("texts of the real environment are plain, so that a data frame accepts them", {
  before <- Sys.getenv(c("DW_SHINY_URL", "SHOP_CURRENCY"), unset = NA)
  on.exit(do.call(Sys.setenv, as.list(ifelse(is.na(before), "", before))))
  Sys.setenv(DW_SHINY_URL = URL, SHOP_CURRENCY = "USD")
  config <- read_config()
  expect_identical(config$currency, "USD")
  expect_equal(nrow(data.frame(currency = config$currency)), 1)
})
