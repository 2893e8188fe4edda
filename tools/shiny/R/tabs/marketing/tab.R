#' Marketing: revenue and costs of channels and campaigns.

marketing_ui <- function(id) {
  ns <- NS(id)
  further <- lapply(c("models", "campaigns", "proof"), function(name) uiOutput(ns(name)))
  tagList(loading_output(ns("channels")), further)
}

marketing_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    model <- reactive(board$choices$value("model"))
    observeEvent(input$model, board$choices$choose("model", input$model))
    page <- reactiveVal(1)
    observeEvent(list(board$filters(), model()), page(1))
    observeEvent(input$page, page(suppressWarnings(as.integer(input$page))))
    figures <- reactive(marketing_figures(board, model()))
    campaigns <- reactive(marketing_campaigns(board, figures()))
    is_empty <- function() nrow(figures()$channels) == 0

    output$channels <- renderUI(with_error_state(board, function() {
      if (is_empty()) {
        return(empty_state(board$filters(), board$freshness()$events > 0))
      }
      marketing_view(session$ns, figures(), board)
    }))
    output$models <- renderUI(without_error_state(board, function() {
      credits <- figures()$credits$channels
      if (nrow(credits) > 0) models_side_by_side(session$ns, credits, board$money_in(board$currency))
    }))
    output$campaigns <- renderUI(without_error_state(board, function() {
      if (!is_empty()) {
        campaign_table(
          session$ns, campaigns(), page(), sum(figures()$channels$net), figures()$has_costs,
          board$money_in(board$currency)
        )
      }
    }))
    output$proof <- renderUI(marketing_proof(board$filters(), board$time_zone, board$currency, model()))
  })
}

#' The channels of the period by one model, with their costs and the change from the previous period.
marketing_figures <- function(board, model) {
  filters <- board$filters()
  figures <- c(marketing_sources(board, model), list(
    until = comparable_until(filters, board$freshness()$data_until, board$time_zone),
    others = board$ask(ask_other_orders, filters, currency = board$currency)
  ))
  earlier <- previous_filters(filters)
  if (!is_whole(earlier, board$first_day())) {
    return(figures)
  }
  credits_before <- board$ask(ask_credits, earlier, currency = board$currency, until = figures$until)
  before <- channels_of(
    board$ask(ask_visits, earlier, until = figures$until),
    of_model(credits_before$channels, model)
  )
  c(figures, list(changes = earning_changes(figures$channels, before)))
}

#' The channels of the period by one model, with their costs.
marketing_sources <- function(board, model) {
  filters <- board$filters()
  visits <- board$ask(ask_visits, filters)
  credits <- board$ask(ask_credits, filters, currency = board$currency)
  costs <- board$ask(ask_costs, filters)
  has_costs <- costs_apply(filters, costs)
  channels <- channels_of(visits, of_model(credits$channels, model))
  if (has_costs) {
    channels <- with_costs(channels, costs, "channel", board$currency, sum(channels$net))
  }
  list(
    model = model, visits = visits, credits = credits, channels = channels, costs = costs,
    has_costs = has_costs
  )
}

marketing_campaigns <- function(board, figures) {
  net <- sum(figures$channels$net)
  campaigns <- campaigns_of(figures$visits, of_model(figures$credits$campaigns, figures$model), net)
  if (!figures$has_costs) {
    return(campaigns)
  }
  costs <- figures$costs[nzchar(figures$costs$campaign), , drop = FALSE]
  in_order_of_worth(with_costs(campaigns, costs, CAMPAIGN_KEYS, board$currency, net))
}

marketing_view <- function(ns, figures, board) {
  money <- board$money_in(board$currency)
  pair <- surest_channels(figures$channels)
  losing <- below_cost_note(figures$channels)
  tagList(
    tags$h1(id = ns("headline"), marketing_headline(figures$channels, pair, figures$model, money)),
    tags$p(class = "caption", id = ns("advice"), headline_note(figures$channels, pair), losing),
    channel_table(ns, figures, board)
  )
}
