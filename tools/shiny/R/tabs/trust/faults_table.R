#' Corrections of events, as a table.

FAULTS_SHOWN <- 20

faults_card <- function(ns, faults) {
  caption <- paste(
    "Faults in events received in these days. Values that could not be corrected were dropped;",
    "the events still count"
  )
  if (nrow(faults) == 0) {
    return(card("Nothing had to be corrected", caption, tags$p(class = "none", id = ns("no-faults"), "None")))
  }
  shown <- utils::head(faults, FAULTS_SHOWN)
  more <- nrow(faults) - nrow(shown)
  card(
    faults_headline(faults), caption,
    tags$div(class = "table-frame", tags$table(
      class = "faults",
      tags$thead(tags$tr(
        tags$th(scope = "col", "Sender"), tags$th(scope = "col", "Fault"),
        tags$th(scope = "col", class = "number", "Events")
      )),
      tags$tbody(lapply(seq_len(nrow(shown)), function(i) fault_row(ns, shown[i, ])))
    )),
    if (more > 0) tags$p(class = "caption", sprintf("%s rarer faults are not shown", format_count(more)))
  )
}

fault_row <- function(ns, fault) {
  id <- ns(paste0("fault-", fault_key(fault$sender, fault$fault)))
  tags$tr(
    tags$th(scope = "row", capital(sender_name(fault$sender))),
    tags$td(fault_words(fault$fault), tags$small(fault$fault)),
    tagAppendAttributes(
      number_tag(tags$td, id, fault$events, format_count(fault$events)), class = "number"
    )
  )
}

#' The id of a row on the page.
fault_key <- function(sender, fault) gsub("[^A-Za-z0-9]+", "-", paste(sender, fault))
