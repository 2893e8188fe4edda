#' Pages & search: what shoppers search for and do not find, landing pages, exit pages, and paths.

pages_ui <- function(id) {
  ns <- NS(id)
  tagList(
    loading_output(ns("figures")), uiOutput(ns("terms_table")), uiOutput(ns("landing")),
    uiOutput(ns("lists_table")), uiOutput(ns("positions")),
    uiOutput(ns("around_field")), uiOutput(ns("around_cards")), uiOutput(ns("proof"))
  )
}

pages_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    terms <- reactive(board$ask(ask_searches, board$filters(), currency = board$currency))
    paths <- reactive(board$ask(ask_pages, board$filters(), currency = board$currency))
    has_sessions <- reactive(sum(paths()$sessions) > 0 || nrow(terms()) > 0)
    choice <- reactive(board$choices$value("terms"))
    page <- reactiveVal(1)
    observeEvent(input$terms, board$choices$choose("terms", input$terms))
    observeEvent(list(board$filters(), board$choices$value("terms")), page(1))
    observeEvent(input$page, page(suppressWarnings(as.integer(input$page))))

    output$figures <- renderUI(with_error_state(board, function() {
      if (!has_sessions()) {
        return(empty_state(board$filters(), board$freshness()$events > 0))
      }
      tagList(
        tags$h1(id = session$ns("headline"), pages_headline(terms(), paths())),
        tags$div(
          class = "two", empty_card(session$ns, terms(), searches_before(board), board),
          exit_card(session$ns, pages_of_kind(paths(), "exit"))
        )
      )
    }))
    output$terms_table <- renderUI(without_error_state(board, function() {
      if (has_sessions() && nrow(terms()) > 0) terms_table(session$ns, terms(), choice(), page(), board)
    }))
    output$landing <- renderUI(without_error_state(board, function() {
      if (has_sessions()) landing_table(session$ns, paths(), board)
    }))
    lists_server(input, output, session, board)
    around_server(input, output, session, board)
    output$proof <- renderUI(pages_proof(board$filters(), board$time_zone, board$currency, cut_of(board)))
  })
}

#' The comparable searches of the previous period, or NULL if that period is incomplete.
searches_before <- function(board) {
  filters <- board$filters()
  if (!is_whole(previous_filters(filters), board$first_day())) {
    return(NULL)
  }
  board$ask(ask_searches_before, filters, until = cut_of(board))
}

#' The number of bars on a card.
MOST_BARS <- 7

empty_card <- function(ns, terms, before, board) {
  total <- search_total(terms)
  change <- empty_change(total, before)
  none <- utils::head(terms_of(terms, "nothing"), MOST_BARS)
  items <- data.frame(
    key = seq_len(nrow(none)), label = term_label(none$term), value = none$empty,
    bar = vapply(none$term, function(term) bar_text("nothing", term), ""),
    note = sprintf("of %s %s", format_count(none$searches), ifelse(none$searches == 1, "search", "searches"))
  )
  card(
    if (total$searches == 0) "Nobody searched" else empty_sentence(change, board$filters()),
    tagList(
      number_tag(tags$span, ns("searches"), total$searches, format_count(total$searches)),
      plural(total$searches, "search"), "\u00b7",
      number_tag(tags$span, ns("empty"), total$empty, format_count(total$empty)), "without a result",
      if (!is.na(change$share)) sprintf(
        "(95 %% interval: %s to %s)", format_share(change$lower), format_share(change$upper)
      ),
      if (total$unknown > 0) sprintf("\u00b7 %s without a number of results", format_count(total$unknown))
    ),
    if (nrow(none) > 0) tags$p(
      class = "caption", "Stock these products, or add these words to the search."
    ),
    bar_list(ns("nothing"), items, strong = items$key == 1)
  )
}

exit_card <- function(ns, exits) {
  lost <- exits$sessions - exits$ordering
  shown <- utils::head(exits[order(-lost, exits$path), , drop = FALSE], MOST_BARS)
  lost <- shown$sessions - shown$ordering
  items <- data.frame(
    key = seq_len(nrow(shown)), label = page_label(shown$path), value = lost,
    bar = vapply(shown$path, function(path) bar_text("exit", path), ""),
    note = sprintf("of %s that ended here", format_count(shown$sessions))
  )
  card(
    exit_sentence(exits), "Sessions without an order, by exit page",
    bar_list(ns("exit"), items, strong = items$key == 1)
  )
}
