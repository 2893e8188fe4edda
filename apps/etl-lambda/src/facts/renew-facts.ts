import type { ClientBase } from 'pg';
import { isCartEvent, shopperOf } from './cart-event';
import { SELECT_FACT_ROW, type FactRow } from './fact-row';
import { ORDER_NAMES } from './order-gains';
import { TouchedFacts } from './touched-facts';
import { writeCarts } from './write-carts';
import { writeFacts } from './write-facts';
import { renewSessions } from './write-sessions';

/** Events that are read at once. */
const PAGE_EVENTS = 10_000;

const ORDER_EVENTS = `event_name IN (${ORDER_NAMES.map((name) => `'${name}'`).join(', ')})`;

/** The events of touched hours, products, orders and links. An order without a number is known by its event. */
const THEIR_EVENTS = `
  event_timestamp >= $1 AND event_timestamp < $2::timestamptz + interval '1 hour'
    AND date_trunc('hour', event_timestamp, 'UTC') = ANY($3::timestamptz[])
  OR context_product_id = ANY($4)
  OR ${ORDER_EVENTS} AND (items IS NOT NULL OR coalesce(order_id, 'event:' || event_id) = ANY($5))
  OR client_id = ANY($6) AND user_id = ANY($7)`;

/** An event as the facts know it, and as it is now. */
export interface ChangedEvent {
  readonly before: FactRow;
  readonly after: FactRow;
}

/**
 * Brings the facts up to date with events that have changed: what they have or had part in is computed anew from all its
 * events. No index finds the events of a product or an order, so that the whole table may be read: this is for what
 * happens seldom.
 */
export async function renewFacts(client: ClientBase, changed: readonly ChangedEvent[]): Promise<void> {
  const touched = new TouchedFacts(changed.flatMap(({ before, after }) => [before, after]));
  const hours = [...touched.hours].sort();
  const [products, orders, clients, users] = [
    [...touched.products],
    [...touched.orders],
    [...touched.clients],
    [...touched.users],
  ];
  await client.query('DELETE FROM activity_hourly WHERE hour = ANY($1::timestamptz[])', [hours]);
  await client.query('DELETE FROM products_hourly WHERE hour = ANY($1::timestamptz[])', [hours]);
  await client.query('DELETE FROM products WHERE product_id = ANY($1)', [products]);
  await client.query('DELETE FROM orders WHERE order_id = ANY($1)', [orders]);
  await client.query('DELETE FROM identity_links WHERE client_id = ANY($1) AND user_id = ANY($2)', [
    clients,
    users,
  ]);
  // What other facts are read by index alone holds until the transaction ends.
  await client.query('SET LOCAL enable_seqscan = on');
  await client.query(
    `DECLARE their_events NO SCROLL CURSOR FOR SELECT ${SELECT_FACT_ROW} FROM clickstream_events WHERE ${THEIR_EVENTS}`,
    [hours.at(0), hours.at(-1), hours, products, orders, clients, users],
  );
  for (let count = PAGE_EVENTS; count === PAGE_EVENTS;) {
    const page = await client.query<FactRow>(`FETCH ${PAGE_EVENTS} FROM their_events`);
    count = page.rows.length;
    await writeFacts(client, touched.gainsOf(page.rows));
  }
  await client.query('CLOSE their_events');
  await renewSessions(client, [...touched.sessions]);
  const shoppers = new Map([...touched.shoppers].map((shopper): [string, FactRow[]] => [shopper, []]));
  for (const { after } of changed) if (isCartEvent(after)) shoppers.get(shopperOf(after) ?? '')?.push(after);
  await writeCarts(client, shoppers);
}
