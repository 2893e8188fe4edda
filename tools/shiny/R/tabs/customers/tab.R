#' Customers: do buyers come back, how soon, and is it getting better?

customers_ui <- function(id) {
  ns <- NS(id)
  tagList(loading_output(ns("figures")), uiOutput(ns("table")), uiOutput(ns("proof")))
}

customers_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    total <- reactive(board$ask(ask_buyers, board$filters(), currency = board$currency))
    rows <- reactive(board$ask(ask_cohorts, board$filters(), currency = board$currency))
    shown <- reactive(board$choices$value("cohorts"))
    observeEvent(input$cohorts, board$choices$choose("cohorts", input$cohorts))

    output$figures <- renderUI(with_error_state(board, function() {
      if (total()$orders == 0) {
        return(empty_state(board$filters(), board$freshness()$events > 0, "orders"))
      }
      customer_figures(session$ns, total(), buyers_before(board), board)
    }))
    output$table <- renderUI(without_error_state(board, function() {
      if (nrow(rows()) > 0) {
        cells <- cohort_cells(rows(), board$freshness()$data_until, board$time_zone)
        cohorts_card(session$ns, cells, shown(), board$filters(), board$money_in(board$currency))
      }
    }))
    output$proof <- renderUI(customers_proof(board$filters(), board$time_zone, board$currency))
  })
}

#' First-time buyers of the previous period, or NULL if it is incomplete.
buyers_before <- function(board) {
  filters <- board$filters()
  if (is_whole(previous_filters(filters), board$first_day())) {
    board$ask(ask_buyers_before, filters, currency = board$currency)
  }
}

customer_figures <- function(ns, total, before, board) {
  rate <- repeat_rate(total, before)
  others <- board$ask(ask_other_orders, board$filters(), currency = board$currency)
  note <- other_money_note(others, board$currency, board$money_in)
  tagList(
    tags$h1(id = ns("headline"), customers_headline(total, rate, board$filters())),
    tags$p(class = "caption", id = ns("note"), customers_note(total, rate, before, board$first_day())),
    customer_tiles(ns, total, rate, board$money_in(board$currency)),
    if (!is.null(note)) tags$p(class = "caption", id = ns("other-currencies"), note)
  )
}
