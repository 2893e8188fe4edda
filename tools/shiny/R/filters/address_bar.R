#' Keeps the address bar and the page alike: what is chosen stands in the address, and the browser's Back and
#' Forward bring back what stood there.

#' What was chosen on the tabs, beginning with what an address asks for.
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

#' @param filters what filters_server() gives
#' @param choices what tab_choices() gives
follow_address <- function(input, session, filters, choices, start_tab) {
  tab <- reactiveVal(start_tab)
  observeEvent(input$tab, tab(input$tab))
  # What was asked for makes a step for Back; days that move on or are cut to the data make none.
  steps <- reactive(address_of(tab(), filters$asked(), choices$all()))
  shown <- reactive(address_of(tab(), filters$shown(), choices$all()))
  address <- debounce(reactive(list(step = steps(), shown = shown())), SETTLED_AFTER_MS)
  last_step <- isolate(steps())
  # How often the reader went Back or Forward, as far as is known here: address.js drops what comes too late.
  gone <- 0

  observeEvent(address(), {
    is_step <- address()$step != last_step
    last_step <<- address()$step
    session$sendCustomMessage("address", list(step = gone, address = address()$shown, push = is_step))
  })
  # Told by address.js on Back and Forward alone. Shiny's own url_search echoes what was just written, late.
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
}
