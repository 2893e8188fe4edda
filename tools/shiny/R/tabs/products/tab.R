#' Products: what is viewed, what sells, what is viewed but not bought, and what is bought together.

products_ui <- function(id) {
  ns <- NS(id)
  tagList(
    loading_output(ns("rankings")),
    tags$input(
      type = "search", class = "search", placeholder = "Search products", `aria-label` = "Search products",
      `data-search-input` = ns("search"), maxlength = "100"
    ),
    uiOutput(ns("table")), uiOutput(ns("together")), uiOutput(ns("bands")),
    uiOutput(ns("proof"))
  )
}

products_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    rows <- reactive(board$ask(ask_products, board$filters(), currency = board$currency))
    others <- reactive(board$ask(ask_other_orders, board$filters(), currency = board$currency))
    together <- reactive(board$ask(ask_together, board$filters()))
    bands <- reactive(board$ask(ask_bands, board$filters(), currency = board$currency))
    discounted <- reactive(board$ask(ask_discounted, board$filters(), currency = board$currency))
    only <- reactive(narrowings_of(board$filters(), "product"))
    products <- reactive(products_of(rows(), only()))
    order_by <- reactive(order_from(board$choices$value("sort")))

    found <- reactive(sort_products(
      search_products(products(), input$search), order_by()$column, order_by()$descending
    ))
    page <- reactiveVal(1)

    # Depends on nothing that queries the warehouse: an error in an observer would end the session.
    observeEvent(
      list(board$filters(), board$choices$value("sort"), input$search),
      page(1)
    )
    observeEvent(input$page, page(suppressWarnings(as.integer(input$page))))
    observeEvent(input$sort, board$choices$choose("sort", order_text(next_order(order_by(), input$sort))))

    output$rankings <- renderUI(with_error_state(board, function() {
      if (nrow(products()) == 0) {
        return(empty_state(board$filters(), board$freshness()$events > 0))
      }
      tagList(
        tags$h1(id = session$ns("headline"), products_headline(products())),
        choice_buttons(NS("filters")("only"), category_choices(rows()), chosen_category(only()), "Category"),
        product_rankings(session$ns, products())
      )
    }))
    output$table <- renderUI(without_error_state(board, function() {
      if (nrow(products()) > 0) {
        product_table(session$ns, found(), products_before(board), page(), order_by(), board, others())
      }
    }))
    output$together <- renderUI(without_error_state(board, function() {
      if (nrow(products()) > 0) together_card(session$ns, together(), products()$product_id)
    }))
    output$bands <- renderUI(without_error_state(board, function() {
      if (nrow(products()) > 0) bands_cards(session$ns, bands(), discounted(), board)
    }))
    output$proof <- renderUI(products_proof(board$filters(), board$time_zone, board$currency))
  })
}

#' The products of the days to compare with, up to the same hour; NULL if the data began later.
products_before <- function(board) {
  filters <- board$filters()
  previous <- previous_filters(filters)
  if (is_whole(previous, board$first_day())) {
    until <- comparable_until(filters, board$freshness()$data_until, board$time_zone)
    board$ask(ask_products, previous, currency = board$currency, until = until)
  }
}

#' The buttons of the category, which is a filter of the bar as well.
category_choices <- function(rows) {
  categories <- categories_in(rows)
  values <- sprintf("category=%s", c("all", categories))
  stats::setNames(values, c("All categories", group_label(categories)))
}

chosen_category <- function(only) {
  paste0("category=", if ("category" %in% names(only)) only[["category"]] else "all")
}

product_rankings <- function(ns, products) {
  viewed <- top_products(products, "views")
  sold <- top_products(products, "units")
  left <- viewed_not_bought(products)
  tags$div(
    class = "three",
    card(
      concentration_sentence(viewed$views, products$views, "views", "draw", "of all views"),
      "Most viewed \u00b7 product views",
      ranking(ns("viewed"), viewed, viewed$views, paste(format_share(viewed$cart_rate), "to cart"), "viewed")
    ),
    card(
      concentration_sentence(sold$units, products$units, "sales", "make up", "of all pieces sold"),
      "Best selling \u00b7 pieces ordered",
      ranking(ns("sold"), sold, sold$units, paste(format_count(sold$views), "views"), "sold")
    ),
    card(
      missing_sentence(left),
      "Viewed, but not bought \u00b7 missing add to carts compared with the category, at least",
      ranking(ns("left"), left, ceiling(left$missing), sprintf(
        "%s views, %s to cart, %s sold", format_count(left$views), format_count(left$add_to_carts),
        format_count(left$units)
      ))
    )
  )
}

#' @param kind the kind of its bars (see bars()), or NULL: they are no counts
ranking <- function(id, products, values, notes, kind = NULL) {
  if (nrow(products) == 0) {
    return(tags$p(class = "none", "None in this selection"))
  }
  items <- data.frame(key = products$product_id, label = products$name, value = values, note = notes)
  if (!is.null(kind)) items$bar <- vapply(products$product_id, function(id) bar_text(kind, id), "")
  bar_list(id, items, strong = seq_len(nrow(products)) == 1)
}
