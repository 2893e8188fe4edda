import type { ClientBase } from 'pg';

/** The person to erase: a customer by their id, or the browser of a shopper. */
export interface ShopSubject {
  readonly kind: 'user' | 'client';
  readonly id: string;
}

/** Counts of rows that named the person, and no longer do. */
export interface ErasedInShop {
  readonly accounts: number;
  /** Orders that are kept: amounts, products, days and status, without the person. */
  readonly orders: number;
  readonly carts: number;
  /** Events that ingest does not have yet: they will tell the order, and nobody. */
  readonly waitingEvents: number;
}

/**
 * Orders of the person: theirs, those that they placed as a guest under the address of their
 * account, and those that events in the outbox say are of this browser.
 */
const THEIR_ORDERS = `
  SELECT id FROM orders WHERE $1 = 'user' AND (customer_id = $2 OR customer_id IS NULL AND
    lower(details -> 'delivery' ->> 'email') = (SELECT lower(email) FROM customers WHERE id = $2))
  UNION SELECT event -> 'order' ->> 'orderId' FROM outbox_events
    WHERE $1 = 'client' AND event ->> 'clientId' = $2 AND event -> 'order' ? 'orderId'`;

const THEIR_EMAILS =
  '(SELECT unnest(ARRAY[lower(email), confirmed_email]) FROM customers WHERE id = $2::text)';
const NOBODY = '{"name": "", "email": "", "phone": "", "address": "", "ward": "", "note": ""}';
const NO_IDS = '{"userId": null, "clientId": null, "sessionId": null, "pageUrl": null}';

/** Each gets the kind and the id of the person, and the ids of their orders. */
const STATEMENTS = {
  orders: `WITH person AS (SELECT $1::text, $2::text) UPDATE orders SET customer_id = NULL, key_hash = NULL,
      user_agent = NULL, details = jsonb_set(details, '{delivery}', (details -> 'delivery') || '${NOBODY}')
    WHERE id = ANY ($3::text[])`,
  mails: `DELETE FROM mails WHERE order_id = ANY ($3::text[])
    OR $1::text = 'user' AND order_id IS NULL AND lower(recipient) IN ${THEIR_EMAILS}`,
  codes: `WITH orders AS (SELECT $3::text[]) DELETE FROM sign_in_codes
    WHERE $1::text = 'user' AND email IN ${THEIR_EMAILS}`,
  notes: `WITH person AS (SELECT $1::text, $2::text) UPDATE order_changes SET note = '' WHERE order_id = ANY ($3::text[])`,
  reasons: `WITH person AS (SELECT $1::text, $2::text) UPDATE refunds SET reason = '' WHERE order_id = ANY ($3::text[])`,
  waitingEvents: `UPDATE outbox_events SET user_agent = NULL, event = (event - 'cart') || '${NO_IDS}'
    WHERE event -> 'order' ->> 'orderId' = ANY ($3::text[])
      OR event ->> CASE $1::text WHEN 'user' THEN 'userId' ELSE 'clientId' END = $2::text`,
  orderedCarts: `UPDATE carts SET customer_id = NULL, checkout = '{}' WHERE ordered_at IS NOT NULL
    AND (id IN (SELECT cart_id FROM orders WHERE id = ANY ($3::text[])) OR $1::text = 'user' AND customer_id = $2::text)`,
  keys: `DELETE FROM cart_keys WHERE cart_id IN (SELECT cart_id FROM orders WHERE id = ANY ($3::text[]))
    OR $1::text = 'user' AND cart_id IN (SELECT id FROM carts WHERE customer_id = $2::text)`,
  openCarts: `WITH orders AS (SELECT $3::text[]) DELETE FROM carts
    WHERE $1::text = 'user' AND customer_id = $2::text AND ordered_at IS NULL`,
  addresses: `WITH orders AS (SELECT $3::text[]) DELETE FROM addresses WHERE $1::text = 'user' AND customer_id = $2::text`,
  reviewReasons: `WITH orders AS (SELECT $3::text[]) UPDATE review_changes SET reason = '' WHERE review_id IN
    (SELECT id FROM reviews WHERE $1::text = 'user' AND customer_id = $2::text)`,
  // The stars stay: the average that others have read does not change.
  reviews: `WITH orders AS (SELECT $3::text[]) UPDATE reviews SET customer_id = NULL, title = '', body = '', shown_name = ''
    WHERE $1::text = 'user' AND customer_id = $2::text`,
  accounts: `WITH orders AS (SELECT $3::text[]) DELETE FROM customers WHERE $1::text = 'user' AND id = $2::text`,
} as const;

/**
 * Erases a person from the shop, in one transaction. What the law requires to be kept of an order
 * stays: its number, day, products, amounts and refunds, so books and stock agree as before. The
 * province and the way of payment stay, too: they name nobody.
 *
 * @param client a connection with the role shop_admin
 */
export async function eraseShopper(client: ClientBase, { kind, id }: ShopSubject): Promise<ErasedInShop> {
  await client.query('BEGIN');
  try {
    const { rows } = await client.query<{ id: string }>(THEIR_ORDERS, [kind, id]);
    const counts: Record<string, number> = {};
    for (const [what, statement] of Object.entries(STATEMENTS)) {
      const done = await client.query(statement, [kind, id, rows.map((row) => row.id)]);
      counts[what] = done.rowCount ?? 0;
    }
    await client.query('COMMIT');
    const { orders = 0, orderedCarts = 0, openCarts = 0, waitingEvents = 0, accounts = 0 } = counts;
    return { accounts, orders, carts: orderedCarts + openCarts, waitingEvents };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
