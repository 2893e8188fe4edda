#' Pairs by chance: how often two things meet if each group keeps its size, each thing its number of groups,
#' and who meets whom is drawn.

#' The expected number of groups with both things of a pair. A thing is in a group of some size with a chance
#' whose logit is the sum of one term for the thing and one for the size (Rasch's model), by the numbers that
#' are kept. In a group of fixed size two things are not independent: Hajek's formula for rejective sampling
#' (Annals of Mathematical Statistics 35, 1964), scaled so that all pairs of a size add up.
#'
#' @param groups_of the number of groups of each thing, at least 1
#' @param sizes,count the sizes of groups, each once, and the number of groups of that size
#' @param one,other positions of the things of each pair
expected_together <- function(groups_of, sizes, count, one, other) {
  if (length(groups_of) < 2) {
    return(numeric(length(one)))
  }
  chance <- membership_chances(groups_of, sizes, count)
  spread <- chance * (1 - chance)
  all_spread <- pmax(colSums(spread), 1e-9)
  twice_pairs <- function(of) colSums(of)^2 - colSums(of^2)
  scale <- sizes * (sizes - 1) / pmax(twice_pairs(chance) - twice_pairs(spread) / all_spread, 1e-9)
  both <- chance[one, , drop = FALSE] * chance[other, , drop = FALSE]
  less <- spread[one, , drop = FALSE] * spread[other, , drop = FALSE]
  c(both %*% (scale * count) - less %*% (scale * count / all_spread))
}

#' The chance of each thing (row) to be in a group of each size (column), by Newton's steps for rows and
#' columns in turn.
membership_chances <- function(groups_of, sizes, count, steps = 200) {
  by_thing <- stats::qlogis(pmin(groups_of / sum(count), 0.99))
  by_size <- log(sizes / sum(groups_of) * sum(count))
  # One step changes a logit by at most one, since a thing in nearly all groups would overshoot.
  step <- function(missing, slope) pmax(pmin(missing / pmax(slope, 1e-9), 1), -1)
  for (i in seq_len(steps)) {
    chance <- stats::plogis(outer(by_thing, by_size, "+"))
    missing <- groups_of - c(chance %*% count)
    by_thing <- by_thing + step(missing, c((chance * (1 - chance)) %*% count))
    chance <- stats::plogis(outer(by_thing, by_size, "+"))
    by_size <- by_size + step(sizes - colSums(chance), colSums(chance * (1 - chance)))
    if (max(abs(missing) / groups_of) < 1e-4) break
  }
  chance
}
