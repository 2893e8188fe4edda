#' Orders, built from events.

#' Orders, each once. Time and contents come from the first completion; the shopper comes from the first that
#' names a session, otherwise from one that names a browser or a cart.
ORDER_CTE <- "reported AS (
  SELECT coalesce(order_id, 'event:' || event_id) AS order_key, *
  FROM public.clickstream_events
  WHERE event_name = 'checkout_complete'
), ordered AS (
  SELECT DISTINCT ON (order_key) order_key, event_timestamp AS placed_at, upper(currency) AS currency,
         coalesce(order_revenue, 0) AS gross, items,
         first_value(session_id) OVER shopper AS session_id,
         first_value(event_timestamp) OVER shopper AS reported_at,
         first_value(user_login_state) OVER shopper AS user_login_state,
         first_value(is_bot) OVER shopper AS is_bot,
         first_value(is_staff) OVER shopper OR coalesce(
           first_value(user_id) OVER shopper IN (SELECT user_id FROM public.staff_users), false) AS is_staff
  FROM reported
  WINDOW shopper AS (
    PARTITION BY order_key
    ORDER BY CASE WHEN session_id IS NOT NULL THEN 0
                  WHEN coalesce(client_id, cart_id) IS NOT NULL THEN 1 ELSE 2 END,
             event_timestamp, sequence NULLS FIRST, event_id)
  ORDER BY order_key, event_timestamp, sequence NULLS FIRST, event_id
)"

#' Refunds, each once, and the amount refunded of each order.
REFUND_CTE <- "refund AS (
  SELECT DISTINCT ON (order_key, refund_key) *
  FROM (
    SELECT coalesce(order_id, 'refund:' || refund_id, 'event:' || event_id) AS order_key,
           coalesce('id:' || refund_id, 'amount:' || abs(order_revenue), 'items:' || (
             SELECT string_agg(id || ' ' || quantity, ',' ORDER BY id, quantity)
             FROM jsonb_to_recordset(items) AS line (id text, quantity numeric)), 'amount:') AS refund_key,
           refund_id, abs(order_revenue) AS amount, items, upper(currency) AS currency,
           event_timestamp, sequence, event_id
    FROM public.clickstream_events
    WHERE event_name = 'order_refund'
  ) AS reported_refund
  ORDER BY order_key, refund_key, event_timestamp, sequence NULLS FIRST, event_id
), valued AS (
  SELECT order_key, o.gross, refund_id, amount IS NULL AS is_computed,
         o.currency IS NULL OR coalesce(r.currency, o.currency) = o.currency AS is_same_currency,
         coalesce(amount, (
           SELECT sum(quantity * coalesce(line.\"discountPrice\", line.price, (
             SELECT max(coalesce(bought.\"discountPrice\", bought.price))
             FROM jsonb_to_recordset(o.items) AS bought (id text, price numeric, \"discountPrice\" numeric)
             WHERE bought.id = line.id), 0))
           FROM jsonb_to_recordset(r.items) AS line
             (id text, quantity numeric, price numeric, \"discountPrice\" numeric)
         )) AS amount
  FROM ordered o
  JOIN refund r USING (order_key)
), counted AS (
  SELECT *, amount IS NOT NULL AND (
           refund_id IS NOT NULL OR NOT (bool_or(refund_id IS NOT NULL) OVER same
             OR is_computed AND bool_or(NOT is_computed) OVER same)) AS counts
  FROM valued
  WINDOW same AS (PARTITION BY order_key, amount)
), given_back AS MATERIALIZED (
  SELECT order_key,
         greatest(
           coalesce(sum(amount) FILTER (WHERE counts AND is_same_currency), 0),
           max(gross) FILTER (WHERE amount IS NULL)) AS refunded
  FROM counted
  GROUP BY order_key
)"
