#' Products: what is viewed, what sells, and what is looked at but left.

mod_products_ui <- function(id) {
  ns <- NS(id)
  tagList(
    loading_output(ns("rankings")),
    tags$input(
      type = "search", class = "search", placeholder = "Search products", `aria-label` = "Search products",
      `data-search-input` = ns("search"), maxlength = "100"
    ),
    uiOutput(ns("table")), uiOutput(ns("proof"))
  )
}

mod_products_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    rows <- reactive(board$ask(ask_products, board$filters(), currency = board$currency))
    others <- reactive(board$ask(ask_other_orders, board$filters(), currency = board$currency))
    category <- reactive(choice_of(board$choices$value("category"), categories_in(rows()), "all"))
    products <- reactive(products_of(rows(), category()))
    order_by <- reactive(order_from(board$choices$value("sort")))

    found <- reactive(sort_products(
      search_products(products(), input$search), order_by()$column, order_by()$descending
    ))
    page <- reactiveVal(1)

    # Of nothing that asks the warehouse: an error in an observer would end the session.
    observeEvent(
      list(board$filters(), board$choices$value("category"), board$choices$value("sort"), input$search),
      page(1)
    )
    observeEvent(input$page, page(suppressWarnings(as.integer(input$page))))
    observeEvent(input$category, board$choices$choose("category", input$category))
    observeEvent(input$sort, board$choices$choose("sort", order_text(next_order(order_by(), input$sort))))

    output$rankings <- renderUI(with_error_state(board, function() {
      if (nrow(rows()) == 0) {
        return(empty_state(board$filters(), board$freshness()$events > 0))
      }
      tagList(
        tags$h1(id = session$ns("headline"), products_headline(products())),
        choice_buttons(session$ns("category"), category_choices(rows()), category(), "Category"),
        product_rankings(session$ns, products())
      )
    }))
    output$table <- renderUI(without_error_state(board, function() {
      if (nrow(rows()) > 0) {
        product_table(session$ns, found(), page(), order_by(), category(), board, others())
      }
    }))
    output$proof <- renderUI(products_proof(board$filters(), board$time_zone, board$currency))
  })
}

category_choices <- function(rows) {
  categories <- categories_in(rows)
  c("All categories" = "all", stats::setNames(categories, group_label(categories)))
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
      ranking(ns("viewed"), viewed, viewed$views, paste(format_share(viewed$cart_rate), "to cart"))
    ),
    card(
      concentration_sentence(sold$units, products$units, "sales", "make up", "of all pieces sold"),
      "Best selling \u00b7 pieces ordered",
      ranking(ns("sold"), sold, sold$units, paste(format_count(sold$views), "views"))
    ),
    card(
      missing_sentence(left),
      "Viewed, but not bought \u00b7 add to carts missing at the least, at the rate of the category",
      ranking(ns("left"), left, ceiling(left$missing), sprintf(
        "%s views, %s to cart, %s sold", format_count(left$views), format_count(left$add_to_carts),
        format_count(left$units)
      ))
    )
  )
}

ranking <- function(id, products, values, notes) {
  if (nrow(products) == 0) {
    return(tags$p(class = "none", "None in this selection"))
  }
  items <- data.frame(key = products$product_id, label = products$name, value = values, note = notes)
  bar_list(id, items, strong = seq_len(nrow(products)) == 1)
}

#' @param products those that were found, in the order in which they are shown
product_table <- function(ns, products, page, order, category, board, others) {
  money <- board$money_in(board$currency)
  shown <- page_of_rows(products, page)
  label <- PRODUCT_COLUMNS$label[PRODUCT_COLUMNS$column == order$column]
  address <- paste0("products.csv", address_of("products", board$filters()), "&category=", category)
  card(
    sprintf("%s %s, by %s", format_count(nrow(products)), plural(nrow(products), "product"), tolower(label)),
    tagList("Click a heading to sort. ", other_money_note(others, board$currency, board$money_in)),
    tags$a(class = "action download", href = address, download = "products.csv", "Download CSV"),
    tags$div(class = "table-frame", tags$table(
      id = ns("all"), class = "products",
      tags$thead(tags$tr(lapply(seq_len(nrow(PRODUCT_COLUMNS)), function(i) {
        sort_heading(ns, PRODUCT_COLUMNS[i, ], order)
      }))),
      tags$tbody(lapply(seq_len(nrow(shown$rows)), function(i) product_row(ns, shown$rows[i, ], money)))
    )),
    page_buttons(ns, shown$page, shown$pages)
  )
}

page_buttons <- function(ns, page, pages) {
  if (pages == 1) {
    return(NULL)
  }
  tags$nav(
    class = "pages", `aria-label` = "Pages",
    if (page > 1) action_button(ns("page"), "Previous", page - 1),
    tags$span(sprintf("Page %d of %d", page, pages)),
    if (page < pages) action_button(ns("page"), "Next", page + 1)
  )
}

sort_heading <- function(ns, column, order) {
  direction <- if (order$column == column$column) {
    if (order$descending) "descending" else "ascending"
  }
  tags$th(
    scope = "col", class = if (column$numeric) "number", `aria-sort` = direction,
    tags$button(type = "button", `data-input` = ns("sort"), `data-value` = column$column, column$label)
  )
}

product_row <- function(ns, product, money) {
  cell <- function(column, write) {
    value <- product[[column]]
    id <- ns(paste(product$product_id, column, sep = "-"))
    label <- PRODUCT_COLUMNS$label[PRODUCT_COLUMNS$column == column]
    tagAppendAttributes(number_tag(tags$td, id, value, write(value)), class = "number", `data-label` = label)
  }
  tags$tr(
    tags$th(scope = "row", product$name, if (names_brand(product)) tags$small(product$brand)),
    tags$td(if (is.na(product$category)) "\u2013" else group_label(product$category)),
    cell("views", format_count), cell("add_to_carts", format_count), cell("cart_rate", format_share),
    cell("units", format_count), cell("revenue", money)
  )
}

#' TRUE where the brand adds something to the name.
names_brand <- function(product) {
  !is.na(product$brand) && !startsWith(tolower(product$name), tolower(product$brand))
}
