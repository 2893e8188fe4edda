/**
 * Table `carts` (ADR 0018): each until its first completion, with what its last event leaves in it.
 * Whether one is abandoned depends on the moment, so that is asked by the tiles.
 */
export const CARTS = `
CREATE TABLE cart_contents AS
WITH RECURSIVE own AS (
  SELECT * FROM cart_events
  QUALIFY nth <= coalesce(min(nth) FILTER (WHERE name = 'checkout_complete') OVER (PARTITION BY cart), nth)
), filled AS (
  SELECT cart, 0::BIGINT AS nth, false AS is_known, 0::DECIMAL(38, 6) AS value, 0::BIGINT AS pieces
  FROM own WHERE nth = 1
  UNION ALL
  SELECT own.cart, own.nth,
    is_known OR items IS NOT NULL OR cart_value IS NOT NULL OR name IN ('add_to_cart_click', 'remove_from_cart_click'),
    CASE
      WHEN cart_value IS NOT NULL THEN cart_value
      WHEN items IS NOT NULL THEN coalesce(list_sum(list_transform(items, item -> item.quantity * item.price)), 0)
      WHEN name = 'add_to_cart_click' THEN value + product_quantity * product_price
      WHEN name = 'remove_from_cart_click' THEN
        CASE WHEN pieces > product_quantity THEN greatest(value - product_quantity * product_price, 0) ELSE 0 END
      ELSE value
    END,
    CASE
      WHEN items IS NOT NULL THEN coalesce(list_sum(list_transform(items, item -> item.quantity)), 0)
      WHEN cart_value IS NOT NULL THEN
        CASE WHEN cart_value = 0 THEN 0 WHEN pieces = 0 THEN 1 ELSE pieces END
      WHEN name = 'add_to_cart_click' THEN pieces + product_quantity
      WHEN name = 'remove_from_cart_click' THEN greatest(pieces - product_quantity, 0)
      ELSE pieces
    END
  FROM filled JOIN own ON own.cart = filled.cart AND own.nth = filled.nth + 1
)
SELECT own.*, value, pieces, is_known AND pieces = 0 AS is_empty,
  moment - lag(moment) OVER by_time > 3600000 AND NOT lag(is_known AND pieces = 0) OVER by_time AS is_return
FROM own JOIN filled USING (cart, nth)
WINDOW by_time AS (PARTITION BY cart ORDER BY nth);

CREATE TABLE carts AS
SELECT cart, min(moment) AS started_at, max(moment) AS last_at, bool_or(is_bot) AS is_bot,
  max(session) FILTER (WHERE nth = 1) AS session,
  bool_or(name = 'checkout_complete') AS is_bought, bool_or(coalesce(is_return, false)) AS has_returned,
  CASE WHEN bool_or(name IN ('checkout_start', 'checkout_step')) THEN 'checkout' ELSE 'cart' END AS stage,
  last(is_empty ORDER BY nth) AS is_empty, last(value ORDER BY nth) AS value, last(pieces ORDER BY nth) AS pieces,
  last(currency ORDER BY nth) FILTER (WHERE currency IS NOT NULL) AS currency
FROM cart_contents GROUP BY cart;
`;
