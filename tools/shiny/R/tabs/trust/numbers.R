#' States of the received events: figures and sentences.

#' The states of an event, in display order; `note` explains each.
LEDGER_PLACES <- data.frame(
  place = c("loaded", "duplicates", "quarantined", "rejected", "erased", "expired", "missing"),
  label = c("Loaded", "Duplicates", "In quarantine", "Rejected", "Erased", "Expired", "Missing"),
  note = c(
    "a row in clickstream_events", "the same event was already loaded",
    "not readable yet, until a replay",
    "not a valid event; the sender got an error", "at a person\u2019s request",
    "older than the retention period", "received, but not in any readable object"
  )
)

#' One row for `loaded` and for each other state with events: place, label, note, events, share (of all
#' received events).
ledger_places <- function(days) {
  places <- LEDGER_PLACES
  places$events <- vapply(places$place, function(place) sum(days[[place]]), 0)
  places$share <- share_of(places$events, sum(days$received))
  places[places$place == "loaded" | places$events != 0, ]
}

#' The title of the tab.
ledger_headline <- function(places, received) {
  missing <- sum(places$events[places$place == "missing"])
  if (missing != 0) {
    return(sprintf(
      "%s of %s %s received %s not accounted for.", format_count(abs(missing)), format_count(received),
      plural(received, "event"), if (abs(missing) == 1) "is" else "are"
    ))
  }
  sprintf(
    "%s %s received %s accounted for.",
    if (received == 1) "The one" else paste("All", format_count(received)), plural(received, "event"),
    if (received == 1) "is" else "are"
  )
}

#' The share of each state: "99.2 % are loaded; 0.5 % are duplicates and 0.3 % are rejected"
places_sentence <- function(places) {
  verbs <- c(
    duplicates = "are duplicates", quarantined = "are in quarantine", rejected = "are rejected",
    erased = "are erased", expired = "have expired", missing = "are missing"
  )
  loaded <- capital(paste(precise_share(places$share[places$place == "loaded"]), "are loaded"))
  others <- places[places$place != "loaded", ]
  others <- others[order(-others$events), ]
  if (nrow(others) == 0) {
    return(loaded)
  }
  paste0(loaded, "; ", in_words(paste(precise_share(others$share), verbs[others$place])))
}

#' A share that reads 100 % only if it is the whole, and 0 % only if it is zero.
precise_share <- function(share) {
  shown <- ifelse(is.na(share), share, ifelse(
    share >= 0.9995 & share < 1, 0.999, ifelse(share > 0 & share < 0.0005, 0.001, share)
  ))
  less <- ifelse(!is.na(share) & share > 0 & share < 0.0005, "less than ", "")
  more <- ifelse(!is.na(share) & share >= 0.9995 & share < 1, "more than ", "")
  paste0(less, more, format_share(shown))
}

#' One row per day of the range, including days without events: day, value.
received_by_day <- function(days, from, to) {
  all <- seq(from, to, by = "day")
  received <- days$received[match(format(all), format(days$day))]
  data.frame(day = all, value = ifelse(is.na(received), 0, received))
}

#' Remarks on losses in browsers and on replays, for a caption; "" if there are none.
ledger_remarks <- function(days) {
  lost <- sum(days$lost_in_browser)
  replayed <- sum(days$replayed)
  remarks <- c(
    if (lost > 0) {
      sprintf("browsers report %s more that were lost before they were sent", format_count(lost))
    },
    if (replayed > 0) sprintf("a replay brought %s of them out of quarantine", format_count(replayed))
  )
  paste0(rep(" \u00b7 ", length(remarks) > 0), paste(remarks, collapse = " \u00b7 "))
}
