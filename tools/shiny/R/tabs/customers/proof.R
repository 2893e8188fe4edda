#' The counting rules and SQL of Customers.

customers_proof <- function(filters, time_zone, currency) {
  with <- function(filters, select) paste0(buyer_ctes(filters, time_zone, currency), select)
  proof_panel("customers", list(
    paste(
      "The buyer of an order is the user behind it: who was signed in, or the only user of that browser",
      "at the time (dash.user_behind). All browsers of a user count as one buyer. If no user is known,",
      "the browser is the buyer. An order with neither has an unknown buyer, and is part of no rate."
    ),
    paste(
      "Buyers are those with an order in the selected days (in the shop's time zone) and of the selected",
      "login state, which is that of the order. A buyer's first order is searched in all days and login",
      "states of the warehouse: whoever bought before its first day looks new. An order counts once;",
      "refunded in full, it still counts as an order, with a net revenue of 0."
    ),
    paste(
      "New buyers placed their first order in these days. Returning buyers placed an order in these days",
      "that is not their first. A buyer can be both, so the two may add up to more than all buyers."
    ),
    paste(
      "The rate is the share of new buyers who ordered again within 60 days, of those whose first order was",
      "at least 60 days before the newest data. Younger ones are pending. The range is Wilson's 95 %",
      "confidence interval; a difference is called significant if Newcombe's interval does not contain",
      "zero."
    ),
    paste(
      "Weeks begin on Monday. Week 0 is the week of the first order, and shows buyers who ordered again in",
      "it; the revenue in week 0 includes the first order. Further orders count in every login state."
    ),
    paste(
      "Money is in the shop's currency, net of refunds; other currencies are shown separately.",
      WORDS_BOTS, "Orders that are left out are nobody\u2019s first order either."
    ),
    paste(
      "No single statement over events can find who is behind an order, so the statements count the orders",
      "that the load has built."
    )
  ), list(
    list(id = "buyers", title = "Buyers and their revenue", sql = with(filters, BUYERS_SELECT)),
    list(id = "repeat", title = "Who ordered again", sql = with(filters, REPEAT_SELECT)),
    list(id = "before", title = "Previous period", sql = with(previous_filters(filters), REPEAT_SELECT)),
    list(
      id = "cohorts", title = "Weeks after the first order", sql = with(filters, cohorts_select(time_zone))
    )
  ), source = "the orders that the load has built")
}

#' Every order with its place among those of its buyer, over all days; in_days: the filters select it.
buyer_ctes <- function(filters, time_zone, currency) {
  in_days <- c(
    sprintf("t.placed_at >= %s", day_literal(filters$from, time_zone)),
    sprintf("t.placed_at < %s", day_literal(filters$to + 1, time_zone)),
    if (filters$login != "all") sprintf("coalesce(t.login_state = '%s', false)", filters$login),
    gsub("(session_id IN", "(o.session_id IN", visits_that(filters, "public.sessions"), fixed = TRUE)
  )
  traffic <- c(
    "t.place = 1", if (filters$traffic != "all") "NOT t.is_bot",
    if (filters$traffic == "shoppers") {
      "NOT t.is_staff AND (t.user_id IS NULL OR t.user_id NOT IN (SELECT user_id FROM public.staff_users))"
    }
  )
  sprintf(
    "WITH ordered AS (
  SELECT order_id, t.placed_at, t.net, coalesce(t.currency, '%1$s') = '%1$s' AS is_own,
         CASE WHEN t.buyer IS NOT NULL THEN 'user ' || t.buyer ELSE 'browser ' || o.client_id END AS buyer,
         %2$s AS in_days
  FROM public.order_touches AS t
  JOIN public.orders AS o USING (order_id)
  WHERE %3$s
), numbered AS (
  SELECT *, row_number() OVER (PARTITION BY buyer ORDER BY placed_at, order_id) AS nth
  FROM ordered
  WHERE buyer IS NOT NULL
), newcomer AS (
  SELECT f.buyer, f.placed_at AS first_at, s.placed_at AS second_at,
         f.placed_at + interval '1440 hours'
           <= (SELECT data_until FROM public.etl_runs ORDER BY run_id DESC LIMIT 1) AS is_decided
  FROM numbered AS f
  LEFT JOIN numbered AS s ON s.buyer = f.buyer AND s.nth = 2
  WHERE f.nth = 1 AND f.in_days
)
", currency, paste(in_days, collapse = "\n           AND "), paste(traffic, collapse = "\n    AND ")
  )
}

BUYERS_SELECT <- "SELECT count(DISTINCT buyer) AS buyers, count(*) FILTER (WHERE nth = 1) AS new,
       count(DISTINCT buyer) FILTER (WHERE nth > 1) AS returning,
       coalesce(sum(net) FILTER (WHERE is_own AND nth = 1), 0) AS new_net,
       coalesce(sum(net) FILTER (WHERE is_own AND nth > 1), 0) AS returning_net,
       (SELECT count(*) FROM ordered WHERE in_days AND buyer IS NULL) AS unknown,
       (SELECT coalesce(sum(net), 0) FROM ordered WHERE in_days AND buyer IS NULL AND is_own) AS unknown_net
FROM numbered
WHERE in_days;"

REPEAT_SELECT <- "SELECT count(*) FILTER (WHERE is_decided) AS decided,
       count(*) FILTER (WHERE is_decided AND second_at < first_at + interval '1440 hours') AS repeated,
       count(*) FILTER (WHERE NOT is_decided) AS pending,
       count(*) FILTER (WHERE NOT is_decided AND second_at IS NOT NULL) AS pending_repeated,
       count(second_at) AS again,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM second_at - first_at) / 86400)
         AS median_days
FROM newcomer;"

cohorts_select <- function(time_zone) {
  monday <- function(column) sprintf("date_trunc('week', %s AT TIME ZONE '%s')::date", column, time_zone)
  sprintf(
    "SELECT cohort, week, sum(count(*) FILTER (WHERE nth = 1)) OVER (PARTITION BY cohort) AS buyers,
       count(DISTINCT buyer) FILTER (WHERE nth > 1) AS again,
       coalesce(sum(net) FILTER (WHERE is_own), 0) AS net
FROM (
  SELECT *, %2$s AS cohort, (%1$s - %2$s) / 7 AS week
  FROM newcomer
  JOIN numbered USING (buyer)
) AS placed
WHERE week <= %3$d
GROUP BY 1, 2
ORDER BY 1, 2;", monday("placed_at"), monday("first_at"), LAST_WEEK
  )
}
