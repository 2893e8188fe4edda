#' The tables of terms and of landing pages.

#' @param terms result of ask_searches()
terms_table <- function(ns, terms, choice, page, board) {
  money <- board$money_in(board$currency)
  of_choice <- terms_of(terms, choice)
  shown <- page_of_rows(of_choice, page)
  address <- paste0("searches.csv", address_of("pages", board$filters()))
  card(
    terms_sentence(terms_of(terms, "all"), search_total(terms)),
    "Actions after a search, before the next search of the same session and within a day",
    choice_buttons(ns("terms"), TERM_CHOICES, choice, "Searches"),
    tags$a(class = "action download", href = address, download = "searches.csv", "Download CSV"),
    if (nrow(of_choice) == 0) tags$p(class = "none", "None in this selection"),
    tags$div(class = "table-frame", tags$table(
      id = ns("all-terms"), class = "products sources",
      tags$thead(tags$tr(tags$th(scope = "col", "Search"), lapply(c(
        "Searches", "Found nothing", "Then opened a product", "Then added to cart", "Orders", "Net revenue"
      ), number_heading))),
      tags$tbody(lapply(seq_len(nrow(shown$rows)), function(i) {
        term_row(ns, shown$rows[i, ], i + (shown$page - 1) * ROWS_OF_A_PAGE, money)
      }))
    )),
    page_buttons(ns, shown$page, shown$pages)
  )
}

#' @param place the position of the term in its list, from 1: terms may contain any characters, ids may not
term_row <- function(ns, term, place, money) {
  id <- function(what) ns(paste("term", place, what, sep = "-"))
  tags$tr(
    tags$th(scope = "row", term_label(term$term)),
    number_cell(
      id("searches"), term$searches,
      behind_number(bar_text("term", term$term), term$searches, format_count(term$searches)), "Searches"
    ),
    number_cell(
      id("empty"), term$empty,
      behind_number(bar_text("nothing", term$term), term$empty, format_count(term$empty)), "Found nothing"
    ),
    number_cell(
      id("opened"), term$opened, format_count(term$opened), "Then opened a product",
      tags$small(class = if (term$is_left) "down", paste0(
        format_share(term$opened_share, 0), if (term$is_left) ", fewer than after others"
      ))
    ),
    number_cell(id("carted"), term$carted, format_count(term$carted), "Then added to cart"),
    number_cell(id("orders"), term$orders, format_count(term$orders), "Orders"),
    number_cell(id("net"), term$net, money(term$net), "Net revenue")
  )
}

#' The number of landing pages shown.
LANDING_PAGES <- 20

landing_table <- function(ns, pages, board) {
  money <- board$money_in(board$currency)
  landing <- pages_of_kind(pages, "landing")
  shown <- utils::head(landing, LANDING_PAGES)
  rest <- nrow(landing) - nrow(shown)
  card(
    landing_sentence(landing),
    paste0(
      "Sessions by landing page", if (rest > 0) sprintf(
        "; the %d most used of %s", nrow(shown),
        if (nrow(landing) == MOST_PAGES) paste("more than", MOST_PAGES) else format_count(nrow(landing))
      )
    ),
    tags$div(class = "table-frame", tags$table(
      id = ns("landings"), class = "products sources",
      tags$thead(tags$tr(tags$th(scope = "col", "Landing page"), lapply(c(
        "Sessions", "Saw no other page", "Sessions with an order", "Net revenue per session"
      ), number_heading))),
      tags$tbody(lapply(seq_len(nrow(shown)), function(i) landing_row(ns, shown[i, ], i, money)))
    ))
  )
}

landing_row <- function(ns, page, place, money) {
  id <- function(what) ns(paste("landing", place, what, sep = "-"))
  verdict <- if (page$sells_less) "fewer than others" else if (page$sells_more) "more than others"
  tags$tr(
    tags$th(scope = "row", page_label(page$path)),
    number_cell(
      id("sessions"), page$sessions,
      behind_number(bar_text("landing", page$path), page$sessions, format_count(page$sessions)), "Sessions",
      tags$small(format_share(page$share, 0))
    ),
    number_cell(
      id("bounced"), page$bounced, format_share(page$bounce_share, 0), "Saw no other page",
      if (page$bounces_more) tags$small(class = "down", "more than others")
    ),
    number_cell(
      id("ordering"), page$ordering, format_share(page$conversion), "Sessions with an order",
      if (!is.null(verdict)) tags$small(class = if (page$sells_less) "down" else "up", verdict)
    ),
    number_cell(id("earned"), page$earned, money(page$earned), "Net revenue per session")
  )
}
