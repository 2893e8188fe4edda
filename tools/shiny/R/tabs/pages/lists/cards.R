#' The part of Pages & search about lists of products.

#' @param list the list whose positions are shown, empty for all
lists_table <- function(ns, lists, list, board) {
  money <- board$money_in(board$currency)
  shown <- utils::head(lists, MOST_LISTS)
  address <- paste0("lists.csv", address_of("pages", board$filters()))
  card(
    lists_sentence(lists),
    "Each product in each view of a list, and what became of it: clicked there, added to the cart, ordered",
    tags$a(class = "action download", href = address, download = "lists.csv", "Download CSV"),
    tags$div(class = "table-frame", tags$table(
      id = ns("all-lists"), class = "products sources",
      tags$thead(tags$tr(tags$th(scope = "col", "List"), lapply(c(
        "Products seen", "Clicked", "Added to cart", "Ordered", "Revenue"
      ), number_heading))),
      tags$tbody(lapply(seq_len(nrow(shown)), function(i) list_row(ns, shown[i, ], i, money)))
    )),
    if (nrow(lists) > nrow(shown)) tags$p(
      class = "none",
      sprintf("The %s lists that were seen most, of %s; the file has all", MOST_LISTS, nrow(lists))
    ),
    list_field(ns, lists, list)
  )
}

#' @param place the position of the list in the table: names of lists may contain any characters
list_row <- function(ns, row, place, money) {
  id <- function(what) ns(paste("list", place, what, sep = "-"))
  verdict <- if (row$is_less) ", fewer than others" else if (row$is_more) ", more than others"
  tags$tr(
    tags$th(scope = "row", row$list),
    number_cell(id("seen"), row$seen, format_count(row$seen), "Products seen"),
    number_cell(
      id("clicks"), row$clicks, format_count(row$clicks), "Clicked", if (!is.na(row$chosen)) tags$small(
        class = if (row$is_less) "down" else if (row$is_more) "up", paste0(share_with_limits(row), verdict)
      )
    ),
    number_cell(id("carted"), row$add_to_carts, format_count(row$add_to_carts), "Added to cart"),
    number_cell(id("lines"), row$lines, format_count(row$lines), "Ordered"),
    number_cell(id("revenue"), row$revenue, money(row$revenue), "Revenue")
  )
}

share_with_limits <- function(row) {
  sprintf("%s (%s to %s)", format_share(row$chosen), format_share(row$lower), format_share(row$upper))
}

positions_card <- function(ns, positions, list) {
  shown <- utils::head(positions[!is.na(positions$chosen), , drop = FALSE], MOST_POSITIONS)
  items <- data.frame(
    key = shown$position, label = sprintf("Position %s", format_count(shown$position)), value = shown$chosen,
    note = sprintf(
      "%s of %s seen (95 %% interval: %s to %s) \u00b7 %s to the cart \u00b7 %s ordered",
      format_count(shown$clicks), format_count(shown$seen), format_share(shown$lower),
      format_share(shown$upper), format_count(shown$add_to_carts), format_count(shown$lines)
    )
  )
  card(
    positions_sentence(positions, list), "Share of the products seen that were clicked",
    if (nrow(shown) == 0) tags$p(class = "none", "None in this selection"),
    bar_list(ns("position"), items, strong = items$key == 1, write = format_share)
  )
}

list_field <- function(ns, lists, list) {
  names <- c("", lists$list)
  selectInput(
    ns("list"), "Positions of the list", stats::setNames(names, list_label(names)), list, selectize = FALSE
  )
}

#' The outputs of the part. The field stays while another list is chosen, so that it keeps the focus.
lists_server <- function(input, output, session, board) {
  placed <- reactive(board$ask(ask_lists, board$filters(), currency = board$currency))
  lists <- reactive(if (nrow(placed()) > 0) all_lists(placed()))
  chosen <- reactive(list_chosen(lists(), board$choices$value("list")))
  shown <- reactiveVal("")
  observeEvent(input$list, if (input$list != shown()) board$choices$choose("list", input$list))
  output$lists_table <- renderUI(without_error_state(board, function() {
    if (!is.null(lists())) lists_table(session$ns, lists(), isolate(chosen()), board)
  }))
  output$positions <- renderUI(without_error_state(board, function() {
    if (!is.null(lists())) {
      shown(chosen())
      updateSelectInput(session, "list", selected = chosen())
      positions_card(session$ns, positions_of(placed(), chosen()), chosen())
    }
  }))
}
