# A pool that keeps its jobs until a test answers them.
a_slow_pool <- function() {
  pool <- new.env()
  pool$jobs <- list()
  pool$ask <- function(job) pool$jobs <- c(pool$jobs, list(job))
  pool$answer <- function(value) {
    jobs <- pool$jobs
    pool$jobs <- list()
    for (job in jobs) job$done(value)
  }
  pool
}

is_pending <- function(code) inherits(tryCatch(code, answer_pending = identity), "answer_pending")

test_that("a pending answer stops the caller, who is notified when it arrives and then gets it", {
  pool <- a_slow_pool()
  answers <- open_answers(pool, a_slow_pool())
  there <- FALSE
  pending <- tryCatch(answers$ask("SELECT", list(), "v1", "me"), answer_pending = identity)
  pending$when_there(function() there <<- TRUE)
  pool$answer(data.frame(n = 1))
  expect_true(there)
  expect_equal(answers$ask("SELECT", list(), "v1", "me")$n, 1)
})

test_that("the same query about the same data runs once for all readers, and again for newer data", {
  pool <- a_slow_pool()
  answers <- open_answers(pool, a_slow_pool())
  for (reader in c("a", "b")) expect_true(is_pending(answers$ask("SELECT", list(1), "v1", reader)))
  expect_length(pool$jobs, 1)
  pool$answer(data.frame(n = 1))
  for (reader in c("a", "b", "c")) expect_equal(answers$ask("SELECT", list(1), "v1", reader)$n, 1)
  expect_true(is_pending(answers$ask("SELECT", list(2), "v1", "a")))
  expect_true(is_pending(answers$ask("SELECT", list(1), "v2", "a")))
  expect_length(pool$jobs, 2)
})

test_that("a query about the current state has its own lane and runs again a little later", {
  watch <- a_slow_pool()
  time <- 0
  answers <- open_answers(a_slow_pool(), watch, now = function() time)
  expect_true(is_pending(answers$ask("SELECT", list(), NULL, "me")))
  watch$answer(data.frame(n = 1))
  expect_equal(answers$ask("SELECT", list(), NULL, "another")$n, 1)
  time <- MOMENT + 0.1
  expect_true(is_pending(answers$ask("SELECT", list(), NULL, "me")))
})

test_that("an error reaches each reader who waited for it, once", {
  pool <- a_slow_pool()
  answers <- open_answers(pool, a_slow_pool())
  for (reader in c("a", "b")) expect_true(is_pending(answers$ask("SELECT", list(), "v1", reader)))
  pool$answer(unreachable(SETTINGS, "gone"))
  for (reader in c("a", "b")) {
    expect_error(answers$ask("SELECT", list(), "v1", reader), class = "warehouse_unreachable")
  }
  expect_true(is_pending(answers$ask("SELECT", list(), "v1", "a")))
})

test_that("a query is wanted until every reader who waits for it has left", {
  pool <- a_slow_pool()
  answers <- open_answers(pool, a_slow_pool())
  for (reader in c("a", "b")) expect_true(is_pending(answers$ask("SELECT", list(), "v1", reader)))
  answers$leave("a")
  expect_true(pool$jobs[[1]]$is_wanted())
  answers$leave("b")
  expect_false(pool$jobs[[1]]$is_wanted())
})

test_that("what a session draws runs again when its answer comes, and not before", {
  pool <- a_slow_pool()
  answers <- open_answers(pool, a_slow_pool())
  drawn <- 0
  shiny::testServer(function(input, output, session) {
    warehouse <- warehouse_of_session(answers, session)
    output$n <- renderText({
      drawn <<- drawn + 1
      warehouse$ask("SELECT", list(), "v1")$n
    })
  }, {
    session$flushReact()
    expect_equal(drawn, 1)
    pool$answer(data.frame(n = 7))
    session$flushReact()
    expect_equal(output$n, "7")
    expect_equal(drawn, 2)
  })
})

test_that("the worker answers over its pipe and its folder", {
  folder <- tempfile()
  dir.create(folder)
  for (number in 1:2) {
    saveRDS(list(sql = paste("question", number), params = list()), file.path(folder, paste0("question-", number)))
  }
  warehouse <- a_fake_warehouse(function(sql, params) {
    if (sql == "question 2") stop_unreachable(SETTINGS, "gone")
    data.frame(sql = sql)
  })
  jobs <- textConnection(c("1", "2"))
  answer_questions(folder, warehouse, jobs)
  expect_equal(readRDS(file.path(folder, "answer-1"))$sql, "question 1")
  expect_s3_class(readRDS(file.path(folder, "answer-2")), "warehouse_unreachable")
})

test_that("real workers ask the real warehouse", {
  settings <- read_config(Sys.getenv())$warehouse
  worker <- start_worker(settings, file.path(DASHBOARD, "worker.R"))
  on.exit(worker$end())
  worker$give("SELECT $1::int AS n", list(7))
  patience <- 1000
  while (is.null(answer <- worker$take()) && (patience <- patience - 1) > 0) Sys.sleep(0.02)
  expect_equal(answer$n, 7)
})
