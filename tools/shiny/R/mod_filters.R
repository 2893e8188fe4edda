#' The filter bar above every tab: days, login state, traffic.

#' @param filters what the address asks for: the bar starts with it, so a shared link needs no second drawing
mod_filters_ui <- function(id, filters) {
  ns <- NS(id)
  tags$form(
    class = "filters", role = "search", `aria-label` = "Filters",
    segments(ns("period"), "Days", PERIODS, filters$period),
    tags$fieldset(
      class = "dates", tags$legend(class = "visually-hidden", "From and to"),
      day_input(ns("from"), "From", filters$from), tags$span(`aria-hidden` = "true", "\u2013"),
      day_input(ns("to"), "To", filters$to)
    ),
    uiOutput(ns("note"), class = "dates-note", role = "status"),
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

#' The browser's own date field: it knows the reader's calendar, keyboard and dark mode. day-fields.js sends
#' its day on Enter, on leaving the field and on a pick from the calendar, and never writes into it meanwhile.
day_input <- function(id, label, day) {
  tags$input(
    id = id, type = "date", max = "9999-12-31", `aria-label` = label, `data-day-input` = id,
    value = format(day)
  )
}

#' Filters that follow each other faster than this are asked as one.
SETTLED_AFTER_MS <- 250

#' @param start what the address asked for
#' @param today,first_day reactives; first_day is NA while it is not known
#' @return list(value, show_everything): `value` is a reactive filters value (see fct_filters.R)
mod_filters_server <- function(id, start, today, first_day) {
  stopifnot(is.reactive(today), is.reactive(first_day))
  moduleServer(id, function(input, output, session) {
    asked <- reactiveVal(start[c("period", "from", "to")])
    shown <- reactive(shown_days(asked(), today(), first_day()))

    observeEvent(input$period, asked(list(period = choice_of(input$period, PERIODS, "30"))))
    choose <- function(from, to) {
      asked(list(period = "custom", from = from, to = to))
      updateRadioButtons(session, "period", selected = character(0))
    }
    # A day that crosses the other one takes it along: the field that the reader has just set holds.
    observeEvent(input$from, ignoreInit = TRUE, {
      from <- parse_day(input$from)
      if (!is.na(from)) choose(from, max(from, shown()$to))
    })
    observeEvent(input$to, ignoreInit = TRUE, {
      to <- parse_day(input$to)
      if (!is.na(to)) choose(min(to, shown()$from), to)
    })
    observe({
      # Sent also when a day changes nothing: the field must not keep what is not shown.
      list(input$from, input$to)
      session$sendCustomMessage("set-days", list(
        from = list(id = session$ns("from"), value = format(shown()$from)),
        to = list(id = session$ns("to"), value = format(shown()$to))
      ))
    })
    output$note <- renderUI(shown()$note)

    value <- reactive({
      req(input$login, input$traffic)
      c(shown()[c("period", "from", "to")], list(
        login = choice_of(input$login, LOGIN_STATES, "all"),
        traffic = choice_of(input$traffic, TRAFFIC, "people")
      ))
    })
    begun <- FALSE
    quiet_ms <- function() {
      if (begun) {
        return(SETTLED_AFTER_MS)
      }
      # The first filters are those of the address, which nobody is still changing.
      begun <<- !inherits(try(value(), silent = TRUE), "try-error")
      0
    }

    list(
      value = debounce(value, quiet_ms),
      show_everything = function() {
        asked(list(period = "all"))
        updateRadioButtons(session, "period", selected = "all")
        updateRadioButtons(session, "login", selected = "all")
        updateRadioButtons(session, "traffic", selected = "all")
      }
    )
  })
}
