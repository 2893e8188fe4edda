#' The form in which the reader builds a funnel. funnel-builder.js adds, removes and moves steps in the page
#' and sends the whole form at once: R draws it only for an address, and the reader's unfinished steps stay.

#' @param definition the funnel that the form begins with
#' @param names names of events of the days
#' @param presets result of ask_funnel_presets()
own_builder <- function(ns, definition, names, presets, is_open) {
  words <- paste(vapply(definition$steps, step_label, ""), collapse = " \u2192 ")
  tags$details(
    class = "card-panel own-builder", id = ns("own-builder"), open = if (is_open) NA,
    tags$summary(tags$b("Steps of this funnel"), tags$small(words)),
    tags$form(
      class = "own-form", `data-form-input` = ns("definition"), `data-values` = ns("own-values"),
      `aria-label` = "Steps of the funnel",
      tags$p(
        class = "caption", "Here each step has to be reported by an event. The standard funnel also counts a",
        "step that only a later one implies, so its numbers can be higher."
      ),
      tags$ol(class = "own-steps", lapply(seq_along(definition$steps), function(i) {
        builder_step(definition$steps[[i]], i, length(definition$steps), names)
      })),
      tags$button(
        type = "button", class = "action", `data-step` = "add",
        disabled = if (length(definition$steps) == MOST_STEPS) NA, "Add a step"
      ),
      builder_settings(definition),
      builder_presets(presets),
      tags$button(type = "submit", class = "action own-count", "Count this funnel"),
      tags$p(class = "visually-hidden", role = "status", `data-said` = NA)
    )
  )
}

builder_step <- function(step, place, count, names) {
  has_condition <- !is.null(step$field)
  move <- function(action, text, sign, off) {
    tags$button(
      type = "button", class = "action", `data-step` = action, disabled = if (off) NA,
      `aria-label` = sprintf("%s step %d", text, place), title = text, sign
    )
  }
  events <- sort(unique(c(names, step$event)))
  options <- paste0(event_label(events), ifelse(events %in% names, "", " (not in these days)"))
  tags$li(
    class = "own-step", role = "group", `aria-label` = paste("Step", place),
    tags$span(class = "own-place", `aria-hidden` = "true", place),
    builder_select("event", "Event", stats::setNames(events, options), step$event),
    builder_select("field", "Condition", c("None" = "", OWN_FIELDS), if (has_condition) step$field else ""),
    tags$span(
      class = "own-condition", hidden = if (!has_condition) NA,
      builder_select("kind", "How", OWN_KINDS, if (has_condition) step$kind else "is"),
      tags$label(
        tags$span("Value"), tags$input(
          `data-part` = "value", type = "text", maxlength = LONGEST_NAME, autocomplete = "off",
          value = if (has_condition) step$value else ""
        )
      )
    ),
    tags$span(
      class = "own-moves", move("up", "Move up", "\u2191", place == 1),
      move("down", "Move down", "\u2193", place == count),
      move("remove", "Remove", "\u00d7", count <= FEWEST_STEPS)
    )
  )
}

#' A labelled list without an id, which Shiny would send by itself.
builder_select <- function(part, label, choices, selected) {
  tags$label(tags$span(label), tags$select(`data-part` = part, lapply(seq_along(choices), function(i) {
    value <- choices[[i]]
    tags$option(value = value, selected = if (identical(value, selected)) NA, names(choices)[i])
  })))
}

builder_settings <- function(definition) {
  by <- c(definition$breakdown, "", "")[1:2]
  breakdowns <- c("nothing" = "", OWN_BREAKDOWNS)
  tags$fieldset(
    class = "own-settings", tags$legend(class = "visually-hidden", "How to count"),
    builder_select("unit", "Count", OWN_UNITS, definition$unit),
    builder_select("order", "Order", OWN_ORDERS, definition$order),
    tags$span(
      class = "own-window",
      tags$label(tags$span("Time for all steps"), tags$input(
        `data-part` = "count", type = "number", min = 1, max = 129600, step = 1, required = NA,
        value = definition$window$count
      )),
      builder_select(
        "of", "Unit of time", stats::setNames(names(OWN_SPANS), paste0(names(OWN_SPANS), "s")),
        definition$window$of
      )
    ),
    builder_select("entry", "Attempts", OWN_ENTRIES, definition$entry),
    builder_select("by", "Compare by", breakdowns, by[1]),
    builder_select("by", "and by", breakdowns, by[2])
  )
}
