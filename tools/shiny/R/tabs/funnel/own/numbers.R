#' Figures and sentences of a funnel of the reader's own steps.

#' @param rows result of ask_own_funnel(), or the rows of one group
#' @return a data frame, one row per step: step, label, units, pending, lost, median, of_before, of_first
#'   (shares, NA if there is no earlier step), revenue (JSON)
own_steps <- function(rows, definition) {
  before <- c(NA, rows$units[-nrow(rows)])
  data.frame(
    step = rows$step, label = step_labels(definition), units = rows$units, pending = rows$pending,
    lost = rows$lost, median = rows$median_seconds, of_before = share_of(rows$units, before),
    of_first = ifelse(rows$step == 1, NA, share_of(rows$units, rows$units[1])), revenue = rows$revenue,
    stringsAsFactors = FALSE
  )
}

#' The name of each step on the screen. In any order, a step of the result is not a step of the definition.
step_labels <- function(definition) {
  n <- length(definition$steps)
  if (definition$order == "any") {
    return(c(sprintf("%d of the steps", seq_len(n - 1)), sprintf("All %d steps", n)))
  }
  vapply(definition$steps, step_label, "")
}

#' "checkout_complete" -> "Order", as on the standard funnel
event_label <- function(event) {
  known <- FUNNEL_STEPS$label[match(event, FUNNEL_STEPS$step)]
  ifelse(is.na(known), group_label(event), known)
}

step_label <- function(step) {
  if (is.null(step$field)) {
    return(event_label(step$event))
  }
  field <- tolower(names(OWN_FIELDS)[OWN_FIELDS == step$field])
  kind <- names(OWN_KINDS)[OWN_KINDS == step$kind]
  sprintf("%s (%s %s \u201c%s\u201d)", event_label(step$event), sub(" id$", "", field), kind, step$value)
}

#' "340 sessions"
units_words <- function(n, definition) paste(format_count(n), plural(n, definition$unit))

reached_words <- function(definition) {
  if (definition$order == "any") "did all of the steps" else "reached the last step"
}

#' The title: the outcome and the largest loss. Units that can still go on are not lost.
own_headline <- function(steps, definition) {
  last <- nrow(steps)
  begun <- steps$units[1]
  done <- steps$units[last]
  share <- if (done == 0) "None" else format_share(done / begun)
  pending <- sum(steps$pending)
  outcome <- paste0(
    share, " of ", units_words(begun, definition), " ", reached_words(definition), if (pending > 0) " so far"
  )
  lost <- steps$lost[-last]
  at <- which(lost == max(lost))
  loss <- if (max(lost) == 0) {
    "none is lost"
  } else if (length(at) > 1) {
    sprintf("the largest losses, %s each, are after %s", format_count(max(lost)), in_words(steps$label[at]))
  } else {
    sprintf(
      "the largest loss, %s, is between %s and %s", units_words(max(lost), definition), steps$label[at],
      steps$label[at + 1]
    )
  }
  paste0(
    outcome, "; ", loss,
    if (pending > 0) paste0("; ", units_words(pending, definition), " can still go on"), "."
  )
}

#' Units from which a share says little.
FEW_UNITS <- 30

#' The range of the share that reached the last step. While some can still go on it is what can become of it:
#' a share without them would be too high, since those who finished early are among the others.
own_interval_words <- function(steps, definition) {
  begun <- steps$units[1]
  done <- steps$units[nrow(steps)]
  pending <- sum(steps$pending)
  if (pending > 0) {
    return(sprintf(
      "%s can still go on: when their time is over, the share is between %s and %s.",
      units_words(pending, definition), format_share(done / begun), format_share((done + pending) / begun)
    ))
  }
  limits <- share_interval(done, begun)
  sprintf(
    "95 %% interval of the share: %s to %s.%s", format_share(max(limits$lower, 0)),
    format_share(min(limits$upper, 1)),
    if (begun < FEW_UNITS) " That is a small number: choose more days for a firmer share." else ""
  )
}

#' The revenue of a step: a data frame of currency and net, the shop's currency first. Orders without a
#' currency are in the shop's.
step_revenue <- function(json, shop_currency) {
  listed <- jsonlite::parse_json(json)
  if (length(listed) == 0) {
    return(data.frame(currency = character(0), net = numeric(0)))
  }
  sums <- stats::aggregate(net ~ currency, FUN = sum, data = data.frame(
    currency = vapply(listed, function(one) if (is.null(one$currency)) shop_currency else one$currency, ""),
    net = vapply(listed, function(one) as.numeric(one$net), 0)
  ))
  sums[order(sums$currency != shop_currency, sums$currency), ]
}

#' Seconds -> "45 s", "3 h 12 min"
format_step_time <- function(seconds) {
  if (is.na(seconds)) {
    return("\u2013")
  }
  if (seconds < 59.5) paste(round(seconds), "s") else format_duration(max(seconds, 60))
}
