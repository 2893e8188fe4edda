#' The reader's funnel as a file.

own_funnel_file <- function(req, config, answers) {
  definition <- tryCatch(
    definition_from_text(choices_in(req$QUERY_STRING)$steps), funnel_refused = identity
  )
  if (inherits(definition, "funnel_refused")) {
    return(httpResponse(400L, "text/plain; charset=UTF-8", conditionMessage(definition)))
  }
  csv_response(answers, function(warehouse) {
    asked <- asked_filters(req$QUERY_STRING, config, warehouse)
    ask <- if (length(definition$breakdown) > 0) ask_own_groups else ask_own_funnel
    rows <- ask(warehouse, asked$filters, config$time_zone, asked$version, definition)
    file <- own_file_rows(rows, definition, config$currency)
    list(name = file_name("funnel", asked$filters), text = csv_text(file, names(file)))
  })
}

#' The rows of the file: the groups by name, and the revenue in a column for each currency.
own_file_rows <- function(rows, definition, shop_currency) {
  groups <- lapply(seq_along(definition$breakdown), function(i) rows[[paste0("group_", i)]])
  steps <- do.call(rbind, lapply(split(rows, if (is.null(rows$place)) 1 else rows$place), function(group) {
    own_steps(group, definition)
  }))
  revenue <- lapply(rows$revenue, step_revenue, shop_currency)
  currencies <- sort(unique(unlist(lapply(revenue, `[[`, "currency"))))
  money <- lapply(stats::setNames(nm = currencies), function(currency) {
    vapply(revenue, function(one) sum(one$net[one$currency == currency]), 0)
  })
  names(money) <- if (length(money) > 0) paste0("net_", currencies)
  file <- c(
    stats::setNames(groups, definition$breakdown), as.list(steps[c("step", "label", "units")]),
    as.list(steps[c("of_before", "of_first", "pending", "lost")]),
    list(median_seconds = rows$median_seconds, p90_seconds = rows$p90_seconds), money
  )
  as.data.frame(file, stringsAsFactors = FALSE, check.names = FALSE)
}
