#' Funnel: how many sessions go from a product view to an order, and where they leave.

mod_funnel_ui <- function(id) {
  ns <- NS(id)
  tagList(loading_output(ns("steps")), uiOutput(ns("groups")), uiOutput(ns("proof")))
}

mod_funnel_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    dimension <- reactive(board$choices$value("by"))
    observeEvent(input$by, board$choices$choose("by", input$by))
    rows <- reactive(board$ask(ask_funnel, board$filters()))
    told <- reactive(board$ask(ask_steps_told, board$filters()))

    output$steps <- renderUI(with_error_state(board, function() {
      if (sum(rows()$sessions) == 0) {
        return(empty_state(board$filters(), board$freshness()$events > 0))
      }
      steps_view(session$ns, funnel_steps(rows()), sum(rows()$sessions), told())
    }))
    output$groups <- renderUI(without_error_state(board, function() {
      if (sum(rows()$sessions) > 0) funnel_groups(session$ns, rows(), dimension())
    }))
    output$proof <- renderUI(funnel_proof(board$filters(), board$time_zone))
  })
}

steps_view <- function(ns, steps, sessions, told) {
  note <- untold_note(steps, told)
  tagList(
    tags$h1(id = ns("headline"), funnel_headline(steps, told)),
    if (!is.null(note)) tags$p(class = "caption", id = ns("untold"), note),
    card(
      paste(format_share(share_of(steps$sessions[1], sessions)), "of all sessions reach the first step"),
      tagList(
        "Sessions \u00b7 ", number_tag(tags$span, ns("sessions"), sessions, format_count(sessions), "in all")
      ),
      funnel_chart(ns, steps)
    )
  )
}

funnel_chart <- function(ns, steps) {
  worst <- largest_loss(steps)
  tags$ol(class = "funnel", !!!chart_keys("Sessions at each step"), lapply(seq_len(nrow(steps)), function(i) {
    step <- steps[i, ]
    id <- function(what) ns(paste(step$step, what, sep = "-"))
    share <- if (i == 1) "sessions" else paste(format_share(step$of_first), "of product views")
    tags$li(
      if (i > 1) funnel_loss(step, id, is_worst = identical(i, worst)),
      tags$div(
        class = "funnel-step", `data-tip` = step_tip(step),
        tags$span(class = "funnel-label", step$label),
        tags$span(
          class = "funnel-value",
          number_tag(tags$b, id("sessions"), step$sessions, format_count(step$sessions)),
          number_tag(tags$small, id("of-first"), step$of_first, share)
        ),
        tags$span(
          class = "funnel-track", `aria-hidden` = "true",
          tags$span(style = css_at(width = if (is.na(step$of_first)) 0 else step$of_first))
        )
      )
    )
  }))
}

#' "Checkout\n120 sessions\n4.1 % of product views, 40 % of the step before"
step_tip <- function(step) {
  shares <- if (!is.na(step$lost)) {
    sprintf(
      "\n%s of product views\n%s of the step before, \u2212%s", format_share(step$of_first),
      format_share(step$of_previous), format_count(step$lost)
    )
  }
  paste0(step$label, "\n", format_count(step$sessions), " ", plural(step$sessions, "session"), shares)
}

funnel_loss <- function(step, id, is_worst) {
  stayed <- paste(format_share(step$of_previous), "go on")
  left <- paste0("\u2212", format_count(step$lost), " leave here")
  tags$p(
    class = if (is_worst) "funnel-loss worst" else "funnel-loss",
    number_tag(tags$span, id("of-previous"), step$of_previous, stayed),
    number_tag(tags$span, id("lost"), step$lost, left), if (is_worst) tags$strong("largest loss")
  )
}

funnel_groups <- function(ns, rows, dimension) {
  groups <- funnel_by(rows, dimension)
  best <- max(vapply(groups, final_rate, 0), 1e-9)
  label <- names(BREAKDOWNS)[BREAKDOWNS == dimension]
  heading <- function(text) tags$th(scope = "col", class = "number", text)
  card(
    groups_headline(groups, label),
    "Sessions at each step, and the share that goes on from the step before",
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
      cell <- number_tag(tags$td, id, steps$sessions[i], format_count(steps$sessions[i]))
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
