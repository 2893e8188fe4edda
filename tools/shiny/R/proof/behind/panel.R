#' What is behind a bar: the sessions, orders or carts that it counts, and the events of each.

behind_ui <- function(id) uiOutput(NS(id)("panel"))

#' @param tab reactive, the tab that is shown
behind_server <- function(id, board, tab) {
  stopifnot(is.reactive(tab), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    text <- reactive(board$choices$value("bar"))
    opened <- reactive(opened_from(board$choices$value("opened")))
    page <- reactiveVal(1)
    opened_page <- reactiveVal(1)
    observeEvent(list(board$filters(), text()), page(1))
    observeEvent(opened(), opened_page(1), ignoreNULL = FALSE)
    observeEvent(input$page, page(suppressWarnings(as.integer(input$page))))
    observeEvent(input$opened_page, opened_page(suppressWarnings(as.integer(input$opened_page))))
    observeEvent(input$bar, {
      board$choices$choose("opened", "")
      board$choices$choose("bar", input$bar)
    })
    observeEvent(input$opened, board$choices$choose("opened", input$opened))
    output$panel <- renderUI({
      if (nzchar(text()) && is_bar_of(text(), tab())) {
        figures_of(board, behind_panel(session$ns, text(), opened(), page(), opened_page(), board))
      }
    })
  })
}

#' The tab itself shows what to do about an error; here it is one line.
behind_panel <- function(ns, text, opened, page, opened_page, board) {
  bar <- bar_from(text)
  tags$section(
    class = "behind", id = ns("behind"), tabindex = "-1", `aria-label` = "Behind this number",
    tags$div(
      class = "behind-way",
      if (!is.null(opened)) behind_button(ns("opened"), "", "Back to the list"),
      behind_button(ns("bar"), "", "Close")
    ),
    tryCatch(
      if (is.null(bar)) {
        tags$p(class = "none", paste(
          "This link names a number that the dashboard does not know. Choose a bar above."
        ))
      } else if (is.null(opened)) {
        behind_card(ns, bar, page, board)
      } else {
        opened_card(ns, opened, opened_page, board)
      },
      warehouse_error = function(error) {
        message(conditionMessage(error), " ", error$reason)
        tags$p(class = "none", conditionMessage(error))
      }
    )
  )
}

behind_button <- function(input_id, value, label) {
  tags$button(type = "button", class = "action", `data-input` = input_id, `data-value` = value, label)
}

behind_card <- function(ns, bar, page, board) {
  page <- if (isTRUE(page >= 1)) page else 1
  asked <- board$ask(
    ask_behind, board$filters(), bar = bar, currency = board$currency, count = ROWS_OF_A_PAGE,
    after = (page - 1) * ROWS_OF_A_PAGE
  )
  address <- paste0("behind.csv", address_of(bar$tab, board$filters(), list(bar = bar$text)))
  card(
    behind_title(ns, bar, asked),
    sprintf("The newest first, by the shop\u2019s clock. Open %s to see its events.", a_row(bar$rows)),
    if (asked$rows > 0) tagList(
      tags$a(class = "action download", href = address, download = "behind.csv", "Download CSV"),
      behind_table(ns, bar, asked$list, board)
    ),
    page_buttons(ns, page, max(ceiling(asked$rows / ROWS_OF_A_PAGE), page))
  )
}

a_row <- function(rows) paste(if (rows == "order") "an" else "a", rows)

behind_table <- function(ns, bar, rows, board) {
  counted <- bar$kind != "cohort" && bar$counts != bar$rows
  words <- c("Time", capital(bar$rows), "About", if (counted) capital(plural(2, bar$counts)))
  tags$div(class = "table-frame", tags$table(
    id = ns("list"), class = "products events",
    tags$thead(tags$tr(lapply(words, function(word) tags$th(scope = "col", word)))),
    tags$tbody(lapply(seq_len(nrow(rows)), function(i) behind_row(ns, bar, rows[i, ], words, counted, board)))
  ))
}

behind_row <- function(ns, bar, row, words, counted, board) {
  money <- if (!is.na(row$amount)) board$money_in(if (nzchar(row$currency)) row$currency else board$currency)
  tags$tr(
    tags$th(scope = "row", format_second(row$at)),
    tags$td(`data-label` = words[2], if (nzchar(row$id)) {
      tags$button(
        type = "button", class = "behind-open", `data-input` = ns("opened"),
        `data-value` = paste0(bar$rows, ":", row$id), row$id
      )
    } else {
      "without a session"
    }),
    tags$td(`data-label` = words[3], row$about, if (!is.null(money)) tags$small(money(row$amount))),
    if (counted) tags$td(`data-label` = words[4], class = "number", format_count(row$n))
  )
}
