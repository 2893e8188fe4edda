#' What a bar is about, in words.

label_of_step <- function(step) FUNNEL_STEPS$label[match(step, FUNNEL_STEPS$step)]

#' c("device", "mobile") -> " \u00b7 device: Mobile"
group_words <- function(group) {
  if (length(group) == 0) {
    return("")
  }
  sprintf(" \u00b7 %s: %s", tolower(names(BREAKDOWNS)[BREAKDOWNS == group[1]]), group_label(group[2]))
}

#' c("orders", "1", "20") -> "on Monday, 20:00\u201321:00"; an empty weekday or hour stands for all.
hour_words <- function(values) {
  day <- if (nzchar(values[2])) paste("on", WEEKDAYS[as.integer(values[2])])
  hour <- if (nzchar(values[3])) format_hour_span(as.integer(values[3]))
  paste(c(day, hour), collapse = ", ")
}

#' What the number of an hour counts, and its rows.
of_hour <- function(of, metric) {
  if (metric == "page_views") of$counts <- "page view"
  if (metric == "orders") of$counts <- of$rows <- "order"
  of
}

cart_words <- function(values) {
  outcome <- c(begun = "started", sold = "bought or recovered", tolower(CART_OUTCOMES))[[values[1]]]
  if (length(values) == 1) {
    return(outcome)
  }
  group <- switch(values[2],
    age = CART_AGES[values[3]], value = paste("value from", values[3]), group_label(values[3])
  )
  paste0(outcome, " \u00b7 ", group)
}

#' "1 234 product views in 456 sessions"; if each row counts once, only "456 sessions".
#'
#' @param asked result of ask_behind()
behind_title <- function(ns, bar, asked) {
  tagList(
    number_tag(tags$span, ns("count"), asked$n, format_credit(asked$n)), plural(asked$n, bar$counts),
    if (bar$counts != bar$rows) tagList(
      "in", number_tag(tags$span, ns("rows"), asked$rows, format_count(asked$rows)),
      plural(asked$rows, bar$rows)
    ),
    "\u00b7", bar$words(bar$values)
  )
}
