#' Trust: alerts, the state of each received event, and whether any are missing; who sends events, and loads.

trust_ui <- function(id) {
  ns <- NS(id)
  tagList(loading_output(ns("places")), uiOutput(ns("proof")))
}

trust_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    ledger_minute <- steady_minute()
    ledger <- reactive({
      # Queried again with new data.
      board$freshness()
      ledger_minute(function(minute) board$ask(ask_ledger, board$filters(), minute = minute))
    })
    watch_minute <- steady_minute()
    watch <- reactive({
      board$freshness()
      watch_minute(function(minute) board$ask(ask_watch, board$filters(), minute = minute))
    })
    output$places <- renderUI(with_error_state(board, function() {
      ledger <- ledger()
      if (sum(ledger$days$received) == 0) {
        return(nothing_received(session$ns, watch, board))
      }
      trust_view(session$ns, ledger, watch(), board)
    }))
    output$proof <- renderUI(trust_proof(board$filters(), board$time_zone))
  })
}

#' The empty state, with alerts: a shop may have gone silent.
nothing_received <- function(ns, watch, board) {
  ever <- board$freshness()$events > 0
  alerts <- if (ever) watch()$alerts
  tagList(
    ledger_empty_state(board$filters(), ever),
    if (ever && nrow(alerts) > 0) alerts_card(ns, alerts, watch()$judged_until, board$time_zone)
  )
}

#' The empty state of the ledger, which has no visitors: only other days can help.
ledger_empty_state <- function(filters, ever) {
  if (!ever) {
    return(empty_state(filters, ever))
  }
  state_panel("empty", "Nothing was received in these days", sprintf(
    "No events came in on %s. Choose a longer period.", format_days(filters$from, filters$to)
  ), action_button("show_everything", "Show everything"))
}

trust_view <- function(ns, ledger, watch, board) {
  days <- ledger$days
  places <- ledger_places(days)
  headline <- c(ledger_headline(places, sum(days$received)), open_alerts_sentence(watch$alerts))
  tagList(
    tags$h1(id = ns("headline"), trimws(paste(headline, collapse = " "))),
    alerts_card(ns, watch$alerts, watch$judged_until, board$time_zone),
    places_card(ns, places, days),
    tags$div(
      class = "two", gaps_card(ns, ledger$gaps, board$time_zone),
      quarantine_card(ns, ledger$quarantine, watch$examples)
    ),
    faults_card(ns, ledger$faults),
    bots_card(ns, watch$kinds),
    runs_card(ns, watch$runs, board$time_zone),
    received_card(ns, days, board)
  )
}

places_card <- function(ns, places, days) {
  items <- data.frame(
    key = places$place, label = places$label, value = places$events, note = places$note
  )
  received <- sum(days$received)
  card(
    places_sentence(places),
    tagList(
      "Events by current state, of ",
      number_tag(tags$span, ns("received"), received, format_count(received)),
      " received from all visitors", ledger_remarks(days)
    ),
    bar_list(ns("place"), items, strong = places$place == "loaded")
  )
}

GAPS_SHOWN <- 10

gaps_card <- function(ns, gaps, time_zone) {
  caption <- "Hours of receipt with missing events"
  if (nrow(gaps) == 0) {
    return(card("No hour has missing events", caption, tags$p(class = "none", id = ns("no-gaps"), "None")))
  }
  shown <- utils::head(gaps, GAPS_SHOWN)
  items <- data.frame(
    key = format(shown$hour, "%Y%m%d%H", tz = "UTC"), label = format_moment(shown$hour, time_zone),
    value = shown$missing, note = "missing"
  )
  card(
    sprintf(
      "%s %s missing events", format_count(nrow(gaps)), if (nrow(gaps) == 1) "hour has" else "hours have"
    ),
    caption, bar_list(ns("gap"), items, strong = rep(TRUE, nrow(shown)))
  )
}

received_card <- function(ns, days, board) {
  filters <- board$filters()
  bucket <- bucket_of(filters)
  received <- bucket_days(received_by_day(days, filters$from, filters$to), bucket)
  points <- mark_whole(received, filters, bucket, day_of(Sys.time(), board$time_zone))
  card(
    trend_headline("Events received", points, bucket, format_count),
    tagList("Events received per", bucket, part_key(points, bucket)),
    trend_chart(ns("day"), points, NULL, format_count, bucket, marks = done_marks(board))
  )
}
