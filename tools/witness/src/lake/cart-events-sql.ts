const NAMES = `('add_to_cart_click', 'remove_from_cart_click', 'checkout_start', 'checkout_step', 'checkout_complete')`;

/**
 * Table `cart_events`: events of carts, each with its cart (ADR 0018). Without a cart's id it is
 * the one that the shopper has in hand, until it is bought or another user holds it; else a new
 * one.
 */
export const CART_EVENTS = `
CREATE TABLE cart_events AS
WITH RECURSIVE touches AS (
  SELECT *, row_number() OVER (PARTITION BY shopper ORDER BY moment, coalesce(sequence, -1), event_id) AS nth
  FROM (SELECT *, coalesce(client, session, cart_id) AS shopper FROM settled)
  WHERE shopper IS NOT NULL AND name <> 'order_refund' AND (cart_id IS NOT NULL OR name IN ${NAMES})
    AND (name <> 'checkout_complete' OR event_id IN (SELECT teller_id FROM orders))
), held AS (
  SELECT shopper, nth, event_id, name = 'checkout_complete' AS is_bought, usr AS holder,
    coalesce(cart_id, 'event:' || event_id) AS cart
  FROM touches WHERE nth = 1
  UNION ALL
  SELECT shopper, nth, event_id, is_bought,
    CASE WHEN cart = cart_before AND NOT was_bought THEN coalesce(usr, holder_before) ELSE usr END, cart
  FROM (
    SELECT touches.shopper, touches.nth, touches.event_id, touches.name = 'checkout_complete' AS is_bought, touches.usr,
      held.holder AS holder_before, held.cart AS cart_before, held.is_bought AS was_bought,
      CASE
        WHEN touches.cart_id IS NOT NULL THEN touches.cart_id
        WHEN held.is_bought OR touches.usr <> held.holder THEN 'event:' || touches.event_id
        ELSE held.cart
      END AS cart
    FROM held JOIN touches ON touches.shopper = held.shopper AND touches.nth = held.nth + 1
  )
)
SELECT touches.* EXCLUDE (nth), cart,
  row_number() OVER (PARTITION BY cart ORDER BY moment, coalesce(sequence, -1), event_id) AS nth
FROM touches JOIN held USING (event_id);
`;
