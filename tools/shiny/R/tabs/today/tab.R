#' Today: what changed, why, what it is worth, and what to do.

today_ui <- function(id) {
  ns <- NS(id)
  further <- lapply(c("todo", "segments", "so_far", "proof"), function(name) uiOutput(ns(name)))
  tagList(loading_output(ns("changes")), further)
}

today_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    segment <- reactive(board$choices$value("segment"))
    observeEvent(input$segment, board$choices$choose("segment", input$segment))
    figures <- reactive(today_figures(board))

    output$changes <- renderUI(with_error_state(board, function() {
      figures <- figures()
      switch(figures$state,
        empty = empty_state(board$filters(), board$freshness()$events > 0),
        compared = changes_view(session$ns, figures, board),
        first_days_view(session$ns, figures, board)
      )
    }))
    output$segments <- renderUI(without_error_state(board, function() {
      if (figures()$state == "compared") segments_card(session$ns, figures(), segment(), board)
    }))
    todo_minute <- steady_minute()
    output$todo <- renderUI(without_error_state(board, function() {
      if (figures()$state != "empty") {
        todo_minute(function(minute) todo_card(session$ns, minute, board))
      }
    }))
    so_far <- reactive(today_so_far(board))
    output$so_far <- renderUI(without_error_state(board, function() {
      if (!is.null(so_far())) so_far_card(session$ns, so_far()$rows, so_far()$hour, board)
    }))
    output$proof <- renderUI(without_error_state(board, function() {
      if (!is.null(figures()$days)) today_proof(figures(), so_far(), board)
    }))
  })
}

changes_view <- function(ns, figures, board) {
  money <- board$money_in(board$currency)
  sums <- figures$totals$now$sums
  orders <- sums[[2]] + sum(figures$others$orders)
  worth <- worth_in_words(sums[[3]], figures$others, board$currency, board$money_in)
  others <- other_money_note(figures$others, board$currency, board$money_in)
  words <- compared_in_words(figures$days, figures$against)
  tagList(
    tags$h1(id = ns("headline"), today_headline(
      figures$changes, other_segments(figures$segments, figures$days), orders, worth, words, money
    )),
    tags$p(class = "caption", id = ns("days"), days_note(figures, board$today())),
    if (!is.null(others)) tags$p(class = "caption", id = ns("other-currencies"), others),
    parts_card(ns, figures, board)
  )
}

#' "23 - 29 Nov 2026, compared with 16 - 22 Nov 2026."
days_note <- function(figures, today) {
  days <- format_days(figures$days$from, figures$days$to)
  before <- format_days(figures$compared$from, figures$compared$to)
  usual <- figures$compared$against == "weekdays"
  paste0(
    "Complete days only: ", days, ", compared with ",
    if (usual) paste0("the mean of the same weekdays of ", before) else before, ".",
    if (!usual && day_count(figures$days) %% 7 != 0) {
      " Weekdays differ: \u201cSame weekdays\u201d compares like with like."
    },
    if (figures$last_day < today - 1) sprintf(
      " Days after %s are not complete yet.", format_day(figures$last_day, year = TRUE)
    )
  )
}
