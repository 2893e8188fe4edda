#' The counting rules and SQL of Today.

#' @param figures result of today_figures(), with days
#' @param so_far result of today_so_far()
today_proof <- function(figures, so_far, board) {
  days <- figures$days
  compared <- figures$compared
  time_zone <- board$time_zone
  currency <- board$currency
  proof_panel("today", c(
    TODAY_WORDS, list(WORDS_SESSIONS, WORDS_ORDERS, WORDS_MONEY, WORDS_BOTS)
  ), c(list(
    list(
      id = "sessions", title = "Sessions",
      sql = compared_sessions_sql(days, compared, time_zone)
    ),
    list(
      id = "orders", title = "Orders and net revenue",
      sql = compared_orders_sql(days, compared, time_zone, currency)
    ),
    list(
      id = "channel", title = "Net revenue by channel",
      sql = compared_orders_sql(days, compared, time_zone, currency, "channel")
    ),
    list(
      id = "device", title = "Net revenue by device",
      sql = compared_orders_sql(days, compared, time_zone, currency, "device")
    ),
    list(
      id = "channel-sessions", title = "Sessions by channel",
      sql = compared_sessions_sql(days, compared, time_zone, "channel")
    ),
    list(
      id = "device-sessions", title = "Sessions by device",
      sql = compared_sessions_sql(days, compared, time_zone, "device")
    ),
    list(
      id = "campaign", title = "Net revenue by campaign",
      sql = campaign_orders_compared_sql(days, compared, time_zone, currency)
    ),
    list(
      id = "campaign-sessions", title = "Sessions by campaign",
      sql = campaign_sessions_compared_sql(days, compared, time_zone)
    ),
    list(
      id = "category", title = "Net revenue by category",
      sql = category_orders_compared_sql(days, compared, time_zone, currency)
    )
  ), if (!is.null(so_far)) so_far_proofs(so_far, days, time_zone, currency)), source = paste(
    "the events themselves, or for campaigns and categories the views named in it"
  ))
}

TODAY_WORDS <- list(
  paste(
    "Only complete days count. Net revenue = sessions x orders per session x net revenue per order. Its",
    "change is divided among the three by the Shapley value: the average contribution of each factor over",
    "all orders in which the three may have changed (Shapley 1953; Albrecht, Francois and Schoors, Energy",
    "Policy 30, 2002). The parts add up to the change, to the unit."
  ),
  paste(
    "The intervals take visitors as independent, not orders: the variance of a sum is the sum of squares by",
    "visitor (compound Poisson), that of the parts follows by the delta method. Days of the same weekday in",
    "the four weeks before show how much more a day varies than that; this is added. The four intervals hold",
    "together in 95 of 100 cases (Bonferroni). With fewer than 30 buyers there is none."
  ),
  paste(
    "Segments are compared as two Poisson counts of orders of one size with the same mean and variance, by",
    "exact limits; the interval is that of two gamma distributions (Fay and Feuer; Newcombe). Of all",
    "segments that are named, at most one in ten is due to chance (Benjamini and Hochberg)."
  )
)

#' Filters for all days, chosen ones and those before.
whole_span <- function(days, compared) modifyList(days, list(from = compared$from))

#' The columns of both periods: each sum for the chosen days, and for the days before with their weights.
in_both <- function(sums, moment, days, compared, time_zone) {
  turn <- day_literal(days$from, time_zone)
  weight <- if (all(compared$weights == 1)) "" else sprintf(
    " * (ARRAY[%s])[extract(isodow FROM %s AT TIME ZONE '%s')::integer]",
    paste(exact_number(compared$weights), collapse = ", "), moment, time_zone
  )
  columns <- vapply(names(sums), function(name) sprintf(
    "coalesce(sum(%1$s) FILTER (WHERE %2$s >= %3$s), 0) AS %4$s,
       coalesce(sum(%1$s%5$s) FILTER (WHERE %2$s < %3$s), 0) AS %4$s_before",
    sums[[name]], moment, turn, name, weight
  ), "")
  paste(columns, collapse = ",\n       ")
}

grouped_by <- function(by) if (is.null(by)) ";" else sprintf("\nGROUP BY %1$s\nORDER BY %1$s;", by)

compared_sessions_sql <- function(days, compared, time_zone, by = NULL) {
  span <- whole_span(days, compared)
  paste0(
    "WITH ", session_cte(span, time_zone), "\nSELECT ", if (!is.null(by)) paste0(by, ",\n       "),
    in_both(list(sessions = "1"), "started_at", days, compared, time_zone), "\nFROM session\nWHERE ",
    session_conditions(span, time_zone), grouped_by(by)
  )
}

#' @param by NULL, or a column of the session in which the order was placed
compared_orders_sql <- function(days, compared, time_zone, currency, by = NULL) {
  span <- whole_span(days, compared)
  net <- "greatest(gross - coalesce(refunded, 0), 0)"
  key <- if (!is.null(by)) sprintf("coalesce(visit.%s, 'unknown')", by)
  paste0(
    "WITH ", if (is.null(by)) visit_cte(span, time_zone) else visits_of(span, time_zone), ORDER_CTE, ", ",
    REFUND_CTE,
    "\nSELECT ", if (!is.null(by)) sprintf("%s AS %s,\n       ", key, by),
    in_both(list(orders = "1", net = net), "placed_at", days, compared, time_zone),
    "\nFROM ordered\nLEFT JOIN given_back USING (order_key)",
    if (!is.null(by)) "\nLEFT JOIN visit USING (session_id)",
    "\nWHERE ", in_shop_currency(currency), "\n  AND ", order_conditions(span, time_zone),
    if (is.null(by)) ";" else "\nGROUP BY 1\nORDER BY 1;"
  )
}
