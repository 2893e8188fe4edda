#' The tables of Carts: the comparison of groups, and the carts worth a reminder.

cart_groups <- function(ns, rows, dimension, board) {
  money <- board$money_in(board$currency)
  groups <- split_groups(rows, dimension)
  shares <- left_share(groups)
  heading <- function(text) tags$th(scope = "col", class = "number", text)
  card(
    split_sentence(groups, dimension, money),
    "Carts by the session in which they were started. Rate: abandoned carts, of closed ones; 95 % interval",
    choice_buttons(ns("split"), CART_SPLITS, dimension, "Compare by"),
    tags$div(class = "table-frame", tags$table(
      class = "groups",
      tags$thead(tags$tr(
        tags$th(scope = "col", names(CART_SPLITS)[CART_SPLITS == dimension]),
        lapply(c("Rate", "Abandoned", "Started", "Bought", "Value abandoned"), heading)
      )),
      tags$tbody(lapply(seq_len(nrow(groups)), function(i) {
        cart_group_row(ns, groups[i, ], shares[i, ], dimension, money)
      }))
    ))
  )
}

cart_group_row <- function(ns, group, share, dimension, money) {
  cell <- function(column, value, text, ...) {
    id <- ns(paste(dimension, group$key, column, sep = "-"))
    tagAppendAttributes(number_tag(tags$td, id, value, text, ...), class = "number")
  }
  few <- group$decided < FEWEST_COMPARED
  worth <- money(group$abandoned_value)
  limits <- paste(format_share(share$lower, 0), "to", format_share(share$upper, 0))
  tags$tr(
    tags$th(scope = "row", split_label(group$key, dimension, money)),
    cell(
      "share", share$share, format_share(share$share, 0),
      if (!is.na(share$share)) tagList(tags$small(limits), if (few) tags$small("few carts"))
    ),
    lapply(c("abandoned", "begun", "sold"), function(column) {
      bar <- bar_text("cart", column, dimension, group$key)
      cell(column, group[[column]], behind_number(bar, group[[column]], format_count(group[[column]])))
    }),
    cell("value", group$abandoned_value, if (group$key == "other_currency") "\u2013" else worth)
  )
}

#' The columns of the list and of its file.
LEFT_COLUMNS <- c(
  "cart_id", "reach", "value", "pieces", "stage", "left_at", "bought_since", "device", "channel"
)

left_table <- function(ns, left, page, board) {
  money <- board$money_in(board$currency)
  shown <- page_of_rows(left, page)
  card(
    reminder_sentence(left, money), left_table_caption(ns, left, money, board),
    if (nrow(left) > 0) tagList(
      tags$a(
        class = "action download", href = paste0("carts.csv", address_of("carts", board$filters())),
        download = "carts.csv", "Download CSV"
      ),
      tags$div(class = "table-frame", tags$table(
        id = ns("left"), class = "products reminders",
        tags$thead(tags$tr(
          tags$th(scope = "col", "Cart"), tags$th(scope = "col", "Customer"),
          lapply(c("Value", "Pieces"), function(text) tags$th(scope = "col", class = "number", text)),
          lapply(c("Stage", "Last activity", "Device"), function(text) tags$th(scope = "col", text))
        )),
        tags$tbody(lapply(seq_len(nrow(shown$rows)), function(i) left_row(ns, shown$rows[i, ], money, board)))
      )),
      page_buttons(ns, shown$page, shown$pages)
    )
  )
}

left_table_caption <- function(ns, left, money, board) {
  if (nrow(left) == 0) {
    return("Abandoned carts that are not empty")
  }
  number <- function(column, write) {
    id <- c(reachable = "reachable", reachable_value = "reachable-value", carts = "listed")[[column]]
    number_tag(tags$span, ns(id), left[[column]][1], write(left[[column]][1]))
  }
  tagList(
    number("reachable", format_count), plural(left$reachable[1], "cart"), "worth",
    number("reachable_value", money), "of known customers, out of", number("carts", format_count),
    "in", board$currency, "that are not empty. Known customers come first, then the most valuable carts.",
    if (left$carts[1] > nrow(left)) sprintf("The first %s are listed.", format_count(nrow(left)))
  )
}

left_row <- function(ns, cart, money, board) {
  id <- function(column) ns(paste("left", cart$cart_id, column, sep = "-"))
  number <- function(column, text, label) {
    cell <- number_tag(tags$td, id(column), cart[[column]], text)
    tagAppendAttributes(cell, class = "number", `data-label` = label)
  }
  word <- function(text, label) tags$td(`data-label` = label, text)
  moment <- as.POSIXct(cart$left_at, origin = "1970-01-01", tz = "UTC")
  tags$tr(
    tags$th(scope = "row", cart$cart_id), word(reach_text(cart), "Customer"),
    number("value", money(cart$value), "Value"), number("pieces", format_count(cart$pieces), "Pieces"),
    word(if (cart$stage == "checkout") "at checkout" else "in the cart", "Stage"),
    word(format_moment(moment, board$time_zone), "Last activity"), word(group_label(cart$device), "Device")
  )
}

#' The customer of a cart. Somebody who has bought since does not need a reminder.
reach_text <- function(cart) {
  tagList(CART_REACH[[cart$reach]], if (cart$bought_since == "yes") tags$small("has bought since"))
}
