#' Where the events are that were received, in numbers and in words.

#' The places an event can be in, in the order in which they are told; `note` says what each means.
LEDGER_PLACES <- data.frame(
  place = c("loaded", "duplicates", "quarantined", "rejected", "erased", "expired", "missing"),
  label = c("Loaded", "Came twice", "In quarantine", "Rejected", "Erased", "Expired", "Missing"),
  note = c(
    "a row of clickstream_events", "the same event was there before",
    "cannot be read yet, waits for a replay",
    "no event can be made of it; the sender was told so", "on request of a person",
    "older than what is kept", "received, and in no object that can be read"
  )
)

#' One row a place that holds any events, and always `loaded`: place, label, note, events, share (of all that
#' was received).
ledger_places <- function(days) {
  places <- LEDGER_PLACES
  places$events <- vapply(places$place, function(place) sum(days[[place]]), 0)
  places$share <- share_of(places$events, sum(days$received))
  places[places$place == "loaded" | places$events != 0, ]
}

#' The sentence that the ledger proves.
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

#' What became of them: "99.2 % are loaded; 0.5 % came twice and 0.3 % are rejected"
places_sentence <- function(places) {
  verbs <- c(
    duplicates = "came twice", quarantined = "wait in quarantine", rejected = "are rejected",
    erased = "are erased", expired = "have expired", missing = "are missing"
  )
  loaded <- capital(paste(precise_share(places$share[places$place == "loaded"]), "are loaded"))
  others <- places[places$place != "loaded", ]
  others <- others[order(-others$events), ]
  if (nrow(others) == 0) {
    return(loaded)
  }
  told <- paste(precise_share(others$share), verbs[others$place])
  last <- length(told)
  paste0(loaded, "; ", if (last > 1) paste0(paste(told[-last], collapse = ", "), " and "), told[last])
}

#' A share that is 100 % only when it is all, and 0 % only when it is nothing.
precise_share <- function(share) {
  shown <- ifelse(is.na(share), share, ifelse(
    share >= 0.9995 & share < 1, 0.999, ifelse(share > 0 & share < 0.0005, 0.001, share)
  ))
  less <- ifelse(!is.na(share) & share > 0 & share < 0.0005, "less than ", "")
  more <- ifelse(!is.na(share) & share >= 0.9995 & share < 1, "more than ", "")
  paste0(less, more, format_share(shown))
}

#' One row a day of the range, days on which nothing was received included: day, value.
received_by_day <- function(days, from, to) {
  all <- seq(from, to, by = "day")
  received <- days$received[match(format(all), format(days$day))]
  data.frame(day = all, value = ifelse(is.na(received), 0, received))
}

#' What browsers and replays add to the picture, for a caption; "" when there is nothing to add.
ledger_remarks <- function(days) {
  lost <- sum(days$lost_in_browser)
  replayed <- sum(days$replayed)
  remarks <- c(
    if (lost > 0) {
      sprintf("browsers report %s more that they could not keep until they were sent", format_count(lost))
    },
    if (replayed > 0) sprintf("%s of them came out of quarantine by a replay", format_count(replayed))
  )
  paste0(rep(" \u00b7 ", length(remarks) > 0), paste(remarks, collapse = " \u00b7 "))
}
