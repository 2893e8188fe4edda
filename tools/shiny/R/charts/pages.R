#' Long tables in pages.

ROWS_OF_A_PAGE <- 50

#' One page of rows, or the nearest that exists: list(rows, page, pages).
page_of_rows <- function(rows, page) {
  pages <- max(ceiling(nrow(rows) / ROWS_OF_A_PAGE), 1)
  page <- if (isTRUE(page >= 1)) min(page, pages) else 1
  first <- (page - 1) * ROWS_OF_A_PAGE
  shown <- seq_len(nrow(rows)) > first & seq_len(nrow(rows)) <= first + ROWS_OF_A_PAGE
  list(rows = rows[shown, , drop = FALSE], page = page, pages = pages)
}

page_buttons <- function(ns, page, pages, input = "page") {
  if (pages == 1) {
    return(NULL)
  }
  tags$nav(
    class = "pages", `aria-label` = "Pages",
    if (page > 1) action_button(ns(input), "Previous", page - 1),
    tags$span(sprintf("Page %d of %d", page, pages)),
    if (page < pages) action_button(ns(input), "Next", page + 1)
  )
}
