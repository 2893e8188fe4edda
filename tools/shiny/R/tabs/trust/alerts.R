#' Alerts: what a load found far from its expectation.

#' "Sessions, device mobile: 1,240 in 6 hours" with the narrow space that all numbers of the page have.
alert_words <- function(words) gsub("(?<=[0-9]),(?=[0-9]{3})", NARROW_SPACE, words, perl = TRUE)

#' "1 alert is open." for the title of the tab; "" if there is none.
open_alerts_sentence <- function(alerts) {
  open <- sum(is.na(alerts$over_at))
  if (open == 0) {
    return("")
  }
  sprintf("%s %s open.", format_count(open), if (open == 1) "alert is" else "alerts are")
}

alerts_headline <- function(alerts) {
  open <- alerts[is.na(alerts$over_at), ]
  if (nrow(open) > 0) {
    return(alert_words(open$words[1]))
  }
  if (nrow(alerts) == 0) "Nothing was far from its expectation" else "No alert is open"
}

ALERTS_SHOWN <- 20

#' @param judged_until the last hour that was compared (POSIXct), NA before the first four weeks are over
alerts_card <- function(ns, alerts, judged_until, time_zone) {
  compared <- if (is.na(judged_until)) {
    "Nothing is compared yet: it takes four weeks of data"
  } else {
    paste(
      "Compared until", format_moment(judged_until, time_zone),
      "with the same hours of up to eight weeks before"
    )
  }
  caption <- paste0(compared, ". Open alerts, and those of these days")
  if (nrow(alerts) == 0) {
    return(card(alerts_headline(alerts), caption, tags$p(class = "none", id = ns("no-alerts"), "None")))
  }
  shown <- utils::head(alerts, ALERTS_SHOWN)
  more <- nrow(alerts) - nrow(shown)
  card(
    alerts_headline(alerts), caption,
    tags$div(class = "table-frame", tags$table(
      class = "faults",
      tags$thead(tags$tr(
        tags$th(scope = "col", "Alert"), tags$th(scope = "col", class = "number", "Counted"),
        tags$th(scope = "col", class = "number", "Expected")
      )),
      tags$tbody(lapply(seq_len(nrow(shown)), function(i) alert_row(ns, shown[i, ], time_zone)))
    )),
    if (more > 0) tags$p(class = "caption", sprintf("%s older alerts are not shown", format_count(more)))
  )
}

alert_row <- function(ns, alert, time_zone) {
  number <- function(what) {
    value <- alert[[what]]
    id <- ns(paste("alert", alert$alert_id, what, sep = "-"))
    cell <- number_tag(tags$td, id, value, format_count(value))
    tagAppendAttributes(cell, class = "number")
  }
  found <- paste(
    if (alert$hours == 1) "Found in the hour" else sprintf("Found in the %d hours", alert$hours),
    "until", format_moment(alert$until, time_zone)
  )
  state <- if (is.na(alert$over_at)) "open" else paste("over since", format_moment(alert$over_at, time_zone))
  tags$tr(
    tags$th(scope = "row", alert_words(alert$words), tags$small(paste0(found, "; ", state))),
    number("observed"), number("expected")
  )
}
