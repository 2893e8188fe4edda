#' The events of a session, an order or a cart, in order, each with its object and line.

#' "session:8f2c" -> list(kind, id), or NULL.
opened_from <- function(text) {
  parts <- regmatches(text, regexec("^(session|order|cart):(.+)$", text))[[1]]
  if (length(parts) == 3) list(kind = parts[2], id = parts[3])
}

opened_card <- function(ns, opened, page, board) {
  page <- if (isTRUE(page >= 1)) page else 1
  rows <- board$ask(
    ask_opened, opened$kind, opened$id, count = ROWS_OF_A_PAGE, after = (page - 1) * ROWS_OF_A_PAGE
  )
  total <- if (nrow(rows) > 0) rows$total[1] else 0
  card(
    tagList(
      number_tag(tags$span, ns("opened-total"), total, format_count(total)), plural(total, "event"),
      opened_words(opened)
    ),
    paste0(
      "In the order in which they happened, by the shop\u2019s clock, each with the object of the bucket and",
      " the line from which it was loaded.", if (opened$kind == "order") {
        " All of the session in which it was placed, and those that told of it."
      }
    ),
    if (total > 0) events_table(ns, rows, board, id = "opened-rows"),
    page_buttons(ns, page, max(ceiling(total / ROWS_OF_A_PAGE), page), "opened_page")
  )
}

opened_words <- function(opened) {
  sprintf(c(session = "of session %s", order = "of order %s", cart = "of cart %s")[[opened$kind]], opened$id)
}
