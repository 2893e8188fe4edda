#' The counting rules and SQL of a funnel of the reader's own steps.

#' @param counting result of ask_own_sql(), or NULL while it has not arrived
own_proof <- function(counting, definition, filters) {
  if (is.null(counting)) {
    return(NULL)
  }
  groups <- if (length(definition$breakdown) > 0) ", by group" else ""
  proof_panel("funnel", own_words(definition), list(
    list(id = "own", title = paste0("All of the counting", groups), sql = own_sql(counting)),
    list(id = "own-call", title = "The same, as one call", sql = own_call(counting, definition, filters))
  ), source = "the events themselves, and orders of dash.orders for the revenue")
}

own_sql <- function(counting) {
  sprintf(
    "SELECT *\nFROM (%s\n) AS funnel (step, event, %s,\n    %s)\nORDER BY group_1, group_2, step;",
    sub("\\s+$", "", counting$counting), "group_1, group_2, units, pending, lost",
    "median_seconds, p90_seconds, revenue"
  )
}

own_call <- function(counting, definition, filters) {
  json <- gsub("'", "''", definition_json(definition, filters, definition$breakdown), fixed = TRUE)
  sprintf(
    "SELECT *\nFROM dash.funnel(\n  '%s',\n  timestamptz '%s UTC', timestamptz '%s UTC');", json,
    counting$since, counting$until
  )
}

own_words <- function(definition) {
  c(
    paste(
      "An attempt begins with the first step, in the selected days on the shop's clock, and has",
      window_words(definition), "for all of its steps, also after the last of the days."
    ),
    ORDER_WORDS[[definition$order]],
    UNIT_WORDS[[definition$unit]],
    if (definition$entry == "first") {
      "Only the first attempt in the selected days counts."
    } else {
      "The attempt that came furthest counts, once for each of them."
    },
    paste(
      "Lost are those who came no further and can no longer go on. Those whose time is not over when the",
      "data ends can still go on: they are not lost."
    ),
    paste(
      "Revenue is that of the orders of the same", paste0(definition$unit, ","), "from the first step to the",
      "end of the", paste0(window_words(definition), ","), "net of refunds. Currencies are never added up."
    ),
    "The login state is that of the session in which an attempt begins. Bots and staff are judged by event."
  )
}

ORDER_WORDS <- c(
  ordered = "Each step comes after the step before. Other events in between do not matter.",
  strict = paste(
    "Each step comes after the step before, and no later step in between, nor an event of a step's name that",
    "does not fulfil its condition. Events of other names do not matter."
  ),
  direct = paste(
    "Each step comes directly after the step before: any other event, or a step again, ends the attempt."
  ),
  any = "The steps come in any order: a row counts those who did that many different steps."
)
UNIT_WORDS <- c(
  session = "Sessions are counted: all steps are in one session.",
  visitor = paste(
    "Visitors are counted: the user, or the user behind the browser, or the browser, across all of their",
    "sessions."
  ),
  cart = "Carts are counted: only events that name their cart count, such as add to cart and checkout."
)
