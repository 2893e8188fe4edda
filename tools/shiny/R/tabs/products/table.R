#' The table of all products.

#' @param products the products found, in display order
#' @param before result of products_before()
product_table <- function(ns, products, before, page, order, board, others) {
  money <- board$money_in(board$currency)
  shown <- page_of_rows(products, page)
  label <- PRODUCT_COLUMNS$label[PRODUCT_COLUMNS$column == order$column]
  address <- paste0("products.csv", address_of("products", board$filters()))
  card(
    sprintf("%s %s, by %s", format_count(nrow(products)), plural(nrow(products), "product"), tolower(label)),
    tagList(
      "Click a heading to sort. ", if (!is.null(before)) {
        sprintf("In brackets: in %s. ", before_in_words(board$filters()))
      }, other_money_note(others, board$currency, board$money_in)
    ),
    tags$a(class = "action download", href = address, download = "products.csv", "Download CSV"),
    tags$div(class = "table-frame", tags$table(
      id = ns("all"), class = "products",
      tags$thead(tags$tr(lapply(seq_len(nrow(PRODUCT_COLUMNS)), function(i) {
        sort_heading(ns, PRODUCT_COLUMNS[i, ], order)
      }))),
      tags$tbody(lapply(seq_len(nrow(shown$rows)), function(i) {
        product_row(ns, shown$rows[i, ], before, money)
      }))
    )),
    page_buttons(ns, shown$page, shown$pages)
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

product_row <- function(ns, product, before, money) {
  cell <- function(column, write, kind = NULL) {
    value <- product[[column]]
    bar <- if (!is.null(kind)) bar_text(kind, product$product_id)
    id <- ns(paste(product$product_id, column, sep = "-"))
    label <- PRODUCT_COLUMNS$label[PRODUCT_COLUMNS$column == column]
    tagAppendAttributes(
      number_tag(
        tags$td, id, value, behind_number(bar, value, write(value)),
        number_before(ns, before, product, column, write)
      ), class = "number",
      `data-label` = label
    )
  }
  tags$tr(
    tags$th(scope = "row", product$name, if (names_brand(product)) tags$small(product$brand)),
    tags$td(if (is.na(product$category)) "\u2013" else group_label(product$category)),
    cell("views", format_count, "viewed"), cell("add_to_carts", format_count, "carted"),
    cell("cart_rate", format_share), cell("units", format_count, "sold"), cell("revenue", money)
  )
}

#' The number of the days to compare with, small; 0 for a product that nobody saw then.
number_before <- function(ns, before, product, column, write) {
  if (is.null(before) || column == "cart_rate") {
    return(NULL)
  }
  earlier <- sum(before[[column]][before$product_id == product$product_id])
  id <- ns(paste(product$product_id, paste0("before_", column), sep = "-"))
  number_tag(tags$small, id, earlier, paste0(" (", write(earlier), ")"))
}

#' TRUE if the brand adds something to the name.
names_brand <- function(product) {
  !is.na(product$brand) && !startsWith(tolower(product$name), tolower(product$brand))
}
