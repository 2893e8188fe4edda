# Orders whose things are drawn one by one, some far more often than others.
drawn <- function(sizes, popularity) {
  lapply(sizes, function(size) sample.int(length(popularity), size, prob = popularity))
}

test_that("a pair is expected as often as it meets on average, however popular its things are", {
  set.seed(9)
  popularity <- 1 / seq_len(20)
  sizes <- rep(c(2, 3, 7), c(200, 80, 20))
  pairs <- list(c(1, 2), c(1, 20), c(3, 5), c(12, 19))
  draws <- replicate(150, {
    groups <- drawn(sizes, popularity)
    groups_of <- tabulate(unlist(groups), 20)
    if (any(groups_of == 0)) return(rep(NA, 8))
    met <- vapply(pairs, function(pair) sum(vapply(groups, function(group) all(pair %in% group), NA)), 0)
    one <- vapply(pairs, `[`, 0, 1)
    other <- vapply(pairs, `[`, 0, 2)
    c(met, expected_together(groups_of, c(2, 3, 7), c(200, 80, 20), one, other))
  })
  means <- rowMeans(draws, na.rm = TRUE)
  expect_equal(means[1:4] / means[5:8], rep(1, 4), tolerance = 0.05)
})

test_that("all pairs of a few things add up to those of the groups", {
  # Three things, each in two of three groups of two: each pair is one of three.
  expect_equal(expected_together(c(2, 2, 2), 2, 3, c(1, 1, 2), c(2, 3, 3)), rep(1, 3), tolerance = 1e-3)
})

test_that("a thing in every group meets another in each of its groups", {
  expect_equal(expected_together(c(60, rep(3, 20)), 2, 60, c(1, 1), c(2, 21)), c(3, 3), tolerance = 0.05)
})

test_that("nothing meets where there are no groups", {
  expect_equal(expected_together(numeric(0), numeric(0), numeric(0), integer(0), integer(0)), numeric(0))
})
