#' How Carts are counted.

carts_proof <- function(filters, time_zone, currency, until = NULL) {
  select <- function(what, ...) paste0("WITH ", cart_cte(filters, time_zone, currency), "\n", what, ...)
  by <- function(group) select(carts_counted(paste0(group, " AS key")), "\nGROUP BY 1\nORDER BY 1;")
  proof_panel("carts", list(
    paste(
      "Carts are those that were begun in the chosen days. A cart goes on over sessions, browsers and",
      "signing in, until it is bought: which cart an event belongs to depends on those before it. So the",
      "load puts carts together, one row each, and the statements count these rows instead of events."
    ),
    paste(
      "A cart counts as left behind when nothing was done with it for an hour, as of the end of the last",
      "load; one with a sign of life within the hour is still open, and in no share. Left, then bought:",
      "an hour or more had passed before it went on. Emptied: the last thing known is that nothing is in",
      "it. At checkout: the checkout was opened, whatever came after."
    ),
    paste(
      "Login state, device and channel are those of the session in which the cart was begun, as the load",
      "keeps them with the cart; a cart without a session is unknown, and in no login state. The login",
      "state is the strongest one that this session reached."
    ),
    paste(
      "The value is the last one that events tell of the cart; amounts are in the shop's currency, and other",
      "currencies are said apart. The time of use runs from the first to the last thing done with the cart."
    ),
    paste(
      "Limits of a share are Wilson's, in 95 of 100 cases. The period before is counted as it stood as",
      "many days ago, since its carts have had longer to be bought; the difference is claimed where",
      "Newcombe's interval leaves out no difference. Groups are compared from 30 carts on, all pairs held",
      "together (Bonferroni)."
    ),
    paste(
      "What lies in a cart is told by its last event that lists products; at most the 1000 most valuable",
      "carts are asked. A cart that no event names by its id tells nothing."
    ),
    paste(
      "A customer is known where the cart's events name a user, or where its browser belongs to one user",
      "alone (dash.user_behind). Bought since: a later cart of the same browser was bought.",
      "Whether you may write to them, your own records have to say."
    ),
    WORDS_BOTS
  ), c(
    list(
      list(id = "outcomes", title = "What became of carts", sql = select(carts_counted("'all' AS key"), ";")),
      list(id = "stages", title = "Left in the cart, at checkout", sql = by("stage")),
      list(id = "ages", title = "By the time of use", sql = by(AGE_CASE))
    ),
    lapply(names(CART_SPLITS), function(name) {
      split <- CART_SPLITS[[name]]
      group <- if (split == "value") VALUE_CASE else split
      list(id = split, title = paste("By", tolower(name)), sql = by(group))
    }),
    list(
      list(id = "before", title = "The period before", sql = before_sql(filters, time_zone, until)),
      list(id = "contents", title = "What lies in carts left behind", sql = select(contents_select())),
      list(id = "left", title = "Carts left behind, one by one", sql = select(LEFT_SELECT))
    )
  ), source = "the carts that the load has put together")
}

AGE_CASE <- "CASE WHEN minutes < 1 THEN '0' WHEN minutes < 5 THEN '1' WHEN minutes < 15 THEN '5'
            WHEN minutes < 60 THEN '15' WHEN minutes < 1440 THEN '60' ELSE '1440' END"

VALUE_CASE <- "CASE WHEN NOT is_own THEN 'other_currency' WHEN value < 1 THEN '0'
            ELSE (SELECT max(digit * 10 ^ power)::bigint::text
                  FROM (VALUES (1::numeric), (5)) AS first (digit), generate_series(0, 18) AS power
                  WHERE digit * 10 ^ power <= value) END"

#' Carts that the filters choose, with what became of them, from the facts themselves.
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
  conditions <- c(
    sprintf("c.started_at >= %s", day_literal(filters$from, time_zone)),
    sprintf("c.started_at < %s", day_literal(filters$to + 1, time_zone)),
    if (filters$login != "all") sprintf("login_state = '%s'", filters$login),
    if (filters$traffic != "all") "NOT c.is_bot",
    if (filters$traffic == "shoppers") {
      "NOT c.is_staff AND (c.user_id IS NULL OR c.user_id NOT IN (SELECT user_id FROM public.staff_users))"
    }
  )
  paste(conditions, collapse = "\n    AND ")
}

#' A SELECT of the carts and the value of each outcome, by what `key` gives.
carts_counted <- function(key) {
  counts <- sprintf("count(*) FILTER (WHERE outcome = '%1$s') AS %1$s", names(CART_OUTCOMES))
  sums <- sprintf(
    "coalesce(sum(value) FILTER (WHERE outcome = '%1$s' AND is_own), 0) AS %1$s_value", names(CART_OUTCOMES)
  )
  columns <- c(paste0(key, ", count(*) AS begun"), counts, sums)
  paste0("SELECT ", paste(columns, collapse = ",\n       "), "\nFROM cart")
}

contents_select <- function() sprintf(", most AS (
  SELECT cart_id FROM cart
  WHERE outcome = 'abandoned' AND is_own AND value > 0
  ORDER BY value DESC, cart_id
  LIMIT %d
), told AS (
  SELECT DISTINCT ON (cart_id) cart_id, items
  FROM public.clickstream_events
  JOIN most USING (cart_id)
  WHERE items IS NOT NULL AND event_name <> 'order_refund'
  ORDER BY cart_id, event_timestamp DESC, sequence DESC NULLS LAST, event_id DESC
)
SELECT id AS product_id, count(DISTINCT cart_id) AS carts, sum(coalesce(quantity, 1)) AS pieces,
       sum(coalesce(quantity, 1) * coalesce(\"discountPrice\", price, 0)) AS value,
       (SELECT count(*) FROM told) AS told
FROM told, jsonb_to_recordset(items)
  AS line (id text, quantity numeric, price numeric, \"discountPrice\" numeric)
GROUP BY 1
ORDER BY carts DESC, value DESC, 1;", MOST_LISTED)

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

#' @param until what comparable_until() gives
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
  CROSS JOIN (SELECT finished_at - interval '%d days' AS at FROM (%s) AS load) AS standing
  WHERE %s
) AS cart;", day_count(filters), LAST_LOAD, paste0(before, cut))
}
