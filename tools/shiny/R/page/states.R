#' What a tab shows when it has no figures: while it loads, when there is nothing, when the warehouse is away.

#' An output that shows the shape of what is coming until the first figures arrive.
loading_output <- function(id) {
  uiOutput(id, container = function(...) tags$div(..., skeleton()))
}

skeleton <- function() {
  tags$div(
    class = "skeleton", role = "status", tags$span(class = "visually-hidden", "Loading figures"),
    lapply(c("bone-title", "bone-wide", "bone-chart"), function(bone) tags$span(class = paste("bone", bone)))
  )
}

#' @param filters what was asked for
#' @param ever TRUE when the warehouse holds events at all
#' @param what there is none of
empty_state <- function(filters, ever, what = "traffic") {
  if (!ever) {
    return(state_panel("empty", "No events yet", paste(
      "Open the shop and click around. Events are loaded in batches:",
      "the next load brings them here by itself."
    )))
  }
  state_panel("empty", "Nothing in this selection", sprintf(
    "There is no %s for %s. Choose a longer period or fewer filters.", what, describe_filters(filters)
  ), action_button("show_everything", "Show everything"))
}

#' @param error a condition of class `warehouse_error`
error_state <- function(error) {
  if (inherits(error, "warehouse_unreachable")) {
    title <- "The warehouse does not answer"
    advice <- "The dashboard tries again every few seconds and goes on by itself."
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

#' What figures are counted for. The page hides figures of other filters than those that are set.
filters_key <- function(filters) {
  paste(filters$from, filters$to, filters$login, filters$traffic, sep = "|")
}

#' Written as HTML here: Shiny would first search every tag for scripts and styles that it might need.
figures_of <- function(board, content) {
  if (!is.null(content)) {
    HTML(htmltools::doRenderTags(tags$div(`data-filters` = filters_key(board$filters()), content)))
  }
}

#' Runs what draws the first part of a tab; trouble with the warehouse becomes a panel instead of the end of
#' the session.
with_error_state <- function(board, draw) {
  figures_of(board, tryCatch(draw(), warehouse_error = function(error) {
    message(conditionMessage(error), " ", error$reason)
    error_state(error)
  }))
}

#' Runs what draws a further part of a tab: the first part has said what is wrong.
without_error_state <- function(board, draw) {
  figures_of(board, tryCatch(draw(), warehouse_error = function(error) NULL))
}
