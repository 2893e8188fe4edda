#' Keeps the address bar and the page in step: the address contains the choices, and the browser's Back and
#' Forward restore them.

#' The choices made on the tabs, starting with those in an address.
#'
#' @return list(value, choose, restore): `value(name)` is reactive
tab_choices <- function(query) {
  chosen <- do.call(reactiveValues, choices_in(query))
  list(
    value = function(name) chosen[[name]],
    all = function() reactiveValuesToList(chosen)[names(choices_of_tabs())],
    choose = function(name, value) chosen[[name]] <- checked_choice(name, value),
    restore = function(query) {
      asked <- choices_in(query)
      for (name in names(asked)) chosen[[name]] <- asked[[name]]
    }
  )
}

#' @param filters result of filters_server()
#' @param choices result of tab_choices()
#' @return reactive, the address of what is shown
follow_address <- function(input, session, filters, choices, start_tab) {
  tab <- reactiveVal(start_tab)
  observeEvent(input$tab, tab(input$tab))
  # A choice of the reader is a step for Back. Days that move on or are cut to the data are not.
  steps <- reactive(address_of(tab(), filters$asked(), choices$all()))
  shown <- reactive(address_of(tab(), filters$shown(), choices$all()))
  address <- debounce(reactive(list(step = steps(), shown = shown())), SETTLED_AFTER_MS)
  last_step <- isolate(steps())
  # Number of Back and Forward steps that the server knows of: address.js drops addresses of earlier ones.
  gone <- 0

  observeEvent(address(), {
    is_step <- address()$step != last_step
    last_step <<- address()$step
    session$sendCustomMessage("address", list(step = gone, address = address()$shown, push = is_step))
  })
  # Sent by address.js on Back and Forward only: Shiny's own url_search echoes late what was just written.
  # The lower priority lets an address win over the inputs that arrive with it, which echo an earlier one.
  observeEvent(input$back, priority = -1, {
    query <- input$back$query
    gone <<- input$back$step
    asked <- filters$restore(query)
    choices$restore(query)
    tab(asked$tab)
    session$sendCustomMessage("chosen", list(step = gone, tab = asked$tab, radios = filters$radios()))
    last_step <<- isolate(steps())
  })
  shown
}
