#' States of a tab without figures: loading, empty, and error.

#' An output that shows a skeleton until the first figures arrive.
loading_output <- function(id) {
  uiOutput(id, container = function(...) tags$div(..., skeleton()))
}

skeleton <- function() {
  tags$div(
    class = "skeleton", role = "status", tags$span(class = "visually-hidden", "Loading figures"),
    lapply(c("bone-title", "bone-wide", "bone-chart"), function(bone) tags$span(class = paste("bone", bone)))
  )
}

#' @param filters the current filters
#' @param ever TRUE if the warehouse contains any events
#' @param what name of what is missing
empty_state <- function(filters, ever, what = "traffic") {
  if (!ever) {
    return(state_panel("empty", "No events yet", paste(
      "Open the shop and click around. Events are loaded in batches",
      "and appear here after the next load."
    )))
  }
  state_panel("empty", "Nothing in this selection", sprintf(
    "No %s for %s. Choose a longer period or fewer filters.", what, describe_filters(filters)
  ), action_button("show_everything", "Show everything"))
}

#' @param error a condition of class `warehouse_error`
error_state <- function(error) {
  if (inherits(error, "warehouse_unreachable")) {
    title <- "The warehouse does not answer"
    advice <- "The dashboard tries again every few seconds and continues by itself."
  } else {
    title <- "These figures could not be read"
    advice <- "The details are in the log."
  }
  state_panel("error", title, paste(conditionMessage(error), advice), action_button("retry", "Try again now"))
}

state_panel <- function(kind, title, text, action = NULL) {
  tags$section(
    class = paste0("state state-", kind), `data-state` = kind,
    role = if (kind == "error") "alert" else "status",
    tags$h2(title), tags$p(text), action
  )
}

#' A key for the filters of figures. The page hides figures whose filters are not the current ones.
filters_key <- function(filters) {
  paste(c(
    format(filters$from), format(filters$to), filters$login, filters$traffic, names(filters$only),
    filters$only
  ), collapse = "|")
}

#' Figures as HTML text, which spares Shiny the search for scripts and styles in every tag.
figures_of <- function(board, content) {
  if (!is.null(content)) {
    HTML(htmltools::doRenderTags(tags$div(`data-filters` = filters_key(board$filters()), content)))
  }
}

#' Draws the first part of a tab. An error of the warehouse becomes a panel instead of ending the session.
with_error_state <- function(board, draw) {
  figures_of(board, tryCatch(draw(), warehouse_error = function(error) {
    message(conditionMessage(error), " ", error$reason)
    error_state(error)
  }))
}

#' Draws a further part of a tab, and nothing on an error: the first part shows it.
without_error_state <- function(board, draw) {
  figures_of(board, tryCatch(draw(), warehouse_error = function(error) NULL))
}
