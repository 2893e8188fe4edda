#' Overview: eight numbers with their changes, and one of them by day.

overview_ui <- function(id) {
  ns <- NS(id)
  tagList(loading_output(ns("figures")), uiOutput(ns("trend")), uiOutput(ns("proof")))
}

#' @param board context of every tab, see dashboard_server()
overview_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    metric <- reactive(board$choices$value("metric"))
    observeEvent(input$metric, board$choices$choose("metric", input$metric))
    # A click redraws the line, not the tiles: the page moves their mark, also on Back and Forward.
    observe(session$sendCustomMessage("press", list(input = session$ns("metric"), value = metric())))
    figures <- reactive(overview_figures(board))

    output$figures <- renderUI(with_error_state(board, function() {
      figures <- figures()
      if (is_empty(figures$now)) {
        return(empty_state(board$filters(), board$freshness()$events > 0))
      }
      worth <- worth_in_words(figures$now$net, figures$others, board$currency, board$money_in)
      headline <- overview_headline(figures$now, figures$changes, board$filters(), worth)
      tagList(
        tags$h1(id = session$ns("headline"), headline),
        tags$div(class = "tiles", lapply(names(METRICS), function(name) {
          metric_tile(session$ns, name, figures, board, pressed = name == isolate(metric()))
        })),
        tags$p(class = "caption", comparison_note(figures, board)),
        money_notes(session$ns, figures, board)
      )
    }))
    output$trend <- renderUI(without_error_state(board, function() {
      figures <- figures()
      if (!is_empty(figures$now)) overview_trend(session$ns, figures, metric(), board)
    }))
    output$proof <- renderUI(overview_proof(board$filters(), board$time_zone, board$currency))
  })
}

#' The figures of the period, and the comparable ones of the previous period.
overview_figures <- function(board) {
  filters <- board$filters()
  bucket <- overview_bucket(filters)
  until <- comparable_until(filters, board$freshness()$data_until, board$time_zone)
  days <- board$ask(ask_days, filters, currency = board$currency)
  now <- overview_totals(days)
  open_day <- open_day_of(board$freshness()$data_until, board$time_zone)
  figures <- list(
    lines = if (bucket == "hour") {
      hours <- board$ask(ask_day_by_hour, filters, currency = board$currency)
      mark_whole_hours(hours, filters, board$freshness()$data_until, board$time_zone)
    } else {
      mark_whole(bucket_days(days, bucket), filters, bucket, open_day)
    },
    bucket = bucket, now = now, until = until,
    others = board$ask(ask_other_orders, filters, currency = board$currency),
    refunds = board$ask(ask_refunds, filters, currency = board$currency)
  )
  if (!is_whole(previous_filters(filters), board$first_day())) {
    return(c(figures, list(before = lapply(now, function(total) NA_real_))))
  }
  before <- board$ask(ask_days, previous_filters(filters), currency = board$currency, until = until)
  is_over <- days$day < open_day
  changes <- overview_changes(now, overview_totals(before), days[is_over, ], before[is_over, ])
  lines_before <- if (bucket == "hour") {
    board$ask(ask_day_by_hour, previous_filters(filters), currency = board$currency, until = until)
  } else {
    bucket_days(before, bucket)
  }
  c(figures, list(before = overview_totals(before), lines_before = lines_before, changes = changes))
}

is_empty <- function(totals) totals$sessions == 0 && totals$page_views == 0 && totals$orders == 0

#' Notes on orders in other currencies and on refunds, if there are any.
money_notes <- function(ns, figures, board) {
  notes <- list(
    "other-currencies" = other_money_note(figures$others, board$currency, board$money_in),
    "refunds-made" = refunds_note(figures$refunds, board$money_in)
  )
  lapply(names(notes), function(id) {
    if (!is.null(notes[[id]])) tags$p(class = "caption", id = ns(id), notes[[id]])
  })
}

overview_trend <- function(ns, figures, metric, board) {
  write <- format_metric(metric, board)
  label <- METRICS[[metric]]
  points <- data.frame(
    day = figures$lines$day, value = daily_values(figures$lines, metric), whole = figures$lines$whole
  )
  before <- if (!is.null(figures$lines_before)) daily_values(figures$lines_before, metric)
  card(
    trend_headline(label, points, figures$bucket, write),
    tagList(
      label, "per", figures$bucket, if (!is.null(before)) tagList(
        "\u00b7 ", tags$span(class = "key-now", "this period"), "\u00b7 ",
        tags$span(class = "key-before", "previous period")
      ),
      part_key(points, figures$bucket)
    ),
    trend_chart(
      ns(paste0("trend-", metric)), points, before, write, figures$bucket, marks = done_marks(board)
    )
  )
}
