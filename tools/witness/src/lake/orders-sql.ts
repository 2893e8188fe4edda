/**
 * Tables `orders`, each once, and `refunds`, each once (ADR 0039). An order is when and what its
 * first completion says, and whose the first says that names a session; else a browser or a cart.
 */
export const ORDERS = `
CREATE TABLE orders AS
WITH completions AS (
  SELECT *, coalesce(order_id, 'event:' || event_id) AS order_key,
    row_number() OVER (PARTITION BY coalesce(order_id, 'event:' || event_id)
      ORDER BY moment, coalesce(sequence, -1), event_id) AS place,
    row_number() OVER (PARTITION BY coalesce(order_id, 'event:' || event_id) ORDER BY
      CASE WHEN session IS NOT NULL THEN 1 WHEN client IS NOT NULL OR cart_id IS NOT NULL THEN 2 ELSE 3 END,
      moment, coalesce(sequence, -1), event_id) AS teller_place
  FROM events WHERE name = 'checkout_complete'
)
SELECT first.order_key, first.moment AS placed_at, coalesce(first.revenue, 0) AS gross, first.currency, first.items,
  teller.event_id AS teller_id, teller.moment AS told_at, teller.session, teller.client, teller.usr, teller.state, teller.is_bot
FROM completions AS first
JOIN completions AS teller ON teller.order_key = first.order_key AND teller.teller_place = 1
WHERE first.place = 1;

CREATE TABLE refunds AS
WITH told AS (
  SELECT *, abs(revenue) AS amount, coalesce(order_id, 'refund:' || refund_id, 'event:' || event_id) AS order_key
  FROM events WHERE name = 'order_refund'
), once AS (
  SELECT * FROM told
  QUALIFY row_number() OVER (PARTITION BY order_key, refund_id, CASE WHEN refund_id IS NULL THEN amount END
    ORDER BY moment, coalesce(sequence, -1), event_id) = 1
)
SELECT order_key, once.moment AS refunded_at, amount,
  CASE WHEN orders.order_key IS NOT NULL AND orders.currency IS NULL THEN NULL
    ELSE coalesce(once.currency, orders.currency) END AS currency,
  coalesce(orders.state, once.state) AS state, coalesce(orders.is_bot, once.is_bot) AS is_bot
FROM once LEFT JOIN orders USING (order_key)
WHERE refund_id IS NOT NULL OR NOT EXISTS (
  FROM once AS same
  WHERE same.order_key = once.order_key AND same.refund_id IS NOT NULL AND same.amount = once.amount);

CREATE VIEW net_orders AS
SELECT orders.*, coalesce(given_back, 0) AS refunded, greatest(gross - coalesce(given_back, 0), 0) AS net
FROM orders LEFT JOIN (
  SELECT order_key, currency, sum(amount) AS given_back FROM refunds GROUP BY ALL
) AS back ON back.order_key = orders.order_key AND back.currency IS NOT DISTINCT FROM orders.currency;
`;
