#' The tiles of Customers: a number, and below it what it rests on.

customer_tiles <- function(ns, total, rate, money) {
  both <- total$new + total$returning - total$buyers
  share_note <- function(n) paste(format_share(share_of(n, total$buyers), 0), "of buyers")
  tags$div(
    class = "tiles",
    plain_tile(ns("buyers"), "Buyers", total$buyers, format_count(total$buyers), "ordered in these days"),
    plain_tile(
      ns("new"), "New buyers", total$new, format_count(total$new),
      paste0(share_note(total$new), ", with their first order ever")
    ),
    plain_tile(
      ns("returning"), "Returning buyers", total$returning, format_count(total$returning),
      paste0(
        share_note(total$returning), ", with an order after their first",
        if (both > 0) sprintf("; %s of them are new as well", format_count(both))
      )
    ),
    plain_tile(
      ns("repeat"), sprintf("Ordered again within %d days", REPEAT_DAYS), rate$share,
      format_share(rate$share), if (total$decided > 0) tagList(
        number_tag(tags$span, ns("repeated"), total$repeated, format_count(total$repeated)), "of",
        number_tag(tags$span, ns("decided"), total$decided, format_count(total$decided)), "new buyers;",
        pending_count(ns, total)
      ) else pending_count(ns, total)
    ),
    plain_tile(
      ns("new-net"), "Net revenue of first orders", total$new_net, money(total$new_net),
      revenue_note(total$new_net, total), class = "wide"
    ),
    plain_tile(
      ns("returning-net"), "Net revenue of further orders", total$returning_net, money(total$returning_net),
      revenue_note(total$returning_net, total), class = "wide"
    ),
    plain_tile(
      ns("median-days"), "Time to the second order", total$median_days,
      time_in_words(total$median_days), tagList(
        "median of the",
        number_tag(tags$span, ns("again"), total$again, format_count(total$again)),
        "new buyers who ordered again so far"
      )
    ),
    plain_tile(
      ns("unknown"), "Orders of unknown buyers", total$unknown, format_count(total$unknown),
      tagList(
        "worth", number_tag(tags$span, ns("unknown-net"), total$unknown_net, money(total$unknown_net)),
        "net; neither a user nor a browser is known"
      )
    )
  )
}

#' A tile that is not a button.
plain_tile <- function(id, label, value, text, note, class = NULL) {
  tags$div(
    class = paste(c("tile plain", class), collapse = " "),
    tags$span(class = "tile-label", label),
    tags$span(class = "tile-value", number_tag(tags$span, id, value, text)),
    tags$span(class = "tile-change", note)
  )
}

pending_count <- function(ns, total) {
  tagList(number_tag(tags$span, ns("pending"), total$pending, format_count(total$pending)), "still pending")
}

revenue_note <- function(net, total) {
  known <- total$new_net + total$returning_net
  paste(format_share(share_of(net, known), 0), "of the revenue from known buyers")
}
