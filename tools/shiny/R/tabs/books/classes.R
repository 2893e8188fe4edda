#' The classes of orders and refunds, and the rows of the chosen one.

classes_card <- function(ns, rows, classes, entry, board) {
  faults <- sum(classes$is_fault)
  heading <- function(text) tags$th(scope = "col", class = "number", text)
  card(
    if (faults == 0) {
      "Nothing has to be looked at"
    } else {
      paste(format_count(faults), if (faults == 1) "class has" else "classes have", "to be looked at")
    },
    "Orders and refunds by how the books and analytics differ. Click one to list its rows",
    tags$div(class = "table-frame", tags$table(
      id = ns("classes"), class = "groups",
      tags$thead(tags$tr(
        tags$th(scope = "col", "Class"), heading("Orders"), heading("Books less analytics")
      )),
      tags$tbody(lapply(seq_len(nrow(classes)), function(i) {
        class_row(ns, classes[i, ], differences_of(rows, classes[i, ], board$currency), entry, board)
      }))
    ))
  )
}

class_row <- function(ns, one, differences, entry, board) {
  id <- function(...) ns(paste("class", one$key, ..., sep = "-"))
  count <- number_tag(tags$td, id("entries"), one$entries, format_count(one$entries))
  tags$tr(
    class = if (one$is_fault) "fault",
    tags$th(
      scope = "row",
      tags$button(
        type = "button", `data-input` = ns("entry"), `data-value` = one$key,
        `aria-pressed` = if (identical(entry$key, one$key)) "true" else "false", one$label
      ),
      tags$small(one$advice)
    ),
    tagAppendAttributes(count, class = "number", `data-label` = "Orders"),
    tags$td(
      class = "number", `data-label` = "Books less analytics",
      lapply(seq_len(nrow(differences)), function(i) {
        one <- differences[i, ]
        text <- board$money_in(one$currency)(one$difference)
        tags$div(number_tag(tags$span, id("difference", one$currency), one$difference, text))
      })
    )
  )
}

BOOK_COLUMNS <- c(
  "order_id", "refund_id", "at", "currency", "books", "analytics", "difference", "browser", "device",
  "channel", "consent", "cart_id"
)

book_rows_card <- function(ns, entry, page, minute, board) {
  pages <- max(ceiling(entry$entries / ROWS_OF_A_PAGE), 1)
  page <- if (isTRUE(page >= 1)) min(page, pages) else 1
  rows <- board$ask(
    ask_book_rows, board$filters(),
    entry = entry, count = ROWS_OF_A_PAGE, after = (page - 1) * ROWS_OF_A_PAGE, minute = minute
  )
  address <- paste0("books.csv", address_of("books", board$filters()), "&entry=", entry$key)
  words <- c("Time", "Books", "Analytics", "Difference", "Seen from")
  card(
    sprintf("%s: %s", entry$label, paste(format_count(entry$entries), plural(entry$entries, entry$kind))),
    "In the order of time, the amounts as each side has them",
    tags$a(class = "action download", href = address, download = "books.csv", "Download CSV"),
    tags$div(class = "table-frame", tags$table(
      id = ns("entries"), class = "products",
      tags$thead(tags$tr(tags$th(scope = "col", "Order"), lapply(words, function(text) {
        tags$th(scope = "col", class = if (text %in% words[2:4]) "number", text)
      }))),
      tags$tbody(lapply(seq_len(nrow(rows)), function(i) book_row(rows[i, ], words, board)))
    )),
    page_buttons(ns, page, pages)
  )
}

book_row <- function(row, words, board) {
  money <- board$money_in(row$currency)
  amount <- function(value, label) {
    tags$td(class = "number", `data-label` = label, `data-value` = exact_number(value), money(value))
  }
  moment <- as.POSIXct(row$at, origin = "1970-01-01", tz = "UTC")
  tags$tr(
    tags$th(scope = "row", row$order_id, if (row$refund_id != "") tags$small(paste("refund", row$refund_id))),
    tags$td(`data-label` = words[1], format_moment(moment, board$time_zone)),
    amount(row$books, words[2]), amount(row$analytics, words[3]), amount(row$difference, words[4]),
    tags$td(`data-label` = words[5], paste(coverage_label(row$browser), group_label(row$device), sep = ", "))
  )
}
