#' Figures and sentences of Products.

#' The columns of the table, in order: their headings, and whether they sort as numbers.
PRODUCT_COLUMNS <- data.frame(
  column = c("name", "category", "views", "add_to_carts", "cart_rate", "units", "revenue"),
  label = c("Product", "Category", "Views", "Add to carts", "View \u2192 cart", "Units sold", "Revenue"),
  numeric = c(FALSE, FALSE, TRUE, TRUE, TRUE, TRUE, TRUE),
  stringsAsFactors = FALSE
)

#' Rows of ask_products() of one category and one brand, with cart_rate = add to carts per view.
#'
#' @param only narrowings of products
products_of <- function(rows, only = NULL) {
  kept <- rows
  for (name in names(only)) {
    values <- ifelse(is.na(kept[[name]]), "unknown", kept[[name]])
    kept <- kept[values == only[[name]], , drop = FALSE]
  }
  kept$cart_rate <- share_of(kept$add_to_carts, kept$views)
  kept
}

#' The categories in the data, for the filter.
categories_in <- function(rows) sort(unique(rows$category[!is.na(rows$category)]))

#' Rows in the order of one column; ties are sorted by product id, empty values come last.
sort_products <- function(products, column, descending) {
  values <- products[[column]]
  rank <- xtfrm(if (is.character(values)) tolower(values) else values)
  products[order(if (descending) -rank else rank, products$product_id, na.last = TRUE), , drop = FALSE]
}

#' The order after a click: the sorted column is reversed; another column starts with its largest value (text:
#' with A).
#'
#' @param order list(column, descending)
#' @param column the clicked column; an unknown one changes nothing
next_order <- function(order, column) {
  at <- match(column, PRODUCT_COLUMNS$column)
  if (is.na(at)) {
    return(order)
  }
  descending <- if (order$column == column) !order$descending else PRODUCT_COLUMNS$numeric[at]
  list(column = column, descending = descending)
}

#' An order as in the address: "-views" is descending, "name" ascending.
order_text <- function(order) paste0(if (order$descending) "-", order$column)
order_from <- function(text) list(column = sub("^-", "", text), descending = startsWith(text, "-"))

#' The products whose name, brand or id contains a text.
search_products <- function(products, text) {
  if (!is.character(text) || length(text) != 1 || !validUTF8(text) || !nzchar(trimws(text))) {
    return(products)
  }
  words <- tolower(paste(products$name, products$brand, products$product_id))
  products[grepl(tolower(trimws(text)), words, fixed = TRUE), , drop = FALSE]
}

#' The n best rows by a column, without those at zero.
top_products <- function(products, column, n = 5) {
  utils::head(sort_products(products[products[[column]] > 0, , drop = FALSE], column, TRUE), n)
}

#' The title of the tab.
products_headline <- function(products) {
  viewed <- top_products(products, "views", 1)
  sold <- top_products(products, "units", 1)
  views <- format_count(viewed$views)
  pieces <- paste(format_count(sold$units), plural(sum(sold$units), "piece"))
  if (nrow(viewed) == 0 && nrow(sold) == 0) {
    return("No product was viewed or sold.")
  }
  if (nrow(sold) == 0) {
    return(sprintf("%s draws the most views (%s); nothing was sold.", viewed$name, views))
  }
  if (nrow(viewed) == 0) {
    return(sprintf("%s sells best (%s).", sold$name, pieces))
  }
  if (viewed$product_id == sold$product_id) {
    return(sprintf("%s is both viewed most (%s) and sold most (%s).", sold$name, views, pieces))
  }
  sprintf("%s is viewed most (%s), but %s sells best (%s).", viewed$name, views, sold$name, pieces)
}

#' The share of the top products: "The top 5 draw 62 % of all views"
concentration_sentence <- function(top, all, what, verb, whole) {
  if (length(top) == 0) {
    return(paste("No", what))
  }
  if (length(top) == sum(all > 0)) {
    return(paste("All", what, "go to", length(top), plural(length(top), "product")))
  }
  paste("The top", length(top), verb, format_share(sum(top) / sum(all), 0), whole)
}
