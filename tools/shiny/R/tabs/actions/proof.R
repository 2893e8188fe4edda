#' The counting rules and SQL of Actions: the statements of the tabs that the actions lead to.

actions_proof <- function(filters, time_zone, currency) {
  model <- choices_of_tabs()$model$usual
  carts <- function(...) paste0("WITH ", cart_cte(filters, time_zone, currency), "\n", ...)
  proof_panel("actions", c(ACTIONS_WORDS, list(WORDS_SESSIONS, WORDS_ORDERS, WORDS_MONEY, WORDS_BOTS)), list(
    list(id = "worth", title = "Orders and their value", sql = worth_sql(filters, time_zone, currency)),
    list(id = "products", title = "Products", sql = products_sql(filters, time_zone, currency)),
    list(id = "device", title = "Steps by device", sql = funnel_sql(filters, time_zone, "device")),
    list(id = "channel", title = "Steps by channel", sql = funnel_sql(filters, time_zone, "channel")),
    list(
      id = "campaigns", title = "Net revenue by campaign",
      sql = credits_sql(filters, time_zone, currency, UTM_COLUMNS, model, "utm_campaign IS NOT NULL")
    ),
    list(id = "costs", title = "Costs", sql = costs_sql(filters)),
    list(id = "outcomes", title = "Outcomes of carts", sql = carts(carts_counted("'all' AS key"), ";")),
    list(id = "left", title = "Abandoned carts", sql = carts(LEFT_SELECT)),
    list(id = "searches", title = "Searches by term", sql = searches_sql(filters, time_zone, currency)),
    list(id = "done", title = "Actions that were done", sql = DONE_STATEMENT)
  ), source = "the events themselves, or the carts and views that the load has built")
}

ACTIONS_WORDS <- list(
  paste(
    "Gain a month = what is missing in the selected days x the value of each x 30 / the days with data.",
    "What is missing is the count that the rate of the others would bring, minus the actual count."
  ),
  paste(
    "Products: missing add to carts at the rate of the other products of the category, times the net",
    "revenue that these bring for each add to cart. Steps: missing sessions, times the share of sessions",
    "that go on from there to an order, times mean net revenue per order. Search terms: missing views of",
    "products, times orders per view after searches with results, times mean net revenue per order.",
    "Campaigns: costs minus net revenue credited to the last visit that was not direct. Carts: value of",
    "the carts to remind of, times the share of carts left for an hour or more that were bought later."
  ),
  paste(
    "The interval joins those of the factors: exact limits for rates, Wilson's for shares, Student's t for",
    "the mean (on logarithms), a gamma distribution for sums; differences and products by the method of",
    "Newcombe, and Zou and Donner. An action is shown only if the lower limit is above zero."
  ),
  paste(
    "Of all candidates of all kinds together, at most one in ten of those named is due to chance",
    "(Benjamini and Hochberg): q is the smallest such share at which this one would be named. The limits",
    "are widened for the choice of the best (Benjamini and Yekutieli)."
  ),
  paste(
    "Products, terms, and groups at a step are examined from 30 views, searches or sessions; campaigns",
    "from 100 sessions, if costs were imported in the shop's currency and all login states are selected.",
    "More: docs/actions.md."
  ),
  paste(
    "Measured gain of a done action = (rate after it - rate before it x growth of the control's rate) x",
    "count after it x value of each x 30 / days, with the filters of the promise. Compared are the 14 days",
    "after its day with the 14 before it, and 28 with 28 once they are over; the counts are those of the",
    "statements below for these days. The interval joins those of the four rates and of the value; while it",
    "contains zero, nothing is claimed."
  )
)

DONE_STATEMENT <- "SELECT kind, key, done_on, recorded_at, changed_at, gain, gain_lower, gain_upper,
       counted_from, counted_to, login_state, traffic, currency, part, whole, other_part, other_whole
FROM dash.done_actions
ORDER BY done_on DESC NULLS LAST, action_id DESC;"

worth_sql <- function(filters, time_zone, currency) {
  net <- "greatest(gross - coalesce(refunded, 0), 0)"
  sprintf("WITH %s%s, %s
SELECT count(*) AS orders, coalesce(sum(%s), 0) AS net
FROM ordered
LEFT JOIN given_back USING (order_key)
WHERE %s
  AND %s;", visit_cte(filters, time_zone), ORDER_CTE, REFUND_CTE, net, in_shop_currency(currency),
  order_conditions(filters, time_zone))
}
