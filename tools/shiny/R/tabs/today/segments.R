#' The table of segments: which channel, campaign, device or category carries the change.

#' @param figures result of today_figures()
#' @param dimension one of SEGMENTS
segments_card <- function(ns, figures, dimension, board) {
  money <- board$money_in(board$currency)
  rows <- segments_of(figures$segments, dimension)
  address <- paste0(
    "today.csv", address_of("today", board$filters())
  )
  shown <- utils::head(rows, ROWS_OF_A_PAGE)
  has_sessions <- dimension != "category"
  card(
    segments_sentence(figures$segments, dimension, money),
    "The changes add up to that of net revenue",
    tags$a(class = "action download", href = address, download = "today.csv", "Download CSV"),
    choice_buttons(ns("segment"), SEGMENTS, dimension, "Segments"),
    segments_chart(rows, dimension, money),
    tags$div(class = "table-frame", tags$table(
      id = ns("segments-table"), class = "products sources",
      tags$thead(tags$tr(
        tags$th(scope = "col", names(SEGMENTS)[SEGMENTS == dimension]),
        if (has_sessions) number_heading("Sessions"),
        lapply(c("Orders", "Net revenue", before_heading(figures$compared), "Change"), number_heading),
        number_heading("Interval")
      )),
      tags$tbody(lapply(seq_len(nrow(shown)), function(i) {
        segment_row(ns, i, shown[i, ], has_sessions, money)
      })),
      tags$tfoot(segments_total(ns, rows, figures$totals, has_sessions, money))
    )),
    tags$p(class = "caption", id = ns("examined"), segments_note(figures$segments, dimension)),
    if (nrow(rows) > nrow(shown)) tags$p(class = "caption", sprintf(
      "%s more are in the file.", format_count(nrow(rows) - nrow(shown))
    ))
  )
}

#' The largest changes as bars; the table has all.
BARS_SHOWN <- 6

segments_chart <- function(rows, dimension, money) {
  shown <- utils::head(rows[rows$point != 0, , drop = FALSE], BARS_SHOWN)
  if (nrow(shown) == 0) {
    return(NULL)
  }
  labels <- vapply(seq_len(nrow(shown)), function(i) segment_label(shown[i, ]), "")
  delta_chart(sprintf("changes by %s", dimension), data.frame(
    label = labels, value = shown$point, is_sure = shown$is_found,
    tip = mapply(delta_tip, labels, shown$point, shown$is_found, MoreArgs = list(money = money))
  ))
}

segment_row <- function(ns, place, segment, has_sessions, money) {
  id <- function(what) ns(paste("segment", place, what, sep = "-"))
  direction <- if (!segment$is_found) "unsure" else if (segment$point > 0) "up" else "down"
  limit <- function(side) {
    number_tag(tags$span, id(side), segment[[side]], signed_money(in_three_digits(segment[[side]]), money))
  }
  tags$tr(
    `data-key` = segment$key, class = if (!segment$is_found) "context",
    tags$th(scope = "row", segment_heading(segment)),
    if (has_sessions) {
      number_cell(id("sessions"), segment$sessions, format_count(segment$sessions), "Sessions")
    },
    number_cell(id("orders"), segment$orders, format_count(segment$orders), "Orders"),
    number_cell(id("net"), segment$net, money(segment$net), "Net revenue"),
    number_cell(id("before"), segment$net_before, money(segment$net_before), "Before"),
    tagAppendAttributes(
      number_cell(id("change"), segment$point, signed_money(segment$point, money), "Change"),
      class = direction
    ),
    tags$td(
      class = "number", `data-label` = "Interval", if (is.na(segment$lower)) "no orders" else tagList(
        tags$span(limit("lower"), "to", limit("upper")), if (!segment$is_found) tags$small("may be chance")
      )
    )
  )
}

segments_total <- function(ns, rows, totals, has_sessions, money) {
  change <- sum(rows$point)
  orders <- totals$now$sums[[2]]
  tags$tr(
    tags$th(scope = "row", "Together"),
    if (has_sessions) {
      number_cell(ns("sum-sessions"), sum(rows$sessions), format_count(sum(rows$sessions)), "Sessions")
    },
    number_cell(ns("sum-orders"), orders, format_count(orders), "Orders"),
    number_cell(ns("sum-net"), sum(rows$net), money(sum(rows$net)), "Net revenue"),
    number_cell(ns("sum-before"), sum(rows$net_before), money(sum(rows$net_before)), "Before"),
    number_cell(ns("sum-change"), change, signed_money(change, money), "Change"),
    tags$td()
  )
}

segments_note <- function(segments, dimension) {
  paste0(
    "In colour: certain, of ", format_count(sum(!is.na(segments$lower))),
    " channels, campaigns, devices and categories together, with at most one in ten by chance.",
    if (dimension == "category") " An order with several categories is divided by the price of its lines.",
    if (dimension != "category") " An order belongs to the visit in which it was placed."
  )
}
