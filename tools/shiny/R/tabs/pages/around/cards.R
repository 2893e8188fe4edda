#' The part of Pages & search about paths.

around_cards <- function(ns, around, step) {
  after <- neighbours_of(around, step, "after")
  total <- around$n[around$kind == "step" & around$step == step]
  tags$div(
    class = "two",
    neighbour_card(ns, "before", "What came just before", neighbours_of(around, step, "before"), total),
    neighbour_card(ns, "after", around_sentence(step, after), after, total)
  )
}

neighbour_card <- function(ns, kind, title, rows, total) {
  limits <- share_interval(rows$n, total)
  items <- data.frame(
    key = seq_len(nrow(rows)), label = rows$label, value = rows$n,
    note = sprintf(
      "%s (95 %% interval: %s to %s)", format_share(rows$share), format_share(limits$lower),
      format_share(limits$upper)
    )
  )
  card(
    title, sprintf("Times, of %s", format_count(total)),
    bar_list(ns(kind), items, strong = items$key == 1)
  )
}

#' The field with which a page or step is chosen, and what the paths are made of.
around_field <- function(ns, around, step) {
  steps <- steps_of(around)
  sessions <- around$sessions[1]
  all <- around$of_sessions[1]
  card(
    "Before and after a page or step",
    paste0(
      "Page views, searches and steps of a purchase in the order of each session",
      if (sessions < all) sprintf(
        " \u00b7 the latest %s of %s sessions", format_count(sessions), format_count(all)
      )
    ),
    selectInput(
      ns("around"), "Page or step", stats::setNames(steps, path_step_label(steps)), step, selectize = FALSE
    )
  )
}

#' The outputs of the part. The field stays while another step is chosen, so that it keeps the focus.
around_server <- function(input, output, session, board) {
  around <- reactive(board$ask(ask_around, board$filters()))
  step <- reactive(step_chosen(around(), board$choices$value("around")))
  # The observer does not ask the warehouse: an error in an observer would end the session.
  shown <- reactiveVal("")
  observeEvent(input$around, if (input$around != shown()) board$choices$choose("around", input$around))
  output$around_field <- renderUI(without_error_state(board, function() {
    if (nrow(around()) > 0) around_field(session$ns, around(), isolate(step()))
  }))
  output$around_cards <- renderUI(without_error_state(board, function() {
    if (nrow(around()) > 0) {
      shown(step())
      # Back and Forward, and a link, choose without the field.
      updateSelectInput(session, "around", selected = step())
      around_cards(session$ns, around(), step())
    }
  }))
}
