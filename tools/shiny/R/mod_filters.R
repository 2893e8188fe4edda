#' The filter bar above every tab: days, login state, traffic.

#' @param filters what the address asks for: the bar starts with it, so a shared link needs no second drawing
mod_filters_ui <- function(id, filters) {
  ns <- NS(id)
  tags$form(
    class = "filters", role = "search", `aria-label` = "Filters", onsubmit = "return false",
    segments(ns("period"), "Days", PERIODS, filters$period),
    tags$fieldset(
      class = "dates", tags$legend(class = "visually-hidden", "From and to"),
      day_input(ns("from"), "From", filters$from), tags$span(`aria-hidden` = "true", "\u2013"),
      day_input(ns("to"), "To", filters$to)
    ),
    segments(ns("login"), "Login state", LOGIN_STATES, filters$login),
    segments(ns("traffic"), "Traffic", TRAFFIC, filters$traffic)
  )
}

segments <- function(id, label, choices, selected) {
  tags$div(
    class = "segments",
    radioButtons(
      id, label, choices, inline = TRUE,
      selected = if (selected %in% choices) selected else character(0)
    )
  )
}

#' The browser's own date field: it knows the reader's calendar, keyboard and dark mode.
day_input <- function(id, label, day) {
  tags$input(id = id, type = "date", `aria-label` = label, `data-input` = id, value = format(day))
}

#' @param start what the address asked for
#' @param today,first_day reactives
#' @return a reactive filters value (see fct_filters.R)
mod_filters_server <- function(id, start, today, first_day) {
  stopifnot(is.reactive(today), is.reactive(first_day))
  moduleServer(id, function(input, output, session) {
    days <- reactiveVal(start[c("period", "from", "to")])
    chosen <- reactive({
      if (days()$period == "custom") days() else days_of_period(days()$period, today(), first_day())
    })

    observeEvent(input$period, if (input$period %in% PERIODS) days(list(period = input$period)))
    observeEvent(list(input$from, input$to), ignoreInit = TRUE, {
      # A field that is being emptied or typed into gives no day: the last good one holds.
      from <- parse_day(input$from)
      to <- parse_day(input$to)
      if (is.na(from)) from <- isolate(chosen())$from
      if (is.na(to)) to <- isolate(chosen())$to
      days(list(period = "custom", from = min(from, to), to = max(from, to)))
      updateRadioButtons(session, "period", selected = character(0))
    })
    observe({
      session$sendCustomMessage("set-days", list(
        from = list(id = session$ns("from"), value = format(chosen()$from)),
        to = list(id = session$ns("to"), value = format(chosen()$to))
      ))
    })

    list(
      value = reactive({
        req(input$login, input$traffic)
        c(chosen(), list(login = input$login, traffic = input$traffic))
      }),
      show_everything = function() {
        days(list(period = "all"))
        updateRadioButtons(session, "period", selected = "all")
        updateRadioButtons(session, "login", selected = "all")
        updateRadioButtons(session, "traffic", selected = "all")
      }
    )
  })
}
