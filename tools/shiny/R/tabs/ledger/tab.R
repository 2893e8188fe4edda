#' Ledger: the state of each received event, and whether any are missing.

ledger_ui <- function(id) {
  ns <- NS(id)
  tagList(loading_output(ns("places")), uiOutput(ns("proof")))
}

ledger_server <- function(id, board) {
  stopifnot(is.reactive(board$filters), is.function(board$ask))
  moduleServer(id, function(input, output, session) {
    ledger <- reactive({
      # Queried again with new data.
      board$freshness()
      board$ask(ask_ledger, board$filters())
    })
    output$places <- renderUI(with_error_state(board, function() {
      ledger <- ledger()
      if (sum(ledger$days$received) == 0) {
        return(ledger_empty_state(board$filters(), board$freshness()$events > 0))
      }
      ledger_view(session$ns, ledger, board)
    }))
    output$proof <- renderUI(ledger_proof(board$filters(), board$time_zone))
  })
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

ledger_view <- function(ns, ledger, board) {
  days <- ledger$days
  places <- ledger_places(days)
  tagList(
    tags$h1(id = ns("headline"), ledger_headline(places, sum(days$received))),
    places_card(ns, places, days),
    tags$div(
      class = "two", gaps_card(ns, ledger$gaps, board$time_zone), quarantine_card(ns, ledger$quarantine)
    ),
    faults_card(ns, ledger$faults),
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

quarantine_card <- function(ns, quarantine) {
  caption <- "Lines in quarantine now, from all days, by reason"
  if (nrow(quarantine) == 0) {
    return(card("The quarantine is empty", caption, tags$p(class = "none", "None")))
  }
  items <- data.frame(
    key = quarantine$reason, label = gsub("_", " ", quarantine$reason, fixed = TRUE),
    value = quarantine$lines, note = ""
  )
  total <- sum(quarantine$lines)
  card(
    sprintf(
      "%s %s in quarantine: npm run replay reads %s again", format_count(total),
      if (total == 1) "line is" else "lines are", if (total == 1) "it" else "them"
    ),
    caption, bar_list(ns("reason"), items, strong = seq_len(nrow(items)) == 1)
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
    trend_chart(ns("day"), points, NULL, format_count, bucket)
  )
}
