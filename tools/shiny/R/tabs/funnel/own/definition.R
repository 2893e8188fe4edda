#' A funnel of the reader's own steps, as one value:
#' list(steps, order, window, unit, entry, breakdown). A step is list(event), or list(event, field, kind,
#' value) with one condition; window is list(count, of); breakdown is up to two of OWN_BREAKDOWNS.

OWN_FIELDS <- c("Product ID" = "product", "Category" = "category", "Page" = "page")
OWN_KINDS <- c("is" = "is", "starts with" = "starts_with")
#' `direct` is `strict` with all other events watched, and no step repeated.
OWN_ORDERS <- c(
  "In this order" = "ordered", "In this order, no step out of turn" = "strict",
  "In this order, nothing in between" = "direct", "In any order" = "any"
)
OWN_UNITS <- c("Sessions" = "session", "Visitors" = "visitor", "Carts" = "cart")
OWN_ENTRIES <- c("All: the best one counts" = "every", "Only the first" = "first")
OWN_BREAKDOWNS <- c(
  "Device" = "device", "Login state" = "login_state", "Channel" = "channel", "Campaign" = "campaign",
  "Product" = "product", "Category" = "category", "Page" = "page"
)
#' Seconds of the units in which a window is given.
OWN_SPANS <- c(minute = 60, hour = 3600, day = 86400)
LONGEST_WINDOW <- 90 * OWN_SPANS[["day"]]
FEWEST_STEPS <- 2
MOST_STEPS <- 8
LONGEST_NAME <- 200

STEPS_OF_A_PURCHASE <- list(
  list(event = "product_view"), list(event = "add_to_cart_click"), list(event = "checkout_start"),
  list(event = "checkout_complete")
)

#' The funnel of a purchase: the builder begins with it.
USUAL_DEFINITION <- list(
  steps = STEPS_OF_A_PURCHASE, order = "ordered",
  window = list(count = 1, of = "day"), unit = "session", entry = "every", breakdown = character(0)
)

#' The definition in a value from outside, an address or a form, in which anything may be wrong.
#'
#' @section Errors: a condition of class `funnel_refused`, whose message can be shown on the screen
checked_definition <- function(raw) {
  steps <- raw$steps
  if (!is.list(steps) || length(steps) < FEWEST_STEPS || length(steps) > MOST_STEPS) {
    refuse_funnel("A funnel has %d to %d steps; this one has %d.", FEWEST_STEPS, MOST_STEPS, length(steps))
  }
  breakdown <- unlist(raw$breakdown)
  if (length(breakdown) > 2 || anyDuplicated(breakdown) || !all(breakdown %in% OWN_BREAKDOWNS)) {
    refuse_funnel(
      "It is split by \u201c%s\u201d. Choose up to two different ones of %s.",
      shortened(paste(breakdown, collapse = ", ")), in_words(OWN_BREAKDOWNS)
    )
  }
  list(
    steps = lapply(seq_along(steps), function(i) checked_step(steps[[i]], i)),
    order = checked_word("order", raw$order, OWN_ORDERS), window = checked_window(raw$window),
    unit = checked_word("unit", raw$unit, OWN_UNITS), entry = checked_word("entry", raw$entry, OWN_ENTRIES),
    breakdown = as.character(breakdown)
  )
}

checked_step <- function(step, place) {
  if (!is.list(step) || !is_name(step$event)) refuse_funnel("Step %d has no event. Choose one.", place)
  if (is.null(step$field) || identical(step$field, "")) {
    return(list(event = step$event))
  }
  what <- sprintf("the condition of step %d", place)
  field <- checked_word(what, step$field, OWN_FIELDS)
  kind <- checked_word(what, step$kind, OWN_KINDS)
  if (!is_name(step$value)) {
    refuse_funnel("The %s of step %d has no value. Type one, or choose no condition.", field, place)
  }
  list(event = step$event, field = field, kind = kind, value = step$value)
}

checked_window <- function(window) {
  window <- as.list(window)
  count <- suppressWarnings(as.numeric(window$count))
  of <- window$of
  fits <- length(count) == 1 && length(of) == 1 && !is.na(count) && of %in% names(OWN_SPANS) &&
    count >= 1 && count == round(count) && count * OWN_SPANS[[of]] <= LONGEST_WINDOW
  if (!fits) refuse_funnel(
    "The time for all steps is \u201c%s %s\u201d. It must be a whole number from 1 minute to 90 days.",
    shortened(window$count), shortened(of)
  )
  list(count = count, of = of)
}

checked_word <- function(what, value, allowed) {
  if (!is.character(value) || length(value) != 1 || !value %in% allowed) {
    refuse_funnel(
      "The %s is \u201c%s\u201d. It must be one of %s.", what, shortened(value), in_words(allowed)
    )
  }
  value
}

is_name <- function(value) {
  is.character(value) && length(value) == 1 && !is.na(value) && validUTF8(value) && nzchar(trimws(value)) &&
    nchar(value) <= LONGEST_NAME
}

shortened <- function(value) substr(paste(as.character(unlist(value)), collapse = " "), 1, 60)

refuse_funnel <- function(...) {
  stop(structure(
    class = c("funnel_refused", "error", "condition"), list(message = sprintf(...), call = NULL)
  ))
}

#' Seconds of the window.
window_seconds <- function(definition) definition$window$count * OWN_SPANS[[definition$window$of]]

#' "7 days"
window_words <- function(definition) {
  paste(definition$window$count, plural(definition$window$count, definition$window$of))
}
