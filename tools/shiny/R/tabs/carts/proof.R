#' The counting rules and SQL of Carts.

carts_proof <- function(filters, time_zone, currency, until = NULL) {
  select <- function(what, ...) paste0("WITH ", cart_cte(filters, time_zone, currency), "\n", what, ...)
  by <- function(group) select(carts_counted(paste0(group, " AS key")), "\nGROUP BY 1\nORDER BY 1;")
  proof_panel("carts", list(
    paste(
      "Carts are those that were started in the selected days. A cart continues across sessions, browsers",
      "and sign-ins until it is bought, so the cart of an event depends on earlier events. The load",
      "therefore builds carts, one row each, and the statements count these rows instead of events."
    ),
    paste(
      "A cart counts as abandoned after an hour without activity, as of the end of the last load. A cart",
      "with activity within the hour is still open, and not part of any rate. Recovered: bought after a",
      "pause of an hour or more. Emptied: by its last event, the cart is empty. At checkout: the checkout",
      "was opened, whatever happened afterwards."
    ),
    paste(
      "Login state, device and channel are those of the session in which the cart was started, which the",
      "load stores with the cart. A cart without a session is unknown and has no login state. The login",
      "state is the strongest one that this session reached."
    ),
    paste(
      "The value is the last one reported for the cart. Amounts are in the shop's currency; other currencies",
      "are shown separately. The time of use runs from the cart's first to its last activity."
    ),
    paste(
      "The range of a rate is Wilson's 95 % confidence interval. The previous period is counted as it was",
      "that many days ago, since its carts have had longer to be bought. A difference is called significant",
      "if Newcombe's interval does not contain zero. Groups of at least 30 carts are compared, with a",
      "correction for all pairs (Bonferroni)."
    ),
    paste(
      "The contents of a cart come from its last event that lists products; at most the 1000 most valuable",
      "carts are read. If no event names a cart by its id, its contents are unknown."
    ),
    paste(
      "A customer is known if the cart's events name a user, or if its browser belongs to only one user",
      "(dash.user_behind). Has bought since: a later cart of the same browser was bought.",
      "Check your own records for permission before you write to a customer."
    ),
    WORDS_BOTS
  ), c(
    list(
      list(id = "outcomes", title = "Outcomes of carts", sql = select(carts_counted("'all' AS key"), ";")),
      list(id = "stages", title = "Abandoned in the cart, at checkout", sql = by("stage")),
      list(id = "ages", title = "By time of use", sql = by(AGE_CASE))
    ),
    lapply(names(CART_SPLITS), function(name) {
      split <- CART_SPLITS[[name]]
      group <- if (split == "value") VALUE_CASE else split
      list(id = split, title = paste("By", tolower(name)), sql = by(group))
    }),
    list(
      list(id = "before", title = "Previous period", sql = before_sql(filters, time_zone, until)),
      list(id = "contents", title = "Contents of abandoned carts", sql = select(contents_select(filters))),
      list(id = "left", title = "Abandoned carts, one by one", sql = select(LEFT_SELECT))
    )
  ), source = "the carts that the load has built")
}

AGE_CASE <- "CASE WHEN minutes < 1 THEN '0' WHEN minutes < 5 THEN '1' WHEN minutes < 15 THEN '5'
            WHEN minutes < 60 THEN '15' WHEN minutes < 1440 THEN '60' ELSE '1440' END"

VALUE_CASE <- "CASE WHEN NOT is_own THEN 'other_currency' WHEN value < 1 THEN '0'
            ELSE (SELECT max(digit * 10 ^ power)::bigint::text
                  FROM (VALUES (1::numeric), (5)) AS first (digit), generate_series(0, 18) AS power
                  WHERE digit * 10 ^ power <= value) END"

#' Carts that the filters select, with their outcomes, from the facts.
cart_cte <- function(filters, time_zone, currency) {
  sprintf("cart AS (
  SELECT c.cart_id, c.client_id, c.session_id, c.user_id, c.value, c.pieces, c.last_activity_at,
         coalesce(device, 'unknown') AS device, coalesce(channel, 'unknown') AS channel,
         coalesce(login_state, 'unknown') AS login_state,
         %s AS is_own,
         CASE WHEN c.checkout_at IS NULL THEN 'cart' ELSE 'checkout' END AS stage,
         extract(epoch FROM c.last_activity_at - c.started_at) / 60 AS minutes,
         CASE WHEN c.bought_at IS NOT NULL AND c.recovered_at IS NULL THEN 'bought'
              WHEN c.bought_at IS NOT NULL THEN 'recovered'
              WHEN c.emptied_at IS NOT NULL THEN 'emptied'
              WHEN c.last_activity_at + interval '1 hour' < load.finished_at THEN 'abandoned'
              ELSE 'open' END AS outcome
  FROM public.carts AS c
  CROSS JOIN (%s) AS load
  WHERE %s
)", in_shop_currency(currency), LAST_LOAD, cart_conditions(filters, time_zone))
}

LAST_LOAD <- "SELECT max(finished_at) AS finished_at FROM public.etl_runs
    WHERE run_id = (SELECT max(run_id) FROM public.etl_runs WHERE finished_at IS NOT NULL)"

cart_conditions <- function(filters, time_zone) {
  # The outer columns, since a session has columns of these names too.
  visits <- gsub("(session_id IN", "(c.session_id IN", visits_that(filters, "public.sessions"), fixed = TRUE)
  conditions <- c(
    sprintf("c.started_at >= %s", day_literal(filters$from, time_zone)),
    sprintf("c.started_at < %s", day_literal(filters$to + 1, time_zone)),
    if (filters$login != "all") sprintf("login_state = '%s'", filters$login),
    if (filters$traffic != "all") "NOT c.is_bot",
    visits,
    if (filters$traffic == "shoppers") {
      "NOT c.is_staff AND (c.user_id IS NULL OR c.user_id NOT IN (SELECT user_id FROM public.staff_users))"
    }
  )
  paste(conditions, collapse = "\n    AND ")
}

#' A SELECT of the carts and the value of each outcome, grouped by `key`.
carts_counted <- function(key) {
  counts <- sprintf("count(*) FILTER (WHERE outcome = '%1$s') AS %1$s", names(CART_OUTCOMES))
  sums <- sprintf(
    "coalesce(sum(value) FILTER (WHERE outcome = '%1$s' AND is_own), 0) AS %1$s_value", names(CART_OUTCOMES)
  )
  columns <- c(paste0(key, ", count(*) AS begun"), counts, sums)
  paste0("SELECT ", paste(columns, collapse = ",\n       "), "\nFROM cart")
}

contents_select <- function(filters) sprintf(", most AS (
  SELECT cart_id FROM cart
  WHERE outcome = 'abandoned' AND is_own AND value > 0
  ORDER BY value DESC, cart_id
  LIMIT %d
), contents AS (
  SELECT DISTINCT ON (cart_id) cart_id, items
  FROM public.clickstream_events
  JOIN most USING (cart_id)
  WHERE items IS NOT NULL AND event_name <> 'order_refund'
  ORDER BY cart_id, event_timestamp DESC, sequence DESC NULLS LAST, event_id DESC
)
SELECT id AS product_id, count(DISTINCT cart_id) AS carts, sum(coalesce(quantity, 1)) AS pieces,
       sum(coalesce(quantity, 1) * coalesce(\"discountPrice\", price, 0)) AS value,
       (SELECT count(*) FROM contents) AS known_carts
FROM contents, jsonb_to_recordset(items)
  AS line (id text, quantity numeric, price numeric, \"discountPrice\" numeric)%s
GROUP BY 1
ORDER BY carts DESC, value DESC, 1;", MOST_LISTED, products_that("\nWHERE id", filters))

LEFT_SELECT <- "SELECT cart_id, value, pieces, stage, last_activity_at,
       CASE WHEN user_id IS NOT NULL THEN 'signed_in'
            WHEN dash.user_behind(client_id, last_activity_at) IS NOT NULL THEN 'known'
            ELSE 'unknown' END AS reach,
       CASE WHEN EXISTS (
         SELECT FROM public.carts AS later
         WHERE later.bought_at > cart.last_activity_at
           AND coalesce(later.client_id, later.session_id, later.cart_id)
             = coalesce(cart.client_id, cart.session_id, cart.cart_id)
       ) THEN 'yes' ELSE 'no' END AS bought_since
FROM cart
WHERE outcome = 'abandoned' AND is_own AND value > 0
ORDER BY reach, value DESC, cart_id;"

#' @param until result of comparable_until()
before_sql <- function(filters, time_zone, until) {
  before <- cart_conditions(previous_filters(filters), time_zone)
  cut <- if (!is.null(until)) {
    format(until, "\n    AND c.started_at < timestamptz '%Y-%m-%d %H:%M UTC'", tz = "UTC")
  }
  sprintf("SELECT count(*) AS begun,
       count(*) FILTER (WHERE is_unsold AND is_fresh) AS open,
       count(*) FILTER (WHERE is_unsold AND NOT is_fresh) AS abandoned
FROM (
  SELECT coalesce(c.bought_at, 'infinity') > at AND coalesce(c.emptied_at, 'infinity') > at AS is_unsold,
         c.started_at >= at - interval '1 hour'
           OR c.last_activity_at <= at AND c.last_activity_at >= at - interval '1 hour' AS is_fresh
  FROM public.carts AS c
  CROSS JOIN (SELECT finished_at - interval '%d days' AS at FROM (%s) AS load) AS earlier
  WHERE %s
) AS cart;", days_back(filters), LAST_LOAD, paste0(before, cut))
}
