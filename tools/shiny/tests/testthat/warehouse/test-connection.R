# A DBI connection in memory: `answer` returns the rows or fails; a broken one fails every query.
setClass("FakeConnection", contains = "DBIConnection", slots = c(state = "environment"))
setClass("FakeResult", contains = "DBIResult", slots = c(rows = "data.frame"))
setMethod("dbSendQuery", signature("FakeConnection", "character"), function(conn, statement, ...) {
  if (isTRUE(conn@state$broken)) stop("no connection to the server")
  if (grepl("nonsense", statement)) stop("RPosgreSQL error: ERROR:  syntax error at \"nonsense\"\nLINE 1")
  new("FakeResult", rows = data.frame(one = 1, name = conn@state$name))
})
setMethod("dbFetch", signature("FakeResult", "numeric"), function(res, n, ...) res@rows)
setMethod("dbClearResult", "FakeResult", function(res, ...) TRUE)
setMethod("dbDisconnect", "FakeConnection", function(conn, ...) TRUE)

# A driver that counts what it opens; `down` makes it refuse.
a_driver <- function() {
  driver <- new.env()
  driver$opened <- list()
  driver$down <- FALSE
  driver$connect <- function(settings) {
    if (driver$down) stop("connection refused")
    state <- list2env(list(name = length(driver$opened) + 1))
    driver$opened <- c(driver$opened, state)
    new("FakeConnection", state = state)
  }
  driver
}

test_that("one connection is opened when first needed, and kept", {
  driver <- a_driver()
  warehouse <- open_warehouse(SETTINGS, driver)
  expect_length(driver$opened, 0)
  expect_equal(warehouse$ask("SELECT 1")$name, 1)
  expect_equal(warehouse$ask("SELECT 1")$name, 1)
  expect_length(driver$opened, 1)
})

test_that("a connection that died while idle is replaced without the reader's notice", {
  driver <- a_driver()
  warehouse <- open_warehouse(SETTINGS, driver)
  warehouse$ask("SELECT 1")
  driver$opened[[1]]$broken <- TRUE
  expect_equal(warehouse$ask("SELECT 1")$name, 2)
})

test_that("a warehouse that is away is named with its address, without its password", {
  driver <- a_driver()
  driver$down <- TRUE
  error <- tryCatch(open_warehouse(SETTINGS, driver)$ask("SELECT 1"), error = identity)
  expect_s3_class(error, "warehouse_unreachable")
  expect_equal(conditionMessage(error), "The warehouse clickstream_dw on db:5432 does not answer.")
  expect_equal(error$reason, "connection refused")
})

test_that("a warehouse that went away and came back answers again", {
  driver <- a_driver()
  warehouse <- open_warehouse(SETTINGS, driver)
  warehouse$ask("SELECT 1")
  driver$opened[[1]]$broken <- TRUE
  driver$down <- TRUE
  expect_error(warehouse$ask("SELECT 1"), class = "warehouse_unreachable")
  driver$down <- FALSE
  expect_equal(warehouse$ask("SELECT 1")$name, 2)
})

test_that("a rejected query keeps the connection, and shows the server's message", {
  driver <- a_driver()
  warehouse <- open_warehouse(SETTINGS, driver)
  error <- tryCatch(warehouse$ask("nonsense"), error = identity)
  expect_s3_class(error, "warehouse_query_failed")
  expect_equal(conditionMessage(error), "The warehouse rejected a query: syntax error at \"nonsense\"")
  expect_equal(warehouse$ask("SELECT 1")$name, 1)
})

test_that("a connection that breaks at every query is not tried forever", {
  driver <- a_driver()
  driver$connect <- function(settings) new("FakeConnection", state = list2env(list(broken = TRUE, name = 0)))
  expect_error(open_warehouse(SETTINGS, driver)$ask("SELECT 1"), class = "warehouse_unreachable")
})

test_that("limits of TCP reach libpq through the name of the database, whatever it is called", {
  expect_equal(connection_string(list(dbname = "clickstream_dw", keepalives_idle = 5)),
    "dbname='clickstream_dw' keepalives_idle='5'")
  expect_equal(connection_string(list(dbname = "it's \\")), "dbname='it\\'s \\\\'")
})
