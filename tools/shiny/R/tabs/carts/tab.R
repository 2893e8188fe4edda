#' Carts: how many were begun, what became of them, what was left behind, and which are worth a reminder.

carts_ui <- function(id) {
  ns <- NS(id)
  tagList(
    loading_output(ns("figures")), uiOutput(ns("groups")), uiOutput(ns("contents")), uiOutput(ns("list")),
    uiOutput(ns("proof"))
  )
}

carts_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    rows <- reactive(board$ask(ask_carts, board$filters(), currency = board$currency))
    contents <- reactive(board$ask(ask_carts_contents, board$filters(), currency = board$currency))
    left <- reactive(board$ask(ask_carts_left, board$filters(), currency = board$currency))
    split <- reactive(board$choices$value("split"))
    page <- reactiveVal(1)
    observeEvent(input$split, board$choices$choose("split", input$split))
    observeEvent(board$filters(), page(1))
    observeEvent(input$page, page(suppressWarnings(as.integer(input$page))))

    output$figures <- renderUI(with_error_state(board, function() {
      if (nrow(rows()) == 0) {
        return(empty_state(board$filters(), board$freshness()$events > 0, "cart"))
      }
      cart_figures(session$ns, rows(), carts_before(board), board)
    }))
    output$groups <- renderUI(without_error_state(board, function() {
      if (nrow(rows()) > 0) cart_groups(session$ns, rows(), split(), board)
    }))
    output$contents <- renderUI(without_error_state(board, function() {
      if (nrow(rows()) > 0) contents_card(session$ns, contents(), board$money_in(board$currency))
    }))
    output$list <- renderUI(without_error_state(board, function() {
      if (nrow(rows()) > 0) left_table(session$ns, left(), page(), board)
    }))
    output$proof <- renderUI(carts_proof(board$filters(), board$time_zone, board$currency, cut_of(board)))
  })
}

#' Carts of the period before as far as it can be compared, NULL where it is not whole.
carts_before <- function(board) {
  filters <- board$filters()
  if (!is_whole(previous_filters(filters), board$first_day())) {
    return(NULL)
  }
  board$ask(ask_carts_before, filters, until = cut_of(board))
}

#' Where the period before has to stop, NULL for its end.
cut_of <- function(board) comparable_until(board$filters(), board$freshness()$data_until, board$time_zone)

cart_figures <- function(ns, rows, before, board) {
  total <- carts_total(rows)
  stages <- carts_by(rows, "stage")
  money <- board$money_in(board$currency)
  left <- left_change(total, before)
  note <- other_carts_note(rows, board$currency, board$money_in)
  tagList(
    tags$h1(id = ns("headline"), carts_headline(rows, board$currency, board$money_in)),
    if (!is.null(note)) tags$p(class = "caption", id = ns("other-currencies"), note),
    tags$div(
      class = "two",
      card(
        left_sentence(left, total, board$filters()), left_caption(ns, left, total, before),
        outcome_bars(ns, total)
      ),
      card(
        worth_sentence(total), paste("Value of carts in", board$currency, "by what became of them"),
        worth_bars(ns, total, stages, money)
      )
    ),
    age_card(ns, cart_ages(rows), money)
  )
}

left_caption <- function(ns, left, total, before) {
  tagList(
    number_tag(tags$span, ns("begun"), total$begun, format_count(total$begun)),
    plural(total$begun, "cart"), "begun",
    if (!is.na(left$share)) tagList(
      "\u00b7", number_tag(tags$span, ns("abandoned-share"), left$share, format_share(left$share)),
      "of those that are over are left (chance alone:",
      number_tag(tags$span, ns("abandoned-lower"), left$lower, format_share(left$lower)), "to",
      number_tag(tags$span, ns("abandoned-upper"), left$upper, paste0(format_share(left$upper), ")"))
    ),
    if (!is.na(left$before)) tagList(
      "\u00b7 the period before:",
      number_tag(tags$span, ns("before-share"), left$before, format_share(left$before)),
      "of", number_tag(tags$span, ns("before-begun"), before$begun, format_count(before$begun)),
      plural(before$begun, "cart")
    )
  )
}

outcome_bars <- function(ns, total) {
  carts <- unlist(total[names(CART_OUTCOMES)])
  items <- data.frame(
    key = names(CART_OUTCOMES), label = unname(CART_OUTCOMES), value = carts,
    note = paste(format_share(share_of(carts, total$begun), 0), "of carts begun")
  )
  bar_list(ns("carts"), items, strong = items$key == "abandoned")
}

#' What was bought, and what was left, where it was left.
worth_bars <- function(ns, total, stages, money) {
  at <- function(stage, column) sum(stages[[column]][stages$key == stage])
  values <- c(
    total$bought_value, total$recovered_value, total$open_value,
    at("cart", "abandoned_value"), at("checkout", "abandoned_value")
  )
  items <- data.frame(
    key = c("bought", "recovered", "open", "left-cart", "left-checkout"),
    label = c(CART_OUTCOMES[c("bought", "recovered", "open")], "Left in the cart", "Left at checkout"),
    value = values, note = paste(format_share(share_of(values, sum(values)), 0), "of the value of carts")
  )
  bar_list(ns("value"), items, strong = startsWith(items$key, "left"), write = money)
}

age_card <- function(ns, ages, money) {
  tip <- sprintf(
    "%s\n%s %s left\n%s", ages$label, format_count(ages$abandoned),
    ifelse(ages$abandoned == 1, "cart", "carts"), money(ages$abandoned_value)
  )
  items <- data.frame(ages[c("key", "label")], value = ages$abandoned, total = ages$abandoned, tip = tip)
  card(
    age_sentence(ages),
    "Carts left behind, by the time from the first product to the last thing done with the cart",
    column_chart(ns("age"), items, "Carts left behind, by how long they were used")
  )
}

#' How many products are shown of those that lie in carts.
PRODUCTS_IN_CARTS <- 8

contents_card <- function(ns, contents, money) {
  shown <- utils::head(contents, PRODUCTS_IN_CARTS)
  items <- data.frame(
    key = shown$product_id, label = shown$name, value = shown$carts,
    note = sprintf(
      "%s %s worth %s", format_count(shown$pieces), ifelse(shown$pieces == 1, "piece", "pieces"),
      money(shown$value)
    )
  )
  card(
    contents_sentence(contents),
    tagList("Carts left behind in which a product lies", contents_note(ns, contents)),
    bar_list(ns("lying"), items, strong = seq_len(nrow(items)) == 1)
  )
}

contents_note <- function(ns, contents) {
  if (nrow(contents) == 0) {
    return(NULL)
  }
  told <- contents$told[1]
  tagList(
    "\u00b7", number_tag(tags$span, ns("told"), told, format_count(told)), plural(told, "cart"),
    "tell their products",
    if (told >= MOST_LISTED) sprintf("\u00b7 the %s most valuable were asked", format_count(MOST_LISTED))
  )
}
