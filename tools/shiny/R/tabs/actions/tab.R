#' Actions: at most five things to do, the most money first.

actions_ui <- function(id) {
  ns <- NS(id)
  tagList(
    loading_output(ns("actions")), uiOutput(ns("said"), class = "done-said", role = "status"),
    uiOutput(ns("done")), uiOutput(ns("proof"))
  )
}

actions_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    drawn <- new.env()
    output$actions <- renderUI(with_error_state(board, function() {
      examined <- examined_actions(board)
      if (is.null(examined)) {
        return(empty_state(board$filters(), board$freshness()$events > 0))
      }
      shown <- top_actions(examined$result$found)
      done <- done_or_null(board)
      list2env(list(shown = shown, done = done, filters = board$filters()), drawn)
      actions_view(session$ns, examined, shown, done, board)
    }))
    said <- record_server(input, board, drawn)
    output$said <- renderUI(said())
    output$done <- renderUI(without_error_state(board, function() {
      drawn$done <- board$done()
      done_list(session$ns, still_done(drawn$done), board)
    }))
    output$proof <- renderUI(actions_proof(board$filters(), board$time_zone, board$currency))
  })
}

#' The actions of the chosen days, NULL if nothing happened in them.
#'
#' @return list(result = result of actions_among(), worth, days)
examined_actions <- function(board) {
  counts <- action_counts(board)
  if (nrow(counts$products) == 0 && sum(counts$funnel$sessions) == 0) {
    return(NULL)
  }
  days <- counted_days(board$filters(), board$first_day(), board$freshness()$data_until, board$time_zone)
  list(result = actions_among(action_kinds(counts), days), worth = counts$worth, days = days)
}

#' All counts that actions rest on.
action_counts <- function(board) {
  filters <- board$filters()
  ask <- function(question) board$ask(question, filters, currency = board$currency)
  costs <- board$ask(ask_costs, filters)
  list(
    worth = ask(ask_order_worth), products = ask(ask_products), funnel = board$ask(ask_funnel, filters),
    campaigns = if (costs_apply(filters, costs)) {
      marketing_campaigns(board, marketing_sources(board, choices_of_tabs()$model$usual))
    },
    carts = ask(ask_carts), left = ask(ask_carts_left), terms = ask(ask_searches)
  )
}

action_kinds <- function(counts) {
  list(
    product_candidates(counts$products, counts$worth), step_candidates(counts$funnel, counts$worth),
    campaign_candidates(counts$campaigns, counts$worth), cart_candidates(counts$left, counts$carts),
    term_candidates(counts$terms, counts$worth)
  )
}

#' @param examined result of examined_actions()
#' @param shown its first actions
#' @param done result of ask_done(), or NULL
actions_view <- function(ns, examined, shown, done, board) {
  money <- board$money_in(board$currency)
  tagList(
    tags$h1(id = ns("headline"), actions_headline(shown, money)),
    tags$p(
      class = "caption", id = ns("examined"), `data-value` = exact_number(sum(examined$result$examined)),
      examined_sentence(examined$result, nrow(shown))
    ),
    lapply(seq_len(nrow(shown)), function(i) {
      record <- record_of_card(ns, shown[i, ], done, board)
      action_card(ns, shown[i, ], i, board$filters(), money, record)
    }),
    worth_note(ns, examined$worth, examined$days, money)
  )
}

#' The orders that the value of a gain comes from.
worth_note <- function(ns, worth, days, money) {
  mean <- share_of(worth$net, worth$orders)
  tags$p(
    class = "caption", id = ns("worth"), "An order is worth",
    number_tag(tags$span, ns("mean"), mean, money(mean)), "net on average:",
    number_tag(tags$span, ns("net"), worth$net, money(worth$net)), "from",
    number_tag(tags$span, ns("orders"), worth$orders, format_count(worth$orders)),
    sprintf("%s in %s %s with data.", plural(worth$orders, "order"), format_count(days), plural(days, "day"))
  )
}
