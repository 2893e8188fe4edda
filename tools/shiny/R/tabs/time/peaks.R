#' Hours and weekdays with significant differences.

#' The dispersion of hours around the average of their hour of the week (see dispersion_of()); NA if each hour
#' of the week occurred only once.
#'
#' @param hours rows of ask_hours()
#' @param grid result of week_grid() for them
week_scatter <- function(hours, grid) {
  slot <- match(paste(weekday_of(hours$day), hours$hour), paste(grid$weekday, grid$hour))
  known <- grid$total > 0 & grid$times > 0
  # Hours without events have no row: each adds its full average.
  squares <- sum(hours$n^2 / grid$average[slot]) - sum(grid$total[known])
  freedom <- sum(grid$times[known]) - sum(known)
  if (freedom > 0) max(1, squares / freedom) else NA_real_
}

#' The hour of the week with the highest average, if it is significantly above the average of all hours: a
#' Poisson count, scaled by the dispersion, corrected for all hours that occurred (Bonferroni).
#'
#' @return a row of the grid, or NULL
sure_peak <- function(grid, scatter) {
  came <- grid[grid$times > 0, ]
  peak <- came[which.max(came$average), ]
  expected <- sum(came$total) / sum(came$times) * peak$times
  # The upper tail of a Poisson distribution, as the incomplete gamma function, which also takes fractions.
  chance <- stats::pgamma(expected / scatter, peak$total / scatter)
  if (!is.na(chance) && chance < 1 - certainty_of_each(nrow(came))) peak
}

#' The busiest and the quietest weekday, if their days differ significantly: Tukey and Kramer's test of all
#' pairs (Kramer, Biometrics 12, 1956), on counts whose variance Anscombe's root makes equal (Biometrika 35,
#' 1948).
#'
#' @param days data frame: day, value; complete days only
#' @return list(busiest, quietest), weekdays from 1 for Monday, or NULL
sure_weekdays <- function(days) {
  weekday <- weekday_of(days$day)
  root <- sqrt(days$value + 3 / 8)
  means <- tapply(root, weekday, mean)
  n <- tapply(root, weekday, length)
  freedom <- length(root) - length(means)
  if (freedom < 1 || length(means) < 2) {
    return(NULL)
  }
  variance <- sum((root - means[as.character(weekday)])^2) / freedom
  ends <- c(which.max(means), which.min(means))
  distance <- (means[ends[1]] - means[ends[2]]) / sqrt(variance / 2 * sum(1 / n[ends]))
  chance <- stats::ptukey(distance, length(means), freedom, lower.tail = FALSE)
  if (!is.na(chance) && chance < 1 - CERTAINTY) {
    list(busiest = as.integer(names(means)[ends[1]]), quietest = as.integer(names(means)[ends[2]]))
  }
}
