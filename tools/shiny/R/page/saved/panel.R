#' "Saved views": saves what is shown under a name, and opens, renames and deletes what was saved.

saved_views_ui <- function(id) {
  ns <- NS(id)
  tagList(
    tags$details(
      class = "more-filters saved-views", id = ns("views"), `data-open-input` = ns("is_open"),
      tags$summary("Saved views"), tags$div(
        class = "more-sheet", uiOutput(ns("sheet")),
        uiOutput(ns("said"), class = "view-note", role = "status")
      )
    ),
    uiOutput(ns("unknown"), class = "view-note", role = "status")
  )
}

#' @param ask see dashboard_server()
#' @param record result of serve_record()
#' @param address reactive, the address of what is shown
#' @param start the query string with which the page was opened: it may name a view
saved_views_server <- function(id, ask, record, address, start) {
  moduleServer(id, function(input, output, session) {
    said <- reactiveVal(NULL)
    views <- reactive(ask(ask_views, changes = record$changes()))
    # The list, or the error, as the reader saw it. It stays while the sheet is closed and is sent again only
    # when it has changed: a name that is being typed and a deletion that waits for its second press stay too.
    seen <- reactiveVal(NULL)
    observe(if (isTRUE(input$is_open)) seen(tryCatch(views(), warehouse_error = function(error) error)))

    observeEvent(input$change, {
      click <- if (is.list(input$change)) input$change else list()
      change <- change_of_views(click, if (is.data.frame(seen())) seen() else NO_VIEWS, address())
      if (!is.null(change$problem) || !record$is_open) {
        said(change$problem)
      } else {
        record$write(change$sql, change$params, function(answer) {
          if (inherits(answer, "warehouse_error")) message(conditionMessage(answer), " ", answer$reason)
          said(changed_sentence(change, answer))
        })
      }
    })
    unknown <- reactiveVal(NULL)
    # What was said is over when another view is opened.
    observeEvent(input$opened, {
      said(NULL)
      unknown(NULL)
    })

    named <- parse_query(start)$view
    if (!is.null(named)) {
      # Once: afterwards the reader's own choices apply.
      asked <- observe({
        found <- tryCatch(view_named(named, views()), warehouse_error = function(error) {
          list(problem = conditionMessage(error))
        })
        unknown(found$problem)
        if (!is.null(found$address)) session$sendCustomMessage("open-view", found$address)
        asked$destroy()
      })
    }
    output$said <- renderUI(said())
    output$unknown <- renderUI(unknown())
    # Shiny leaves out what is hidden, and these are while they are empty.
    for (name in c("said", "unknown")) outputOptions(output, name, suspendWhenHidden = FALSE)
    output$sheet <- renderUI(if (inherits(seen(), "warehouse_error")) {
      tags$p(class = "none", conditionMessage(seen()))
    } else if (!is.null(seen())) {
      views_sheet(session$ns, seen(), record$is_open)
    })
    outputOptions(output, "sheet", suspendWhenHidden = FALSE)
  })
}

views_sheet <- function(ns, views, is_open) {
  tagList(
    if (is_open) name_form(ns, "save", "Save what is shown as", "", "Save"),
    if (nrow(views) == 0) {
      tags$p(class = "none", "Nothing is saved yet. A view is kept with its tab, filters and choices.")
    } else {
      tags$ul(class = "views", lapply(seq_len(nrow(views)), function(i) view_item(ns, views[i, ], is_open)))
    }
  )
}

view_item <- function(ns, view, is_open) {
  start <- parse_address(view$address, Sys.Date(), as.Date(NA))
  tags$li(
    tags$a(href = view$address, `data-view` = ns("opened"), view$name),
    tags$small(names(TABS)[TABS == start$tab]),
    if (is_open) tags$details(
      id = ns(paste0("view-", view$view_id)),
      tags$summary(`aria-label` = paste("Change", view$name), "Change"),
      name_form(ns, "rename", "New name", view$name, "Rename", view$view_id),
      tags$button(
        type = "button", class = "action", `data-change` = "delete", `data-view-input` = ns("change"),
        `data-view-id` = exact_number(view$view_id), `aria-label` = paste("Delete", view$name), "Delete"
      )
    )
  )
}

#' A field with a button; saved-views.js sends what is in it.
name_form <- function(ns, change, label, name, button, view_id = NA) {
  field <- ns(paste(c(change, "name", if (!is.na(view_id)) view_id), collapse = "-"))
  tags$form(
    class = "view-form", `data-change` = change, `data-view-input` = ns("change"),
    `data-view-id` = exact_number(view_id),
    tags$label(`for` = field, label),
    tags$input(id = field, type = "text", value = name, autocomplete = "off"),
    tags$button(type = "submit", class = "action", button)
  )
}
