#' Candidates: steps of the funnel that sessions of one device or channel take less often than all others.

STEP_DIMENSIONS <- c("device", "channel")

#' The kind of action for steps, see product_candidates().
#'
#' @param rows result of ask_funnel()
step_candidates <- function(rows, worth) {
  rows <- rows[rows$device != "bot", , drop = FALSE]
  total <- funnel_steps(rows)$sessions
  found <- do.call(rbind, lapply(STEP_DIMENSIONS, function(by) steps_of_groups(rows, by)))
  list(kind = "step", rows = found, gain = function(certainty) {
    lost <- difference_of(
      share_estimate(found$other_part, found$other_whole, certainty),
      share_estimate(found$part, found$whole, certainty)
    )
    of_order <- mean_estimate(worth$net, worth$squares, worth$orders, certainty)
    go_on <- ordering_from(total, found$topic, certainty)
    product_of(product_of(scaled(lost, found$whole), go_on), of_order[rep(1, nrow(found)), ])
  })
}

#' The share of sessions that go on from a step to an order.
#'
#' @param total sessions at each of FUNNEL_STEPS
ordering_from <- function(total, steps, certainty = CERTAINTY) {
  reached <- match(steps, FUNNEL_STEPS$step)
  last <- length(total)
  go_on <- share_estimate(total[last], total[reached], certainty)
  # A session at the last step has ordered: there is nothing to estimate.
  go_on[reached == last, ] <- 1
  go_on
}

#' Each step of each group against the same step of all other groups. Groups without a name are left out,
#' and so are those with few sessions at the step before.
#'
#' @param by a column of rows
steps_of_groups <- function(rows, by) {
  rows <- rows[rows[[by]] != "unknown", , drop = FALSE]
  if (nrow(rows) == 0) {
    none <- numeric(0)
    return(candidate_rows(character(0), character(0), "step", none, none, none, none, none))
  }
  steps <- FUNNEL_STEPS$column
  groups <- rowsum(as.matrix(rows[steps]), rows[[by]])
  others <- matrix(colSums(groups), nrow(groups), length(steps), byrow = TRUE) - groups
  at <- expand.grid(group = seq_len(nrow(groups)), step = seq_along(steps)[-1])
  reached <- function(counts, offset = 0) counts[cbind(at$group, at$step - offset)]
  part <- reached(groups)
  whole <- reached(groups, 1)
  other_part <- reached(others)
  other_whole <- reached(others, 1)
  # Fisher's exact test: the sessions that go on are drawn from all sessions at the step before.
  chance <- stats::phyper(part, part + other_part, whole + other_whole - part - other_part, whole)
  group <- rownames(groups)[at$group]
  step <- FUNNEL_STEPS$step[at$step]
  candidates <- candidate_rows(
    sprintf("%s/%s/%s", by, group, step), group, step, chance, part, whole, other_part, other_whole, by
  )
  candidates[whole >= FEWEST_USES & other_whole >= FEWEST_USES, , drop = FALSE]
}
