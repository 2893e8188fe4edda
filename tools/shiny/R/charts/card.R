#' Building blocks of the tabs.

#' A card: its finding as the title, and below it what is counted and in which unit.
card <- function(title, caption, ..., class = NULL) {
  tags$section(
    class = paste(c("card-panel", class), collapse = " "),
    tags$h2(class = "card-title", title), tags$p(class = "caption", caption), ...
  )
}

#' A number that people read as `text` and machines, tests among them, in full from `data-value`.
#'
#' @param tag a function such as tags$td
number_tag <- function(tag, id, value, ...) tag(id = id, `data-value` = exact_number(value), ...)

#' A button whose click sets a Shiny input.
action_button <- function(input_id, label, value = "1") {
  tags$button(type = "button", class = "action", `data-input` = input_id, `data-value` = value, label)
}

#' A group of buttons, one of them pressed. A click sets the Shiny input `input_id`.
choice_buttons <- function(input_id, choices, selected, label) {
  tags$div(class = "choices", role = "group", `aria-label` = label, lapply(names(choices), function(name) {
    tags$button(
      type = "button", `data-input` = input_id, `data-value` = choices[[name]],
      `aria-pressed` = if (choices[[name]] == selected) "true" else "false", name
    )
  }))
}
