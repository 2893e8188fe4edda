#' Today while there is nothing to compare with: no complete day yet, or none before the chosen ones.

#' @param figures result of today_figures(): "open" or "young"
first_days_view <- function(ns, figures, board) {
  filters <- board$filters()
  has_totals <- figures$state == "young"
  tagList(
    tags$h1(id = ns("headline"), if (has_totals) young_headline(figures, board) else {
      "No complete day is among these days yet."
    }),
    card(
      first_days_title(figures, filters),
      sprintf(
        "The data begins on %s, and is complete until %s.", format_day(figures$first_day, year = TRUE),
        if (figures$last_day > figures$first_day) {
          paste("the end of", format_day(figures$last_day, year = TRUE))
        } else {
          "today"
        }
      ),
      tags$ul(class = "next-steps", next_steps(ns, figures, filters))
    )
  )
}

young_headline <- function(figures, board) {
  sums <- figures$totals$now$sums
  money <- board$money_in(board$currency)
  sprintf(
    "%s net revenue from %s %s and %s %s; there is nothing to compare it with yet.", money(sums[[3]]),
    format_count(sums[[2]]), plural(sums[[2]], "order"), format_count(sums[[1]]), plural(sums[[1]], "session")
  )
}

#' The first day on which as many days can be compared as are chosen.
first_comparison <- function(figures, filters) {
  n <- if (is.null(figures$days)) 1 else day_count(figures$days)
  figures$first_day + 1 + n + (if (figures$against == "weekdays") 7 * WEEKS_BEFORE else n)
}

first_days_title <- function(figures, filters) {
  n <- if (is.null(figures$days)) 1 else day_count(figures$days)
  if (n > DAYS_OF_MONTH) {
    return("The days before these are not in the data")
  }
  sprintf(
    "From %s on, this page compares %s with %s", format_day(first_comparison(figures, filters), year = TRUE),
    if (n == 1) "a day" else paste(n, "days"),
    if (figures$against == "weekdays") "the four weeks before" else if (n == 1) "the day before" else
      "as many before"
  )
}

#' Links to what can be seen already.
next_steps <- function(ns, figures, filters) {
  n <- comparable_days(figures$first_day, figures$last_day)
  link <- function(tab, label, why, days = filters) {
    tags$li(tags$a(href = address_of(tab, days), label), why)
  }
  shorter <- modifyList(filters, list(
    period = "custom", from = figures$last_day - n + 1, to = figures$last_day
  ))
  list(
    if (n > 0) link(
      "today", sprintf("Compare the last %s", if (n == 1) "day" else paste(n, "days")),
      sprintf("with the %s before.", if (n == 1) "one" else paste(n)), shorter
    ),
    link("trust", "Check that every event arrives", "on Trust, before you rely on the figures."),
    link("funnel", "See where sessions leave", "in the funnel."),
    link("products", "See what is viewed and bought", "so far.")
  )
}
