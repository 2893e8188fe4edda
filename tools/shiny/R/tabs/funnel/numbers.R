#' Figures and sentences of the funnel: product view, add to cart, checkout, order.

#' The steps in order: the event of each, its column in the views of `dash`, its name on the screen.
FUNNEL_STEPS <- data.frame(
  step = c("product_view", "add_to_cart_click", "checkout_start", "checkout_complete"),
  column = c("viewed", "carted", "checked_out", "ordered"),
  label = c("Product view", "Add to cart", "Checkout", "Order"),
  stringsAsFactors = FALSE
)

BREAKDOWNS <- c("Device" = "device", "Login state" = "login_state", "Channel" = "channel")

#' Sessions that reached each step.
#'
#' @param rows any rows of ask_funnel()
#' @return FUNNEL_STEPS with sessions, of_first and of_previous (shares, NA if there is no earlier step) and
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

#' The row of the step with the largest loss of sessions, or NULL if none was lost.
largest_loss <- function(steps) {
  at <- which.max(steps$lost)
  if (length(at) == 0 || steps$lost[at] == 0) NULL else at
}

#' The title of the tab: the outcome and the largest loss.
#'
#' @param reported the steps for which events arrive, see ask_reported_steps(): the others have no losses
funnel_headline <- function(steps, reported = steps$step) {
  viewed <- steps$sessions[1]
  if (viewed == 0) {
    if (steps$step[1] %in% reported) {
      return("No session viewed a product.")
    }
    return("No product view events arrive, and the funnel starts with them.")
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
    return(paste0(outcome, "; no session dropped out."))
  }
  is_reported <- steps$step %in% c(reported, steps$step[c(1, nrow(steps))])
  from <- max(which(is_reported[seq_len(at - 1)]))
  to <- at - 1 + which(is_reported[at:nrow(steps)])[1]
  sprintf(
    "%s; the largest loss is %s \u2192 %s.", outcome, tolower(steps$label[from]), tolower(steps$label[to])
  )
}

#' A note on steps without events: "No checkout events arrive: ..." NULL if all steps are reported.
unreported_note <- function(steps, reported) {
  last <- nrow(steps)
  unreported <- steps$label[!steps$step %in% c(reported, steps$step[c(1, last)])]
  if (length(unreported) == 0 || steps$sessions[1] == 0) {
    return(NULL)
  }
  sprintf(
    "No %s events arrive: sessions that reach a later step are counted there too.",
    in_words(tolower(unreported))
  )
}

#' Orders per product view of a group, 0 for a group without product views.
final_rate <- function(group) {
  rate <- group$steps$of_first[nrow(group$steps)]
  if (is.na(rate)) 0 else rate
}

#' The title of the comparison: the two groups with the most significant difference. Bots and groups with few
#' product views are left out. All pairs of groups together are compared with CERTAINTY.
groups_headline <- function(groups, label) {
  groups <- Filter(function(group) group$group != "bot" && group$steps$sessions[1] >= 30, groups)
  if (length(groups) < 2) {
    return(paste("Steps by", tolower(label)))
  }
  pair <- surest_pair(groups)
  if (is.null(pair)) {
    return(sprintf("Order rates do not differ significantly by %s", tolower(label)))
  }
  sprintf(
    "%s sessions order more often (%s of product views) than %s (%s)",
    group_label(pair$better$group), format_share(final_rate(pair$better)),
    tolower(group_label(pair$worse$group)), format_share(final_rate(pair$worse))
  )
}

#' @param groups groups of funnel_by(), each with product views
#' @return list(better, worse): the pair with the most significant difference, or NULL if there is none
surest_pair <- function(groups) {
  viewed <- vapply(groups, function(group) group$steps$sessions[1], 0)
  ordered <- vapply(groups, function(group) group$steps$sessions[nrow(group$steps)], 0)
  pair <- surest_difference(ordered, viewed)
  if (!is.null(pair)) list(better = groups[[pair[1]]], worse = groups[[pair[2]]])
}
