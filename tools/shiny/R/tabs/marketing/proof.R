#' The counting rules and SQL of Marketing.

marketing_proof <- function(filters, time_zone, currency, model) {
  proof_panel("marketing", list(
    paste(
      "Orders and net revenue are those of orders placed in the selected days. Each order is divided among",
      "the visits that led to it: the buyer's visits in the 30 days before it and the one in which it was",
      "placed, on all browsers of a known buyer. In every model the parts of an order add up to the whole:",
      "docs/attribution-models.md. An order without a known visit belongs to the channel Unknown."
    ),
    WORDS_SESSIONS, WORDS_ORDERS, WORDS_MONEY,
    paste(
      "Interval of net revenue per session: orders are independent and differ in amount (compound Poisson);",
      "the interval is that of the gamma distribution with their mean and variance (Fay, Feuer). Two",
      "channels, and two periods, are compared by exact limits as Poisson counts of equal orders with the",
      "same mean and variance. All comparisons together hold in 95 of 100 cases (Bonferroni).",
      sprintf("Sources with fewer than %d sessions are not judged.", SMALLEST_SOURCE)
    ),
    paste(
      "The statements for all net revenue and for sessions by channel count the events themselves. No single",
      "statement over events can find the visits of an order, so the others add up the views",
      "dash.order_credits, dash.sessions and dash.campaign_costs."
    ),
    WORDS_BOTS
  ), list(
    list(
      id = "total", title = "All orders and net revenue",
      sql = total_sql(filters, time_zone, currency, model)
    ),
    list(id = "sessions", title = "Sessions by channel", sql = channel_sessions_sql(filters, time_zone)),
    list(
      id = "channels", title = paste("Orders and net revenue by channel,", tolower(model_label(model))),
      sql = credits_sql(filters, time_zone, currency, "channel", model)
    ),
    list(
      id = "models", title = "Net revenue by channel and model",
      sql = credits_sql(filters, time_zone, currency, c("model", "channel"))
    ),
    list(
      id = "campaign-sessions", title = "Sessions by campaign",
      sql = campaign_sessions_sql(filters, time_zone)
    ),
    list(
      id = "campaigns", title = paste("Orders and net revenue by campaign,", tolower(model_label(model))),
      sql = credits_sql(filters, time_zone, currency, UTM_COLUMNS, model, "utm_campaign IS NOT NULL")
    ),
    list(id = "costs", title = "Costs", sql = costs_sql(filters))
  ), source = "the events themselves or the views named above")
}

#' All orders; with filters on visits, what these are credited with.
total_sql <- function(filters, time_zone, currency, model) {
  if (length(narrowings_of(filters, "session")) == 0) {
    return(overview_orders_sql(filters, time_zone, currency))
  }
  credits_sql(filters, time_zone, currency, NULL, model)
}

UTM_COLUMNS <- c("utm_source", "utm_medium", "utm_campaign")

channel_sessions_sql <- function(filters, time_zone) {
  paste0(
    "WITH ", session_cte(filters, time_zone), "\nSELECT channel, count(*) AS sessions\nFROM session\nWHERE ",
    session_conditions(filters, time_zone), "\nGROUP BY channel\nORDER BY sessions DESC;"
  )
}

campaign_sessions_sql <- function(filters, time_zone) {
  columns <- paste(UTM_COLUMNS, collapse = ", ")
  sprintf("SELECT %s, count(*) AS sessions
FROM (
  SELECT %s, started_at, login_state, is_bot, channel, device, is_first_visit,
         is_staff OR coalesce(user_id IN (SELECT user_id FROM public.staff_users), false) AS is_staff
  FROM dash.sessions
) AS begun
WHERE utm_campaign IS NOT NULL
  AND %s
GROUP BY %s
ORDER BY sessions DESC;", columns, columns, session_conditions(filters, time_zone), columns)
}

#' @param by columns to group by
#' @param ... further conditions
credits_sql <- function(filters, time_zone, currency, by, model = NULL, ...) {
  columns <- paste(by, collapse = ", ")
  grouped <- if (length(by) > 0) sprintf("\nGROUP BY %s\nORDER BY net DESC", columns) else ""
  conditions <- c(
    if (!is.null(model)) sprintf("model = '%s'", model), ...,
    gsub("started_at", "placed_at", session_conditions(without_narrowing(filters), time_zone), fixed = TRUE),
    visits_that(filters, "public.sessions")
  )
  sprintf(
    "SELECT %ssum(orders) AS orders, coalesce(sum(net) FILTER (WHERE %s), 0) AS net
FROM dash.order_credits
WHERE %s%s;", if (length(by) > 0) paste0(columns, ", ") else "", in_shop_currency(currency),
    paste(conditions, collapse = "\n  AND "), grouped
  )
}

costs_sql <- function(filters) {
  named <- intersect(names(filters$only), c("channel", "campaign"))
  sprintf(
    "SELECT channel, source, medium, campaign, currency, sum(cost) AS cost
FROM dash.campaign_costs
WHERE day BETWEEN date '%s' AND date '%s'%s
GROUP BY channel, source, medium, campaign, currency
ORDER BY cost DESC;", filters$from, filters$to, paste0(vapply(named, function(name) {
      sprintf("\n  AND %s = %s", name, sql_text(filters$only[[name]]))
    }, ""), collapse = "")
  )
}
