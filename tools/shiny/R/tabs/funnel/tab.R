#' Funnel: the share of sessions that go from a product view to an order, and where the others drop out.

#' The two funnels that the tab shows.
FUNNELS <- c("Standard" = "standard", "Your own steps" = "own")

funnel_ui <- function(id) {
  ns <- NS(id)
  tagList(
    uiOutput(ns("switch")), uiOutput(ns("builder")), loading_output(ns("steps")), uiOutput(ns("compared")),
    uiOutput(ns("groups")), uiOutput(ns("exits")), uiOutput(ns("proof")), uiOutput(ns("suggestions"))
  )
}

funnel_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    standard <- standard_funnel(input, session, board)
    own <- own_funnel(input, session, board)
    shown <- reactive(board$choices$value("funnel"))
    observeEvent(input$funnel, board$choices$choose("funnel", input$funnel))
    # Draws a part of the chosen funnel; the standard one has fewer.
    part <- function(name) {
      draw <- if (shown() == "own") own[[name]] else standard[[name]]
      if (!is.null(draw)) draw()
    }

    output$switch <- renderUI(tags$div(
      class = "own-switch", choice_buttons(session$ns("funnel"), FUNNELS, shown(), "Funnel")
    ))
    output$builder <- renderUI(part("builder"))
    output$steps <- renderUI(with_error_state(board, function() part("steps")))
    for (name in c("compared", "groups", "exits", "proof", "suggestions")) local({
      name <- name
      output[[name]] <- renderUI(without_error_state(board, function() part(name)))
    })
  })
}

#' The parts of the tab with the standard funnel: list(steps, compared, groups, proof), functions that draw.
standard_funnel <- function(input, session, board) {
  dimension <- reactive(board$choices$value("by"))
  observeEvent(input$by, board$choices$choose("by", input$by))
  rows <- reactive(board$ask(ask_funnel, board$filters()))
  reported <- reactive(board$ask(ask_reported_steps, board$filters()))
  list(
    steps = function() {
      if (sum(rows()$sessions) == 0) {
        return(empty_state(board$filters(), board$freshness()$events > 0))
      }
      steps_view(session$ns, funnel_steps(rows()), sum(rows()$sessions), reported())
    },
    compared = function() if (sum(rows()$sessions) > 0) standard_comparison(session$ns, board, rows()),
    groups = function() if (sum(rows()$sessions) > 0) funnel_groups(session$ns, rows(), dimension()),
    proof = function() funnel_proof(board$filters(), board$time_zone)
  )
}

steps_view <- function(ns, steps, sessions, reported) {
  note <- unreported_note(steps, reported)
  tagList(
    tags$h1(id = ns("headline"), funnel_headline(steps, reported)),
    if (!is.null(note)) tags$p(class = "caption", id = ns("unreported"), note),
    card(
      paste(format_share(share_of(steps$sessions[1], sessions)), "of all sessions reach the first step"),
      tagList(
        "Sessions \u00b7 ",
        number_tag(tags$span, ns("sessions"), sessions, format_count(sessions), "in total")
      ),
      funnel_chart(ns, steps)
    )
  )
}

funnel_groups <- function(ns, rows, dimension) {
  groups <- funnel_by(rows, dimension)
  best <- max(vapply(groups, final_rate, 0), 1e-9)
  label <- names(BREAKDOWNS)[BREAKDOWNS == dimension]
  heading <- function(text) tags$th(scope = "col", class = "number", text)
  card(
    groups_headline(groups, label),
    "Sessions at each step, and the share that continues from the previous step",
    choice_buttons(ns("by"), BREAKDOWNS, dimension, "Compare by"),
    tags$div(class = "table-frame", tags$table(
      class = "groups",
      tags$thead(tags$tr(
        tags$th(scope = "col", label), lapply(FUNNEL_STEPS$label, heading), heading("View \u2192 order")
      )),
      tags$tbody(lapply(groups, function(group) group_row(ns, group, dimension, best)))
    ))
  )
}

group_row <- function(ns, group, dimension, best) {
  steps <- group$steps
  share <- final_rate(group) / best
  tags$tr(
    tags$th(scope = "row", group_label(group$group)),
    lapply(seq_len(nrow(steps)), function(i) {
      id <- ns(paste(dimension, group$group, steps$step[i], sep = "-"))
      bar <- bar_text("step", steps$step[i], dimension, group$group)
      cell <- number_tag(
        tags$td, id, steps$sessions[i],
        behind_number(bar, steps$sessions[i], format_count(steps$sessions[i]))
      )
      tagAppendAttributes(
        if (i > 1) tagAppendChild(cell, tags$small(format_share(steps$of_previous[i], 0))) else cell,
        class = "number"
      )
    }),
    tags$td(
      class = "number rate", tags$b(format_share(steps$of_first[nrow(steps)])),
      tags$span(class = "rate-bar", `aria-hidden` = "true", tags$span(style = css_at(width = share)))
    )
  )
}
