#' Who sends events: people, staff, bots.

SENDERS_OF_TRAFFIC <- data.frame(
  who = c("people", "staff", "bots"), label = c("People", "Staff", "Bots"),
  note = c("shoppers and other visitors", "listed staff, when signed in", "by their user agent")
)

#' "17.7 % of the events are from bots"
bots_headline <- function(kinds) {
  share <- share_of(sum(kinds$events[kinds$who == "bots"]), sum(kinds$events))
  if (isTRUE(share == 0)) {
    return("No event is from a bot")
  }
  paste(precise_share(share), "of the events are from bots")
}

bots_card <- function(ns, kinds) {
  caption <- "Events that happened in these days, by who caused them"
  if (sum(kinds$events) == 0) {
    return(card("No events happened in these days", caption, tags$p(class = "none", "None")))
  }
  events <- kinds$events[match(SENDERS_OF_TRAFFIC$who, kinds$who)]
  items <- data.frame(
    key = SENDERS_OF_TRAFFIC$who, label = SENDERS_OF_TRAFFIC$label,
    value = ifelse(is.na(events), 0, events), note = SENDERS_OF_TRAFFIC$note
  )
  card(bots_headline(kinds), caption, bar_list(ns("who"), items, strong = items$key == "people"))
}
