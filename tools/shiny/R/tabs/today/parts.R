#' The change of net revenue, divided among traffic, conversion and order value.

#' @param figures result of today_figures()
parts_card <- function(ns, figures, board) {
  money <- board$money_in(board$currency)
  changes <- figures$changes
  rows <- list(
    part_row(ns, "whole", changes["whole", ], format_count, money),
    part_row(ns, "rate", changes["rate", ], format_share, money),
    part_row(ns, "size", changes["size", ], money, money)
  )
  total <- changes["total", ]
  card(
    parts_sentence(changes),
    paste(
      "Sessions \u00d7 orders per session \u00d7 net revenue per order. The amounts under Worth add up to",
      "the change."
    ),
    parts_chart(changes, money),
    tags$div(class = "table-frame", tags$table(
      class = "products sources",
      tags$thead(tags$tr(
        tags$th(scope = "col", ""),
        lapply(c(now_heading(figures$compared), before_heading(figures$compared)), number_heading),
        number_heading("Change"), number_heading("Worth"), number_heading("95 % interval")
      )),
      tags$tbody(rows),
      tags$tfoot(change_row(ns, "net", "Net revenue", total, money, money))
    )),
    if (total$is_sure) worth_of_month(ns, total, figures$days, money)
  )
}

parts_chart <- function(changes, money) {
  parts <- changes[FACTORS, , drop = FALSE]
  delta_chart("the parts of the change of net revenue", data.frame(
    label = unname(PARTS), value = parts$point, is_sure = parts$is_sure,
    tip = mapply(delta_tip, PARTS, parts$point, parts$is_sure, MoreArgs = list(money = money))
  ))
}

now_heading <- function(compared) "Now"
before_heading <- function(compared) if (compared$against == "weekdays") "Usual" else "Before"

part_row <- function(ns, part, change, write, money) change_row(ns, part, PARTS[[part]], change, write, money)

#' One row: the value in both periods, its relative change, and the change of net revenue that it makes.
#'
#' @param change a row of change_parts()
change_row <- function(ns, id, label, change, write, money) {
  of <- function(what) ns(paste(id, what, sep = "-"))
  direction <- if (!change$is_sure) "unsure" else if (change$point > 0) "up" else "down"
  tags$tr(
    class = if (!change$is_sure) "context",
    tags$th(scope = "row", label),
    number_cell(of("now"), change$now, write(change$now), "Now"),
    number_cell(of("before"), change$before, write(change$before), "Before"),
    number_cell(of("change"), change$change, format_change(change$change), "Change"),
    tagAppendAttributes(
      number_cell(of("worth"), change$point, signed_money(change$point, money), "Worth"), class = direction
    ),
    tags$td(class = "number", `data-label` = "95 % interval", limits_of_change(of, change, money))
  )
}

#' "-3.100.000 to +200.000: may be chance"
limits_of_change <- function(of, change, money) {
  if (is.na(change$lower)) {
    return("too few orders")
  }
  limit <- function(side) {
    text <- signed_money(in_three_digits(change[[side]]), money)
    number_tag(tags$span, of(side), change[[side]], text)
  }
  tagList(tags$span(limit("lower"), "to", limit("upper")), if (!change$is_sure) tags$small("may be chance"))
}

#' What a certain change is worth if it lasts.
worth_of_month <- function(ns, total, days, money) {
  month <- month_of(total[c("point", "lower", "upper")], day_count(days))
  number <- function(side, ...) {
    text <- signed_money(in_three_digits(month[[side]]), money)
    number_tag(tags$span, ns(paste0("month-", side)), month[[side]], text, ...)
  }
  tags$p(
    class = "caption", "If it stays like this:", tags$b(number("point")),
    sprintf("net revenue in %d days, between", DAYS_OF_MONTH), number("lower"), "and",
    number("upper", .noWS = "after"), "."
  )
}
