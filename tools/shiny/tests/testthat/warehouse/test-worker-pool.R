# Workers whose answers, and the time of each, are set by a test.
a_pool <- function(size = 2, limit = 10) {
  pool <- new.env()
  pool$time <- 0
  pool$started <- list()
  start <- function() {
    worker <- list2env(list(asked = NULL, answer = NULL, ended = FALSE, dead = FALSE))
    pool$started <- c(pool$started, worker)
    list(
      give = function(sql, params) if (worker$dead) stop("broken pipe") else worker$asked <- sql,
      take = function() {
        answer <- worker$answer
        worker$answer <- NULL
        answer
      },
      end = function() worker$ended <- TRUE
    )
  }
  unanswered <- unreachable(SETTINGS, "no answer")
  pool$pool <- open_worker_pool(start, size, limit, unanswered, now = function() pool$time)
  pool$answers <- list()
  pool$ask <- function(sql, reader = sql, is_wanted = function() TRUE) {
    pool$pool$ask(list(sql = sql, params = list(), reader = reader, is_wanted = is_wanted, done = function(answer) {
      pool$answers[[sql]] <- answer
    }))
  }
  pool$asked <- function() unlist(lapply(pool$started, function(worker) if (!worker$ended) worker$asked))
  pool
}

test_that("each query goes to a separate worker, and its answer to the reader who sent it", {
  pool <- a_pool()
  pool$ask("slow")
  pool$ask("fast")
  expect_equal(pool$asked(), c("slow", "fast"))
  pool$started[[2]]$answer <- data.frame(n = 1)
  pool$pool$look()
  expect_equal(pool$answers, list(fast = data.frame(n = 1)))
  expect_true(pool$pool$is_busy())
})

test_that("a query without a free worker waits for the next one", {
  pool <- a_pool(size = 1)
  pool$ask("first")
  pool$ask("second")
  expect_equal(pool$asked(), "first")
  pool$started[[1]]$answer <- data.frame(n = 1)
  pool$pool$look()
  expect_equal(pool$asked(), "second")
  expect_length(pool$started, 1)
})

test_that("one reader's queries never occupy all workers", {
  pool <- a_pool(size = 3)
  for (i in 1:5) pool$ask(paste("slow", i), reader = "greedy")
  expect_equal(pool$asked(), c("slow 1", "slow 2"))
  pool$ask("fast", reader = "another")
  expect_equal(pool$asked(), c("slow 1", "slow 2", "fast"))
})

test_that("a worker that does not answer within the limit is ended and replaced", {
  pool <- a_pool(size = 1, limit = 10)
  pool$ask("stalled")
  pool$ask("next")
  pool$time <- 9.9
  pool$pool$look()
  expect_length(pool$answers, 0)
  pool$time <- 10
  pool$pool$look()
  expect_s3_class(pool$answers$stalled, "warehouse_unreachable")
  expect_true(pool$started[[1]]$ended)
  expect_equal(pool$asked(), "next")
  pool$started[[2]]$answer <- data.frame(n = 1)
  pool$pool$look()
  expect_equal(pool$answers[["next"]], data.frame(n = 1))
})

test_that("a worker that has died fails its own query only", {
  pool <- a_pool(size = 1)
  pool$pool$warm()
  pool$started[[1]]$dead <- TRUE
  pool$ask("lost")
  pool$pool$look()
  expect_s3_class(pool$answers$lost, "warehouse_unreachable")
  pool$ask("next")
  expect_equal(pool$asked(), "next")
})

test_that("a query that nobody waits for any more does not keep a worker", {
  pool <- a_pool(size = 1)
  wanted <- TRUE
  pool$ask("abandoned", is_wanted = function() wanted)
  pool$ask("never begun", is_wanted = function() wanted)
  pool$ask("wanted")
  wanted <- FALSE
  pool$pool$look()
  expect_true(pool$started[[1]]$ended)
  expect_equal(pool$asked(), "wanted")
})

test_that("a query that nobody waits for any more ends also while it is in the queue", {
  pool <- a_pool(size = 1)
  is_wanted <- TRUE
  pool$ask("running")
  pool$ask("queued", is_wanted = function() is_wanted)
  is_wanted <- FALSE
  pool$pool$look()
  expect_s3_class(pool$answers$queued, "warehouse_unreachable")
  expect_length(pool$answers, 1)
})

test_that("a reader gets an answer that another reader, who has left, was still in the queue for", {
  pool <- a_pool(size = 1)
  answers <- open_answers(pool$pool, pool$pool)
  for (sql in c("running", "queued")) try(answers$ask(sql, list(), "v1", "gone"), silent = TRUE)
  pool$ask("of another")
  answers$leave("gone")
  pool$pool$look()
  pool$pool$look()
  try(answers$ask("queued", list(), "v1", "later"), silent = TRUE)
  for (i in 1:3) {
    for (worker in pool$started) if (!worker$ended) worker$answer <- data.frame(n = 1)
    pool$pool$look()
  }
  expect_equal(answers$ask("queued", list(), "v1", "later")$n, 1)
})
