#' The funnel of the reader's own steps: the server side of the builder and of its figures.

#' The parts of the Funnel tab while it shows the reader's own steps.
#'
#' @return list(builder, suggestions, steps, compared, groups, exits, proof): functions that draw
own_funnel <- function(input, session, board) {
  ns <- session$ns
  asked <- reactive(tryCatch(
    definition_from_text(board$choices$value("steps")), funnel_refused = identity
  ))
  # The form that the page has. An address that it has not sent itself is drawn into it, however often.
  sent <- NULL
  drawn <- reactiveVal(list(definition = USUAL_DEFINITION, is_open = TRUE, turn = 0))
  draw <- function(definition, is_open) {
    drawn(list(definition = definition, is_open = is_open, turn = isolate(drawn()$turn) + 1))
  }
  refused <- reactiveVal(NULL)
  observe({
    definition <- asked()
    refused(NULL)
    if (!is_definition(definition)) {
      draw(USUAL_DEFINITION, is_open = TRUE)
    } else if (!identical(definition, sent)) {
      draw(definition, is_open = identical(definition, USUAL_DEFINITION))
    }
    sent <<- definition
  })
  observeEvent(input$definition, {
    definition <- tryCatch(definition_from_form(input$definition$form), funnel_refused = identity)
    refused(if (!is_definition(definition)) definition)
    if (is_definition(definition)) {
      sent <<- definition
      board$choices$choose("steps", definition_text(definition))
    }
  })
  names <- kept_answer(function() board$ask(ask_event_names, names_filters(board$filters())))
  presets <- kept_answer(function() board$ask(ask_funnel_presets))
  rows <- reactive(board$ask(ask_own_funnel, board$filters(), definition = asked()))
  has_units <- function() is_definition(asked()) && is.null(refused()) && rows()$units[1] > 0
  waiting <- skeleton_for_new(function() list(board$filters(), asked()))

  list(
    builder = function() own_builder(ns, drawn()$definition, names(), presets(), drawn()$is_open),
    suggestions = function() {
      own_suggestions(ns, board$ask(ask_products, names_filters(board$filters()), currency = board$currency))
    },
    steps = function() {
      if (!is.null(refused())) {
        return(refusal_state(refused()))
      }
      if (!is_definition(asked())) {
        return(refusal_state(asked(), "Build another one above."))
      }
      waiting(function() own_figures(ns, rows(), asked(), board))
    },
    compared = function() {
      if (has_units()) or_own_error(function() own_comparison(ns, board, asked()))
    },
    groups = function() {
      if (has_units() && length(asked()$breakdown) > 0) {
        or_own_error(function() {
          own_groups_card(
            ns, board$ask(ask_own_groups, board$filters(), definition = asked()), asked()
          )
        })
      }
    },
    exits = function() {
      if (has_units()) own_exits_part(ns, asked(), isTRUE(input$exits), function() {
        unless_pending(board$ask(ask_own_exits, board$filters(), definition = asked()))
      })
    },
    proof = function() {
      if (has_units()) own_proof(
        board$ask(ask_own_sql, board$filters(), definition = asked()), asked(), board$filters()
      )
    }
  )
}

is_definition <- function(value) !inherits(value, "condition")

#' Events of the days, whoever sent them.
names_filters <- function(filters) modifyList(filters, list(login = "all", traffic = "all"))

#' The headline, the chart and the table of the totals.
own_figures <- function(ns, rows, definition, board) {
  if (rows$units[1] == 0) {
    return(own_empty(definition, board))
  }
  steps <- own_steps(rows, definition)
  address <- paste0("funnel.csv", address_of("funnel", board$filters(), list(
    funnel = "own", steps = definition_text(definition)
  )))
  tagList(
    tags$h1(id = ns("headline"), own_headline(steps, definition)),
    card(
      paste(step_labels(definition)[c(1, nrow(steps))], collapse = " \u2192 "),
      own_interval_words(steps, definition), own_chart(steps, definition)
    ),
    own_table(ns, steps, definition, board, address)
  )
}
