#' The funnel in numbers and in words: product view, add to cart, checkout, order.

#' The steps in order: the event that makes each, its column in the views of `dash`, its name on the screen.
FUNNEL_STEPS <- data.frame(
  step = c("product_view", "add_to_cart_click", "checkout_start", "checkout_complete"),
  column = c("viewed", "carted", "checked_out", "ordered"),
  label = c("Product view", "Add to cart", "Checkout", "Order"),
  stringsAsFactors = FALSE
)

BREAKDOWNS <- c("Device" = "device", "Login state" = "login_state", "Channel" = "channel")

#' Sessions that reached each step.
#'
#' @param rows rows of ask_funnel(), any number of them
#' @return FUNNEL_STEPS with sessions, of_first and of_previous (shares, NA where nothing came before) and
#'   lost (sessions that reached the step before and not this one)
funnel_steps <- function(rows) {
  sessions <- unname(colSums(rows[FUNNEL_STEPS$column]))
  before <- c(NA, sessions[-length(sessions)])
  cbind(FUNNEL_STEPS, data.frame(
    sessions = sessions,
    of_first = share_of(sessions, sessions[1]),
    of_previous = share_of(sessions, before),
    lost = before - sessions
  ))
}

#' The steps of each value of a dimension, most sessions first.
#'
#' @param dimension one of BREAKDOWNS
#' @return a list of list(group, sessions, steps)
funnel_by <- function(rows, dimension) {
  groups <- split(rows, rows[[dimension]])
  parts <- lapply(names(groups), function(group) {
    list(group = group, sessions = sum(groups[[group]]$sessions), steps = funnel_steps(groups[[group]]))
  })
  parts[order(-vapply(parts, function(part) part$sessions, 0), names(groups))]
}

#' The row of the step at which most sessions leave, or NULL when nobody left.
largest_loss <- function(steps) {
  at <- which.max(steps$lost)
  if (length(at) == 0 || steps$lost[at] == 0) NULL else at
}

#' The sentence that the funnel proves.
#'
#' @param told the steps that events tell of, see ask_steps_told(): one that none tells of loses nobody
funnel_headline <- function(steps, told = steps$step) {
  viewed <- steps$sessions[1]
  if (viewed == 0) {
    if (steps$step[1] %in% told) {
      return("No session viewed a product.")
    }
    return("No product views arrive, and the funnel begins with them.")
  }
  ordered <- steps$sessions[nrow(steps)]
  outcome <- if (ordered == 0) {
    who <- paste(format_count(viewed), plural(viewed, "session"))
    paste("None of the", who, "that viewed a product placed an order")
  } else {
    sprintf("%s of sessions that viewed a product placed an order", format_share(ordered / viewed))
  }
  at <- largest_loss(steps)
  if (is.null(at)) {
    return(paste0(outcome, "; nobody left on the way."))
  }
  is_told <- steps$step %in% c(told, steps$step[c(1, nrow(steps))])
  from <- max(which(is_told[seq_len(at - 1)]))
  to <- at - 1 + which(is_told[at:nrow(steps)])[1]
  sprintf(
    "%s; the largest loss is %s \u2192 %s.", outcome, tolower(steps$label[from]), tolower(steps$label[to])
  )
}

#' What is said of steps that no event tells of: "No checkout events arrive: ..." NULL where all are told.
untold_note <- function(steps, told) {
  last <- nrow(steps)
  untold <- steps$label[!steps$step %in% c(told, steps$step[c(1, last)])]
  if (length(untold) == 0 || steps$sessions[1] == 0) {
    return(NULL)
  }
  sprintf(
    "No %s events arrive: a session that goes further down the funnel counts there too.",
    in_words(tolower(untold))
  )
}

#' Orders per product view of a group, 0 for one that viewed nothing.
final_rate <- function(group) {
  rate <- group$steps$of_first[nrow(group$steps)]
  if (is.na(rate)) 0 else rate
}

#' The sentence that the comparison proves: the two groups that differ most surely. Bots and groups with few
#' product views say nothing about shoppers, and what may be chance is not claimed: each pair of groups is
#' held to what makes all pairs together as sure as CERTAINTY.
groups_headline <- function(groups, label) {
  groups <- Filter(function(group) group$group != "bot" && group$steps$sessions[1] >= 30, groups)
  if (length(groups) < 2) {
    return(paste("The steps by", tolower(label)))
  }
  pair <- surest_pair(groups)
  if (is.null(pair)) {
    return(sprintf("Orders by %s do not differ by more than chance", tolower(label)))
  }
  sprintf(
    "%s sessions order more often (%s of product views) than %s (%s)",
    group_label(pair$better$group), format_share(final_rate(pair$better)),
    tolower(group_label(pair$worse$group)), format_share(final_rate(pair$worse))
  )
}

#' @param groups of funnel_by(), each with product views
#' @return list(better, worse): the pair whose difference is at least the largest, or NULL when none is sure
surest_pair <- function(groups) {
  viewed <- vapply(groups, function(group) group$steps$sessions[1], 0)
  ordered <- vapply(groups, function(group) group$steps$sessions[nrow(group$steps)], 0)
  pair <- surest_difference(ordered, viewed)
  if (!is.null(pair)) list(better = groups[[pair[1]]], worse = groups[[pair[2]]])
}
