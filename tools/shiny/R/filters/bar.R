#' The filter bar above every tab: days, login state, traffic.

#' @param filters filters in the address: the bar starts with them, so a shared link is drawn only once
filters_ui <- function(id, filters) {
  ns <- NS(id)
  tags$form(
    class = "filters", role = "search", `aria-label` = "Filters",
    tags$button(
      type = "button", class = "filters-button", `aria-expanded` = "false",
      tags$b("Filters"), textOutput(ns("words"), inline = TRUE)
    ),
    segments(ns("period"), "Days", PERIODS, filters$period),
    tags$fieldset(
      class = "dates", tags$legend(class = "visually-hidden", "From and to"),
      day_input(ns("from"), "From", filters$from), tags$span(`aria-hidden` = "true", "\u2013"),
      day_input(ns("to"), "To", filters$to)
    ),
    uiOutput(ns("note"), class = "dates-note", role = "status"),
    segments(ns("login"), "Login state", LOGIN_STATES, filters$login),
    segments(ns("traffic"), "Traffic", TRAFFIC, filters$traffic),
    segments(ns("against"), "Compare with", AGAINST, against_of(filters)), more_filters_ui(ns)
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

#' The browser's date field: it knows the reader's calendar, keyboard and dark mode. day-fields.js sends its
#' day on Enter, on leaving the field and on a pick from the calendar, and never writes to it meanwhile.
day_input <- function(id, label, day) {
  tags$input(
    id = id, type = "date", max = "9999-12-31", `aria-label` = label, `data-day-input` = id,
    value = format(day)
  )
}

#' Filter changes that follow each other faster than this lead to one query.
SETTLED_AFTER_MS <- 250

RADIOS <- c("period", "login", "traffic", "against")

#' @param start filters in the address
#' @param today,first_day reactives; first_day is NA while it is not known
#' @param values function(filters) that returns ask_filter_values()
#' @return list(value, shown, asked, radios, restore, show_everything): `value` is a reactive filters value
#'   (see filters.R) that has settled, `shown` the same at once, `asked` the reader's request,
#'   `radios()` the values of the radio buttons by id
filters_server <- function(id, start, today, first_day, values = function(filters) NULL) {
  stopifnot(is.reactive(today), is.reactive(first_day))
  moduleServer(id, function(input, output, session) {
    # Kept here and not read from the inputs, so that Back restores all filters at once.
    asked <- reactiveVal(start)
    days <- reactive(shown_days(asked(), today(), first_day()))
    ask <- function(...) asked(modifyList(asked(), list(...)))

    observeEvent(input$login, ask(login = choice_of(input$login, LOGIN_STATES, "all")))
    observeEvent(input$traffic, ask(traffic = choice_of(input$traffic, TRAFFIC, "people")))
    observeEvent(input$against, ask(against = against_in(input$against)))
    observeEvent(input$period, ask(period = choice_of(input$period, PERIODS, "30")))
    choose <- function(from, to) {
      ask(period = "custom", from = from, to = to)
      updateRadioButtons(session, "period", selected = character(0))
    }
    # A day that crosses the other one moves it along: the field that the reader has just set wins.
    observeEvent(input$from, ignoreInit = TRUE, {
      from <- parse_day(input$from)
      if (!is.na(from)) choose(from, max(from, days()$to))
    })
    observeEvent(input$to, ignoreInit = TRUE, {
      to <- parse_day(input$to)
      if (!is.na(to)) choose(min(to, days()$from), to)
    })
    observe({
      # Sent even if the days stay the same: the field must not keep a day that is not shown.
      list(input$from, input$to)
      session$sendCustomMessage("set-days", list(
        from = list(id = session$ns("from"), value = format(days()$from)),
        to = list(id = session$ns("to"), value = format(days()$to))
      ))
    })
    output$note <- renderUI(days()$note)
    output$words <- renderText(describe_filters(shown()))

    # "channel=email" sets a narrowing, "channel=all" removes it.
    observeEvent(input$only, {
      parts <- regmatches(input$only, regexec("^([a-z]+)=(.*)$", input$only))[[1]]
      if (length(parts) == 3) asked(with_narrowing(asked(), parts[2], parts[3]))
    })
    output$values <- renderUI(if (isTRUE(input$more_open)) {
      narrowing_fields(session$ns, values(shown()), shown())
    })
    # A sheet that opens is not seen by Shiny, which leaves out what was hidden.
    outputOptions(output, "values", suspendWhenHidden = FALSE)

    shown <- reactive(c(
      days()[c("period", "from", "to")],
      asked()[intersect(c("login", "traffic", "against", "only"), names(asked()))]
    ))
    radios <- function() {
      chosen <- modifyList(asked(), list(against = against_of(asked())))
      stats::setNames(chosen[RADIOS], session$ns(RADIOS))
    }
    list(
      value = debounce(shown, SETTLED_AFTER_MS), shown = shown, asked = asked, radios = radios,
      restore = function(query) {
        address <- parse_address(query, today(), first_day())
        asked(address$filters)
        address
      },
      show_everything = function() {
        everything <- list(period = "all", login = "all", traffic = "all")
        everything$against <- asked()$against
        asked(everything)
        for (name in setdiff(RADIOS, "against")) updateRadioButtons(session, name, selected = "all")
      }
    )
  })
}
