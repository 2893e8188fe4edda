#' How the Overview is counted.

overview_proof <- function(filters, time_zone, currency) {
  by <- paste(overview_bucket(filters), "by", overview_bucket(filters))
  proof_panel("overview", list(
    WORDS_EVENTS, WORDS_ORDERS, WORDS_MONEY, WORDS_SESSIONS,
    paste(
      "Visitors are the different browsers (client ids) of those sessions. Conversion is the number of those",
      "sessions in which an order was placed, divided by the sessions. Gross revenue is the sum that orders",
      "state, and stays it. Refunded is what was given back of these orders, on whatever day; net is the",
      "rest of each order, never below nothing."
    ),
    paste(
      "A refund counts once: by its id or, without one, by its order and amount. One that names no amount",
      "gives back the whole order."
    ),
    paste(
      "A change is in colour, and may stand in the title, where its interval does not hold zero; the seven",
      "intervals hold together in 95 of 100 cases (Bonferroni). Orders: exact, as two Poisson counts.",
      "Revenue: by the sum of the squares of its orders (compound Poisson). Conversion: by Newcombe's",
      "interval of two shares. Sessions, visitors and page views: by how much their days scatter. Refunds",
      "have none."
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
  counted_by("event_timestamp", filters, time_zone, by_day, "count(*) AS page_views
FROM public.clickstream_events", paste0(
    "event_name = 'page_view'\n  AND ", event_conditions(filters, time_zone)
  ))
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
  paste0("WITH ", ORDER_CTE, ", ", REFUND_CTE, "\n", counted)
}

#' A SELECT for the whole period, or one row a day.
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
