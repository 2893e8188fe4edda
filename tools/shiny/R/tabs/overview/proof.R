#' The counting rules and SQL of the Overview.

overview_proof <- function(filters, time_zone, currency) {
  by <- paste(overview_bucket(filters), "by", overview_bucket(filters))
  proof_panel("overview", list(
    WORDS_EVENTS, WORDS_ORDERS, WORDS_MONEY, WORDS_SESSIONS,
    paste(
      "Visitors are the distinct browsers (client ids) of those sessions. Conversion is the share of those",
      "sessions in which an order was placed. Gross revenue is the sum of the orders as placed, and does not",
      "change with refunds. Refunded is the amount refunded of these orders on any day; net revenue is the",
      "rest of each order, never below zero."
    ),
    paste(
      "A refund counts once: by its id or, without one, by its order and amount. A refund without an amount",
      "refunds the whole order."
    ),
    paste(
      "A change is significant if its confidence interval does not contain zero: it is then in colour and",
      "may be in the title. The seven intervals together hold in 95 of 100 cases (Bonferroni). Orders:",
      "exact, as two Poisson counts. Revenue: by the sum of squares of its orders (compound Poisson).",
      "Conversion: Newcombe's interval of two shares. Sessions, visitors and page views: by the dispersion",
      "of their days. Refunds have no interval."
    ),
    WORDS_BOTS
  ), list(
    list(
      id = "sessions", title = "Sessions, visitors, conversion",
      sql = overview_sessions_sql(filters, time_zone)
    ),
    list(id = "events", title = "Page views", sql = overview_events_sql(filters, time_zone)),
    list(
      id = "orders", title = "Orders, revenue, refunds",
      sql = overview_orders_sql(filters, time_zone, currency)
    ),
    list(
      id = "session-days", title = paste("Sessions, visitors, conversion,", by),
      sql = overview_sessions_sql(filters, time_zone, by_day = TRUE)
    ),
    list(
      id = "event-days", title = paste("Page views,", by),
      sql = overview_events_sql(filters, time_zone, by_day = TRUE)
    ),
    list(
      id = "order-days", title = paste("Orders, revenue, refunds,", by),
      sql = overview_orders_sql(filters, time_zone, currency, by_day = TRUE)
    )
  ))
}

overview_sessions_sql <- function(filters, time_zone, by_day = FALSE) {
  what <- "count(*) AS sessions,
       count(DISTINCT client_id) AS visitors,
       count(*) FILTER (WHERE session_id IN (SELECT session_id FROM ordered))::numeric
         / nullif(count(*), 0) AS conversion
FROM session"
  conditions <- session_conditions(filters, time_zone)
  counted <- counted_by("started_at", filters, time_zone, by_day, what, conditions)
  paste0("WITH ", session_cte(filters, time_zone), ", ", ORDER_CTE, "\n", counted)
}

overview_events_sql <- function(filters, time_zone, by_day = FALSE) {
  counted <- counted_by("event_timestamp", filters, time_zone, by_day, "count(*) AS page_views
FROM public.clickstream_events", paste0(
    "event_name = 'page_view'\n  AND ", event_conditions(filters, time_zone)
  ))
  with_visits(filters, time_zone, counted)
}

overview_orders_sql <- function(filters, time_zone, currency, by_day = FALSE) {
  sums <- paste(sprintf(
    "coalesce(sum(%s) FILTER (WHERE %s), 0) AS %s",
    c("gross", "coalesce(refunded, 0)", "greatest(gross - coalesce(refunded, 0), 0)"),
    in_shop_currency(currency), c("revenue", "refunded", "net")
  ), collapse = ",\n       ")
  source <- "FROM ordered\nLEFT JOIN given_back USING (order_key)"
  what <- paste0("count(*) AS orders,\n       ", sums, "\n", source)
  conditions <- order_conditions(filters, time_zone)
  counted <- counted_by("placed_at", filters, time_zone, by_day, what, conditions)
  paste0("WITH ", visit_cte(filters, time_zone), ORDER_CTE, ", ", REFUND_CTE, "\n", counted)
}

#' A SELECT for the whole period, or with one row per day.
#'
#' @param what its columns and its FROM
counted_by <- function(moment, filters, time_zone, by_day, what, conditions) {
  if (!by_day) {
    return(paste0("SELECT ", what, "\nWHERE ", conditions, ";"))
  }
  bucket <- overview_bucket(filters)
  point <- if (bucket == "hour") local_hour(moment, time_zone) else local_day(moment, time_zone, bucket)
  name <- if (bucket == "hour") "hour" else "day"
  paste0(
    "SELECT ", point, " AS ", name, ",\n       ", what, "\nWHERE ", conditions, "\nGROUP BY 1\nORDER BY 1;"
  )
}
