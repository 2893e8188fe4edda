#' Books: the orders and refunds of the shop's books against those of analytics.

books_ui <- function(id) {
  ns <- NS(id)
  tagList(loading_output(ns("state")), uiOutput(ns("rows")), uiOutput(ns("coverage")), uiOutput(ns("proof")))
}

books_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    books_minute <- steady_minute()
    books <- reactive({
      # Queried again with new data.
      board$freshness()
      books_minute(function(minute) board$ask(ask_books, board$filters(), minute = minute))
    })
    entry <- reactive(entry_from(board$choices$value("entry"), books()$classes))
    page <- reactiveVal(1)
    observeEvent(list(board$filters(), board$choices$value("entry")), page(1))
    observeEvent(input$page, page(suppressWarnings(as.integer(input$page))))
    observeEvent(input$entry, board$choices$choose("entry", input$entry))

    output$state <- renderUI(with_error_state(board, function() {
      if (nrow(books()$classes) == 0) {
        return(books_empty_state(board$filters(), books()$state))
      }
      books_view(session$ns, books(), entry(), board)
    }))
    rows_minute <- steady_minute()
    output$rows <- renderUI(without_error_state(board, function() {
      if (!is.null(entry())) {
        rows_minute(function(minute) book_rows_card(session$ns, entry(), page(), minute, board))
      }
    }))
    output$coverage <- renderUI(without_error_state(board, function() {
      if (sum(books()$coverage$booked) > 0) coverage_cards(session$ns, books(), board)
    }))
    output$proof <- renderUI(books_proof(board$filters(), board$time_zone))
  })
}

books_empty_state <- function(filters, state) {
  if (nrow(state) == 0) {
    return(state_panel("empty", "No day of the books is loaded", paste(
      "The shop closes its books after each day and writes them to the bucket; the next load compares them.",
      "To write them now: npx nx close-books shop-lambda, then npm run etl."
    )))
  }
  state_panel("empty", "Nothing in the books of these days", sprintf(
    "The books are closed for %s. Choose other days.", format_days(state$first_day, state$last_day)
  ), action_button("show_everything", "Show everything"))
}

books_view <- function(ns, books, entry, board) {
  classes <- book_classes(books$classes)
  tagList(
    tags$h1(id = ns("headline"), books_headline(books$state, classes)),
    totals_card(ns, books, board),
    classes_card(ns, books$classes, classes, entry, board)
  )
}

totals_card <- function(ns, books, board) {
  totals <- explained_totals(books$totals, books$classes)
  heading <- function(text) tags$th(scope = "col", class = "number", text)
  names <- c(
    books = "Books", analytics = "Analytics", difference = "Difference", explained = "Explained",
    unexplained = "Unexplained"
  )
  card(
    totals_sentence(totals, board$currency, board$money_in),
    sprintf(
      paste(
        "Orders less refunds by the shop\u2019s clock; the books are closed until %s.",
        "Login state and traffic do not apply."
      ), format_day(books$state$last_day, year = TRUE)
    ),
    tags$div(class = "table-frame", tags$table(
      class = "groups",
      tags$thead(tags$tr(tags$th(scope = "col", "Currency"), lapply(unname(names), heading))),
      tags$tbody(lapply(seq_len(nrow(totals)), function(i) {
        money <- board$money_in(totals$currency[i])
        tags$tr(tags$th(scope = "row", totals$currency[i]), lapply(names(names), function(column) {
          id <- ns(paste("total", totals$currency[i], column, sep = "-"))
          cell <- number_tag(tags$td, id, totals[[column]][i], money(totals[[column]][i]))
          tagAppendAttributes(cell, class = "number", `data-label` = names[[column]])
        }))
      }))
    ))
  )
}
