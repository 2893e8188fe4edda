#' "The events behind this tab": each with the object and the line in the bucket from which it was loaded.

events_ui <- function(id) uiOutput(NS(id)("panel"))

#' @param tab reactive, the tab that is shown
events_server <- function(id, board, tab) {
  stopifnot(is.reactive(tab), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    set <- reactive(set_of_tab(board$choices$value("events"), tab()))
    page <- reactiveVal(1)
    observeEvent(list(board$filters(), set()), page(1))
    observeEvent(input$page, page(suppressWarnings(as.integer(input$page))))
    observeEvent(input$set, board$choices$choose("events", input$set))
    output$panel <- renderUI({
      figures_of(board, tags$details(
        class = "proof", id = session$ns("behind"), open = if (set() != NO_SET) NA,
        tags$summary("The events behind this tab"),
        choice_buttons(session$ns("set"), set_choices(tab()), set(), "Events"),
        if (set() != NO_SET) events_or_error(session$ns, set(), page(), tab(), board)
      ))
    })
  })
}

#' The tab itself shows what to do about an error; here it is one line.
events_or_error <- function(...) {
  tryCatch(events_card(...), warehouse_error = function(error) {
    message(conditionMessage(error), " ", error$reason)
    tags$p(class = "none", conditionMessage(error))
  })
}

events_card <- function(ns, set, page, tab, board) {
  page <- if (isTRUE(page >= 1)) page else 1
  asked <- board$ask(
    ask_events, events_filters(tab, board$filters()),
    set = set, count = ROWS_OF_A_PAGE, after = (page - 1) * ROWS_OF_A_PAGE
  )
  pages <- max(ceiling(asked$total / ROWS_OF_A_PAGE), 1)
  address <- paste0("events.csv", address_of(tab, board$filters(), list(events = set)))
  card(
    tagList(number_tag(tags$span, ns("total"), asked$total, format_count(asked$total)), " ", plural(
      asked$total, if (set == "sessions") "session" else "event"
    )),
    events_caption(set),
    if (asked$total > 0) {
      tagList(
        tags$a(class = "action download", href = address, download = "events.csv", "Download CSV"),
        events_table(ns, asked$rows, board)
      )
    },
    page_buttons(ns, page, pages)
  )
}

events_caption <- function(set) {
  paste0(
    "The newest first, by the shop\u2019s clock, each with the object of the bucket and the line from which",
    " it was loaded. ", switch(set,
      sessions = "A session is shown by its first event.",
      orders = "An order that was told twice counts once, and has two events here.",
      refunds = "A refund that was told twice counts once, and has two events here.", ""
    )
  )
}

events_table <- function(ns, rows, board, id = "rows") {
  words <- c("Time", "Event", "About", "Session", "Object and line")
  tags$div(class = "table-frame", tags$table(
    id = ns(id), class = "products events",
    tags$thead(tags$tr(lapply(words, function(word) tags$th(scope = "col", word)))),
    tags$tbody(lapply(seq_len(nrow(rows)), function(i) event_row(rows[i, ], words, board)))
  ))
}

event_row <- function(row, words, board) {
  money <- if (!is.na(row$revenue)) board$money_in(if (nzchar(row$currency)) row$currency else board$currency)
  tags$tr(
    id = paste0("event-", row$event_id),
    tags$th(scope = "row", format_second(row$at)), tags$td(`data-label` = words[2], row$event),
    tags$td(`data-label` = words[3], row$about, if (!is.null(money)) tags$small(money(row$revenue))),
    tags$td(`data-label` = words[4], row$session),
    tags$td(`data-label` = words[5], tags$code(row$object), " ", paste("line", format_count(row$line)))
  )
}
