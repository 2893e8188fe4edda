#' The table of channels, with their orders and revenue by the selected model.

#' @param figures result of marketing_figures()
channel_table <- function(ns, figures, board) {
  money <- board$money_in(board$currency)
  channels <- figures$channels
  changes <- figures$changes
  others <- other_money_note(figures$others, board$currency, board$money_in)
  card(
    channels_sentence(channels),
    MODEL_RULES[[figures$model]],
    choice_buttons(ns("model"), MODELS, figures$model, "Attribution model"),
    tags$div(class = "table-frame", tags$table(
      class = "products sources",
      sources_head("Channel", !is.null(changes), figures$has_costs),
      tags$tbody(lapply(seq_len(nrow(channels)), function(i) {
        id <- function(what) ns(paste("channel", channels$channel[i], what, sep = "-"))
        tags$tr(
          tags$th(scope = "row", channel_label(channels$channel[i])),
          source_cells(id, channels[i, ], money, bar_text("channel", channels$channel[i])),
          if (!is.null(changes)) change_cell(id("change"), changes[i, ]),
          if (figures$has_costs) cost_cells(id, channels[i, ], money)
        )
      })),
      tags$tfoot(total_row(ns, figures, money))
    )),
    tags$p(class = "caption", id = ns("compared"), changes_note(figures, board)),
    tags$p(class = "caption", id = ns("costs"), costs_note(
      board$filters(), figures$costs, board$currency, board$money_in
    )),
    if (!is.null(others)) tags$p(class = "caption", id = ns("other-currencies"), others)
  )
}

total_row <- function(ns, figures, money) {
  channels <- figures$channels
  total <- lapply(channels[c("sessions", "orders", "net")], sum)
  conversion <- share_of(total$orders, total$sessions)
  earned <- share_of(total$net, total$sessions)
  cost <- if (figures$has_costs) sum(channels$cost, na.rm = TRUE)
  tags$tr(
    tags$th(scope = "row", "All channels"),
    number_cell(ns("sessions"), total$sessions, format_count(total$sessions), "Sessions"),
    number_cell(ns("orders"), total$orders, format_credit(total$orders), "Orders"),
    number_cell(ns("net"), total$net, money(total$net), "Net revenue"),
    tags$td(class = "number", `data-label` = "Share", if (total$net > 0) format_share(1) else "\u2013"),
    number_cell(ns("conversion"), conversion, format_share(conversion), "Orders per session"),
    number_cell(ns("earned"), earned, money(earned), "Net revenue per session"),
    if (!is.null(figures$changes)) tags$td(),
    if (figures$has_costs) tagList(
      number_cell(ns("cost"), cost, money(cost), "Cost"), tags$td(), tags$td()
    )
  )
}

changes_note <- function(figures, board) {
  limits <- paste(
    "The range under net revenue per session is its confidence interval (95 % for all rows together). An",
    "order in these days may be due to a visit before them."
  )
  earlier <- previous_filters(board$filters())
  if (is.null(figures$changes)) {
    begin <- format_day(board$first_day(), year = TRUE)
    return(paste(limits, sprintf("The previous period is incomplete: the data begins on %s.", begin)))
  }
  paste(limits, sprintf(
    "Change: net revenue per session compared with %s%s, shown only if it is significant.",
    format_days(earlier$from, earlier$to),
    if (is.null(figures$until)) "" else ", up to the same hour"
  ))
}
