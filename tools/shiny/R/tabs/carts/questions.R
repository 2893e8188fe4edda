#' The queries of Carts.

#' Carts started in the days, with their outcomes. Login state, device and channel are those of the session in
#' which the cart was started, which the load stores with the cart. $7 the shop's currency. Value bands are
#' named by their lower limit: 1, 5, 10, 50 and so on.
CARTS_BEGUN <- paste0(BOUNDS, ",
begun AS (
  SELECT cart.*,
         CASE WHEN NOT is_own THEN 'other_currency'
              WHEN value < 1 THEN '0'
              ELSE trunc(CASE WHEN value >= 5 * magnitude THEN 5 ELSE 1 END * magnitude)::text
              END AS value_band,
         CASE WHEN age < interval '1 minute' THEN '0'
              WHEN age < interval '5 minutes' THEN '1'
              WHEN age < interval '15 minutes' THEN '5'
              WHEN age < interval '1 hour' THEN '15'
              WHEN age < interval '1 day' THEN '60'
              ELSE '1440' END AS age_band
  FROM (
    SELECT c.cart_id, c.client_id, c.user_id, coalesce(c.client_id, c.session_id, c.cart_id) AS shopper,
           c.stage, c.value, c.pieces, c.last_activity_at,
           c.last_activity_at - c.started_at AS age,
           coalesce(c.currency, $7) AS currency, coalesce(c.currency, $7) = $7 AS is_own,
           ('1e' || length(trunc(c.value)::text) - 1)::numeric AS magnitude,
           CASE WHEN c.state IN ('active', 'recovered') THEN 'open'
                WHEN c.state = 'bought' AND c.recovered_at IS NOT NULL THEN 'recovered'
                ELSE c.state END AS outcome,
           c.device, c.channel, c.login_state
    FROM dash.carts c
    WHERE c.started_at >= (SELECT since FROM bounds) AND c.started_at < (SELECT until FROM bounds)
      AND ($4 = 'all' OR c.login_state = $4) AND ($5 = 'all' OR NOT c.is_bot)
      AND ($5 <> 'shoppers' OR NOT c.is_staff)
  ) AS cart
)")

#' All counts of the tab in one query: equal carts are counted together, and these counts are added up for
#' each dimension. `value` is that of carts in the shop's currency, except in the rows by currency.
SQL_CARTS <- paste0(CARTS_BEGUN, ",
alike AS (
  SELECT outcome, stage, age_band, device, channel, login_state, value_band, currency, is_own,
         count(*) AS carts, sum(value) AS value
  FROM begun
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
)
SELECT CASE WHEN GROUPING(stage) = 0 THEN 'stage' WHEN GROUPING(age_band) = 0 THEN 'age'
            WHEN GROUPING(device) = 0 THEN 'device' WHEN GROUPING(channel) = 0 THEN 'channel'
            WHEN GROUPING(login_state) = 0 THEN 'login_state' WHEN GROUPING(value_band) = 0 THEN 'value'
            WHEN GROUPING(currency) = 0 THEN 'currency' ELSE 'all' END AS dimension,
       coalesce(stage, age_band, device, channel, login_state, value_band, currency, 'all') AS key,
       outcome, sum(carts)::float8 AS carts,
       coalesce(CASE WHEN GROUPING(currency) = 0 THEN sum(value) ELSE sum(value) FILTER (WHERE is_own) END,
         0)::float8 AS value
FROM alike
GROUP BY outcome, GROUPING SETS ((), stage, age_band, device, channel, login_state, value_band, currency)
ORDER BY 1, 2, 3")

#' Carts of the previous period as they were one period length ago, so that both periods have had the same
#' time for purchases. A cart that has continued since counts as abandoned then, unless it was started within
#' the hour. $7 the length of the period in days.
SQL_CARTS_BEFORE <- paste0(BOUNDS, ",
standing AS (
  SELECT coalesce((SELECT last_load_at FROM dash.freshness), now()) - $7::integer * interval '1 day' AS as_of
)
SELECT count(*)::float8 AS begun,
       count(*) FILTER (WHERE NOT was_bought AND NOT was_emptied AND was_active)::float8 AS open,
       count(*) FILTER (WHERE NOT was_bought AND NOT was_emptied AND NOT was_active)::float8 AS abandoned
FROM (
  SELECT coalesce(c.bought_at <= as_of, false) AS was_bought,
         coalesce(c.emptied_at <= as_of, false) AS was_emptied,
         c.started_at >= as_of - interval '1 hour'
           OR c.last_activity_at BETWEEN as_of - interval '1 hour' AND as_of AS was_active
  FROM dash.carts c
  CROSS JOIN standing
  WHERE c.started_at >= (SELECT since FROM bounds) AND c.started_at < (SELECT until FROM bounds)
    AND ($4 = 'all' OR c.login_state = $4) AND ($5 = 'all' OR NOT c.is_bot)
    AND ($5 <> 'shoppers' OR NOT c.is_staff)
) AS cart")

#' The most carts in the list: nobody writes to more by hand.
MOST_LISTED <- 1000

#' Abandoned carts in the shop's currency that are not empty: those of known users first, then by value. The
#' user is known from the cart's events or from its browser; the latter is looked up only for browsers on
#' which somebody has signed in. Not by IN: PostgreSQL reads all links for each cart once they no longer fit
#' into its working memory.
SQL_CARTS_LEFT <- paste0(CARTS_BEGUN, ", known AS MATERIALIZED (
  SELECT begun.cart_id, begun.shopper, begun.value, begun.pieces, begun.stage, begun.last_activity_at,
         begun.device, begun.channel,
         CASE WHEN fact.user_id IS NOT NULL THEN 'signed_in'
              WHEN EXISTS (SELECT FROM public.identity_links link WHERE link.client_id = begun.client_id)
                AND begun.user_id IS NOT NULL THEN 'known'
              ELSE 'unknown' END AS reach
  FROM begun
  JOIN public.carts fact USING (cart_id)
  WHERE outcome = 'abandoned' AND is_own AND begun.value > 0
)
SELECT cart_id, value::float8 AS value, pieces::float8 AS pieces, stage, reach, device, channel,
       extract(epoch FROM last_activity_at)::float8 AS left_at, carts, reachable, reachable_value,
       CASE WHEN EXISTS (
         SELECT FROM public.carts later
         WHERE coalesce(later.client_id, later.session_id, later.cart_id) = listed.shopper
           AND later.bought_at > listed.last_activity_at
       ) THEN 'yes' ELSE 'no' END AS bought_since
FROM (
  SELECT known.*, (count(*) OVER ())::float8 AS carts,
         (count(*) FILTER (WHERE reach <> 'unknown') OVER ())::float8 AS reachable,
         coalesce(sum(value) FILTER (WHERE reach <> 'unknown') OVER (), 0)::float8 AS reachable_value
  FROM known
  ORDER BY reach = 'unknown', value DESC, cart_id
  LIMIT ", MOST_LISTED, "
) AS listed
ORDER BY reach = 'unknown', value DESC, cart_id")

#' Contents of the most valuable abandoned carts, from the last event of each that lists products, sent by any
#' browser that used the cart. Looked up by browser, because the index of events is by browser.
SQL_CARTS_CONTENTS <- paste0(CARTS_BEGUN, ", most AS MATERIALIZED (
  SELECT cart_id, shopper
  FROM begun
  WHERE outcome = 'abandoned' AND is_own AND value > 0
  ORDER BY value DESC, cart_id
  LIMIT ", MOST_LISTED, "
), touched AS (
  SELECT cart_id, shopper FROM most
  UNION
  SELECT cart_id, other.shopper FROM most JOIN public.cart_shoppers other USING (cart_id)
), contents AS (
  SELECT DISTINCT ON (cart_id) cart_id, last.items
  FROM touched
  CROSS JOIN LATERAL (
    SELECT event_timestamp, sequence, event_id, items
    FROM public.clickstream_events e
    WHERE coalesce(e.client_id, e.session_id, e.cart_id) = touched.shopper AND e.cart_id IS NOT NULL
      AND e.cart_id = touched.cart_id AND items IS NOT NULL AND event_name <> 'order_refund'
    ORDER BY event_timestamp DESC, sequence DESC NULLS LAST, event_id DESC
    LIMIT 1
  ) AS last
  ORDER BY cart_id, event_timestamp DESC, sequence DESC NULLS LAST, event_id DESC
)
SELECT product_id, max(name) AS name, count(DISTINCT cart_id)::float8 AS carts,
       sum(pieces)::float8 AS pieces, sum(pieces * price)::float8 AS value,
       (SELECT count(*) FROM contents)::float8 AS known_carts
FROM (
  SELECT cart_id, item ->> 'id' AS product_id, coalesce(item ->> 'name', item ->> 'id') AS name,
         coalesce((item ->> 'quantity')::numeric, 1) AS pieces,
         coalesce((item ->> 'discountPrice')::numeric, (item ->> 'price')::numeric, 0) AS price
  FROM contents, jsonb_array_elements(items) AS item
) AS line
WHERE true")

carts_contents_sql <- function(filters) {
  products <- products_that(" AND product_id", filters)
  paste0(narrowed(SQL_CARTS_CONTENTS, filters), products, "
GROUP BY 1
ORDER BY carts DESC, value DESC, 1")
}

#' One row per outcome, for all carts and for each group: dimension ('all', 'stage', 'age', 'device',
#' 'channel', 'login_state', 'value', 'currency'), key, outcome (see CART_OUTCOMES), carts, value.
ask_carts <- function(warehouse, filters, time_zone, version, currency) {
  remembered(warehouse, version, narrowed(SQL_CARTS, filters), c(filter_params(filters, time_zone), currency))
}

#' Carts of the previous period: one row with begun, open, abandoned.
#'
#' @param filters those of the selected days
#' @param until a POSIXct at which to stop, or NULL for the end of the last day
ask_carts_before <- function(warehouse, filters, time_zone, version, until = NULL) {
  params <- filter_params(previous_filters(filters), time_zone, until)
  remembered(warehouse, version, narrowed(SQL_CARTS_BEFORE, filters), c(params, days_back(filters)))
}

#' Carts worth a reminder: cart_id, value, pieces, stage, reach ('signed_in', 'known', 'unknown'), device,
#' channel, left_at (seconds since 1970), bought_since ('yes' if the same browser bought a cart later); and
#' totals that include carts not listed: carts, reachable, reachable_value.
ask_carts_left <- function(warehouse, filters, time_zone, version, currency) {
  remembered(
    warehouse, version, narrowed(SQL_CARTS_LEFT, filters), c(filter_params(filters, time_zone), currency)
  )
}

#' The products in abandoned carts, those in most carts first: product_id, name, carts, pieces, value; and
#' known_carts, the number of carts whose contents are known.
ask_carts_contents <- function(warehouse, filters, time_zone, version, currency) {
  params <- c(filter_params(filters, time_zone), currency)
  remembered(warehouse, version, carts_contents_sql(filters), params)
}
