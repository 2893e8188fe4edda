#' Changes from the previous period, and their significance.

#' The change of each number of the Overview with its confidence interval, CERTAINTY for all of them together.
#' Refunds are too few and too different for an interval.
#'
#' @param now,before results of overview_totals()
#' @param days,days_before the complete days of the two periods, see ask_days()
#' @return a data frame, one row per metric: metric, change, lower, upper (relative; NA if unknown)
overview_changes <- function(now, before, days, days_before) {
  certainty <- certainty_of_each(length(METRICS) - 1)
  ratios <- lapply(stats::setNames(nm = names(METRICS)), function(metric) {
    change_interval(metric, now, before, days, days_before, certainty)
  })
  limits <- do.call(rbind, ratios)
  change <- vapply(names(METRICS), function(metric) relative_change(now[[metric]], before[[metric]]), 0)
  data.frame(
    metric = names(METRICS), change = change, lower = limits$lower - 1, upper = limits$upper - 1,
    row.names = names(METRICS)
  )
}

#' The interval of the ratio of a number to that of the previous period.
change_interval <- function(metric, now, before, days, days_before, certainty) {
  value <- now[[metric]]
  earlier <- before[[metric]]
  # Visitors of days do not add up; their dispersion is that of their sessions.
  daily <- if (metric == "visitors") "sessions" else metric
  switch(metric,
    orders = rate_ratio_interval(value, earlier, certainty = certainty),
    # Orders are independent and differ in amount: the variance of their sum is the sum of their squares
    # (Ross, Introduction to Probability Models, compound Poisson process).
    net = sum_ratio_interval(value, earlier, now$net_squares, before$net_squares, certainty),
    revenue = sum_ratio_interval(value, earlier, now$gross_squares, before$gross_squares, certainty),
    conversion = conversion_ratio(now, before, certainty),
    refunded = data.frame(lower = NA_real_, upper = NA_real_),
    {
      scatter <- dispersion_of(days[[daily]], days_before[[daily]])
      sum_ratio_interval(value, earlier, scatter * value, scatter * earlier, certainty)
    }
  )
}

conversion_ratio <- function(now, before, certainty) {
  limits <- share_difference_interval(
    now$ordering_sessions, now$sessions, before$ordering_sessions, before$sessions, certainty
  )
  if (is.na(before$conversion) || before$conversion == 0) {
    return(data.frame(lower = NA_real_, upper = NA_real_))
  }
  # The limits of a difference may go further than to no order at all.
  as.data.frame(lapply(limits, function(limit) pmax(1 + limit / before$conversion, 0)))
}

#' The smallest change worth showing, however significant it is.
SMALLEST_CHANGE <- 0.005

#' TRUE for significant changes.
is_sure <- function(changes) {
  sure <- changes$lower > 0 | changes$upper < 0
  !is.na(sure) & sure & !is.na(changes$change) & abs(changes$change) >= SMALLEST_CHANGE
}

#' Metrics that the headline may name, each with its verb.
HEADLINE_METRICS <- c(
  net = "net revenue is", orders = "orders are", conversion = "conversion is", sessions = "sessions are",
  visitors = "visitors are"
)

#' The change to show first: the largest significant drop, otherwise the largest significant rise.
worst_change <- function(changes) {
  sure <- changes[is_sure(changes) & changes$metric %in% names(HEADLINE_METRICS), , drop = FALSE]
  falls <- sure[sure$change < 0, , drop = FALSE]
  if (nrow(falls) > 0) falls[which.min(falls$change), ] else sure[which.max(sure$change), ]
}
