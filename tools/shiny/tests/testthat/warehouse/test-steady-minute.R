# Answers of the warehouse that arrive one per call of `arrive`.
answers_that_arrive <- function() {
  there <- character()
  begun <- character()
  list(
    ask = function(sql, params = list(), version = NULL) {
      key <- paste(sql, paste(version, collapse = " "))
      begun <<- union(begun, key)
      if (!key %in% there) stop(structure(class = c("answer_pending", "error", "condition"), list(message = "")))
      key
    },
    arrive = function() there <<- c(there, setdiff(begun, there)[1]),
    begun = function() begun
  )
}

is_pending_here <- function(code) inherits(tryCatch(code, answer_pending = identity), "answer_pending")

test_that("a question keeps its minute until all of its answers have arrived, however long they take", {
  warehouse <- answers_that_arrive()
  clock <- 0
  minute <- steady_minute(function() {
    clock <<- clock + 1
    as.character(clock)
  })
  both <- function() minute(function(now) c(warehouse$ask("a", version = now), warehouse$ask("b", version = now)))
  expect_true(is_pending_here(both()))
  warehouse$arrive()
  expect_true(is_pending_here(both()))
  warehouse$arrive()
  expect_equal(both(), c("a 1", "b 1"))
  expect_true(is_pending_here(both()))
  expect_equal(warehouse$begun(), c("a 1", "b 1", "a 2"))
})

test_that("a question that fails is asked again with the new minute", {
  clock <- 0
  minute <- steady_minute(function() {
    clock <<- clock + 1
    as.character(clock)
  })
  expect_error(minute(function(now) stop(query_failed("gone"))), class = "warehouse_query_failed")
  expect_equal(minute(identity), "2")
})

test_that("queries that belong together begin together, and give their answers by name", {
  warehouse <- answers_that_arrive()
  both <- function() asked_together(first = warehouse$ask("a"), second = warehouse$ask("b"))
  expect_true(is_pending_here(both()))
  expect_equal(warehouse$begun(), c("a ", "b "))
  warehouse$arrive()
  expect_true(is_pending_here(both()))
  warehouse$arrive()
  expect_equal(both(), list(first = "a ", second = "b "))
})

test_that("the error of a query that belongs to others is not swallowed", {
  expect_error(asked_together(a = 1, b = stop(query_failed("gone"))), class = "warehouse_query_failed")
})
