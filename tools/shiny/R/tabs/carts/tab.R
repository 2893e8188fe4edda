#' Carts: how many were started, their outcomes, what was abandoned, and which carts are worth a reminder.

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
        return(empty_state(board$filters(), board$freshness()$events > 0, "carts"))
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

#' The comparable carts of the previous period, or NULL if that period is incomplete.
carts_before <- function(board) {
  filters <- board$filters()
  if (!is_whole(previous_filters(filters), board$first_day())) {
    return(NULL)
  }
  board$ask(ask_carts_before, filters, until = cut_of(board))
}

#' The end of the previous period for a fair comparison, or NULL for the end of its last day.
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
        worth_sentence(total), paste("Value of carts in", board$currency, "by outcome"),
        worth_bars(ns, total, stages, money)
      )
    ),
    age_card(ns, cart_ages(rows), money)
  )
}

left_caption <- function(ns, left, total, before) {
  tagList(
    number_tag(tags$span, ns("begun"), total$begun, format_count(total$begun)),
    plural(total$begun, "cart"), "started",
    if (!is.na(left$share)) tagList(
      "\u00b7", number_tag(tags$span, ns("abandoned-share"), left$share, format_share(left$share)),
      "of closed ones were abandoned (95 % interval:",
      number_tag(tags$span, ns("abandoned-lower"), left$lower, format_share(left$lower)), "to",
      number_tag(tags$span, ns("abandoned-upper"), left$upper, paste0(format_share(left$upper), ")"))
    ),
    if (!is.na(left$before)) tagList(
      "\u00b7 previous period:",
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
    note = paste(format_share(share_of(carts, total$begun), 0), "of carts started"),
    bar = paste0("cart:", names(CART_OUTCOMES))
  )
  bar_list(ns("carts"), items, strong = items$key == "abandoned")
}

#' The value of bought carts, and of abandoned ones by stage.
worth_bars <- function(ns, total, stages, money) {
  at <- function(stage, column) sum(stages[[column]][stages$key == stage])
  values <- c(
    total$bought_value, total$recovered_value, total$open_value,
    at("cart", "abandoned_value"), at("checkout", "abandoned_value")
  )
  items <- data.frame(
    key = c("bought", "recovered", "open", "left-cart", "left-checkout"),
    label = c(
      CART_OUTCOMES[c("bought", "recovered", "open")], "Abandoned in the cart", "Abandoned at checkout"
    ),
    value = values, note = paste(format_share(share_of(values, sum(values)), 0), "of the value of carts")
  )
  bar_list(ns("value"), items, strong = startsWith(items$key, "left"), write = money)
}

age_card <- function(ns, ages, money) {
  tip <- sprintf(
    "%s\n%s %s abandoned\n%s", ages$label, format_count(ages$abandoned),
    ifelse(ages$abandoned == 1, "cart", "carts"), money(ages$abandoned_value)
  )
  items <- data.frame(ages[c("key", "label")], value = ages$abandoned, total = ages$abandoned, tip = tip)
  items$bar <- paste0("cart:abandoned:age:", ages$key)
  card(
    age_sentence(ages),
    "Abandoned carts, by the time from the first product to the last activity",
    column_chart(ns("age"), items, "Abandoned carts by time of use")
  )
}

#' The number of products shown.
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
    tagList("Abandoned carts that contain a product", contents_note(ns, contents)),
    bar_list(ns("lying"), items, strong = seq_len(nrow(items)) == 1)
  )
}

contents_note <- function(ns, contents) {
  if (nrow(contents) == 0) {
    return(NULL)
  }
  known <- contents$known_carts[1]
  tagList(
    "\u00b7", number_tag(tags$span, ns("known-carts"), known, format_count(known)), plural(known, "cart"),
    "with known contents",
    if (known >= MOST_LISTED) sprintf("\u00b7 only the %s most valuable were read", format_count(MOST_LISTED))
  )
}
