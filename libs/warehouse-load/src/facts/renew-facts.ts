import type { ClientBase } from 'pg';
import { isCartEvent, shopperOf } from './carts/cart-event';
import { SELECT_FACT_ROW, type FactRow, type ChangedEvent } from './input/fact-row';
import { INDEXES_ONLY } from './input/by-index';
import { FactDeltas } from './fact-deltas';
import { ORDER_KEY_SQL, ORDER_NAMES } from './orders/order-deltas';
import { TouchedFacts } from './touched-facts';
import { renewCartOrigins } from './carts/cart-origins';
import { writeCarts } from './carts/write-carts';
import { ALWAYS, TouchedOrders } from './touches/touched-orders';
import { writeDeltas } from './write-facts';
import type { RepeatedOrder } from './orders/write-orders';
import { knownBefore } from './sessions/session-changes';
import { renewSessions, type WrittenSessions } from './sessions/write-sessions';

/** Events that are read at once. */
const PAGE_EVENTS = 10_000;

const IN_HOURS = `event_timestamp >= $1 AND event_timestamp < $2::timestamptz + interval '1 hour'
  AND date_trunc('hour', event_timestamp, 'UTC') = ANY($3::timestamptz[])`;

/** The tables of orders and refunds, of links, and of products. */
const OF_OTHERS = `
  event_name = ANY($1) AND (${ORDER_KEY_SQL} = ANY($2) OR items IS NOT NULL AND $6)
  OR client_id = ANY($3) AND user_id = ANY($4)
  OR context_product_id = ANY($5)`;

/**
 * Brings the facts up to date with events that have changed: the facts that they belong to, or
 * belonged to, are computed again from all their events. No index finds the events of an order, a
 * link or a product, so the whole table is read once for them; this happens seldom.
 */
export async function renewFacts(client: ClientBase, changed: readonly ChangedEvent[]): Promise<void> {
  const touched = new TouchedFacts(changed.flatMap(({ before, after }) => [before, after]));
  const orders = new TouchedOrders();
  await forgetDescribed(client, touched, changed);
  await renewHours(client, touched, orders);
  const completions = await renewOthers(client, touched, orders);
  const sessions = await renewSessions(client, [...touched.sessions]);
  const described = new FactDeltas();
  for (const { after } of changed) described.products.observe(after);
  await writeDeltas(client, described, orders);
  await renewCarts(client, touched, [...changed.map(({ after }) => after), ...completions], sessions);
  await renewCartOrigins(client, knownBefore(sessions.changes));
  orders.addOrders(touched.orders);
  orders.addSessions(sessions.changes);
  for (const clientId of touched.clients) orders.addPeriod(clientId, ALWAYS);
  orders.addBuyers(touched.users);
  await orders.renew(client);
}

/**
 * Which completion of an order buys a cart may have changed, so all its completions are included.
 */
async function renewCarts(
  client: ClientBase,
  touched: TouchedFacts,
  events: readonly FactRow[],
  { corrected, changes }: WrittenSessions,
): Promise<void> {
  const shoppers = new Map([...touched.shoppers].map((shopper): [string, FactRow[]] => [shopper, []]));
  for (const row of new Map(events.map((event) => [event.event_id, event])).values()) {
    const shopper = shopperOf(row);
    if (!isCartEvent(row) || shopper === null) continue;
    const own = shoppers.get(shopper);
    if (own) own.push(row);
    else shoppers.set(shopper, [row]);
  }
  const all = new Set([...corrected, ...(await correctedSessionsOf(client, events))]);
  await writeCarts(client, shoppers, await repeatedOrders(client, [...touched.orders]), {
    corrected: all,
    changes,
  });
}

async function correctedSessionsOf(client: ClientBase, events: readonly FactRow[]): Promise<string[]> {
  const { rows } = await client.query<{ session_id: string }>(
    'SELECT session_id FROM sessions WHERE session_id = ANY($1) AND is_clock_corrected',
    [events.flatMap(({ session_id }) => session_id ?? [])],
  );
  return rows.map(({ session_id }) => session_id);
}

async function repeatedOrders(client: ClientBase, orders: readonly string[]): Promise<RepeatedOrder[]> {
  const { rows } = await client.query<RepeatedOrder>(
    'SELECT order_id AS "orderId", NULL AS displaced FROM orders WHERE order_id = ANY($1) AND completions > 1',
    [orders],
  );
  return rows;
}

/** A product is described again only if the event that described it has changed. */
async function forgetDescribed(
  client: ClientBase,
  touched: TouchedFacts,
  changed: readonly ChangedEvent[],
): Promise<void> {
  const { rows } = await client.query<{ product_id: string }>(
    'DELETE FROM products WHERE seen_event_id = ANY($1::uuid[]) RETURNING product_id',
    [changed.map(({ before }) => before.event_id)],
  );
  for (const { product_id } of rows) touched.products.add(product_id);
}

async function renewHours(client: ClientBase, touched: TouchedFacts, renewed: TouchedOrders): Promise<void> {
  const hours = [...touched.hours].sort();
  for (const table of ['activity_hourly', 'products_hourly', 'lists_hourly'])
    await client.query(`DELETE FROM ${table} WHERE hour = ANY($1::timestamptz[])`, [hours]);
  for await (const rows of pagesOf(client, IN_HOURS, [hours.at(0), hours.at(-1), hours])) {
    await writeDeltas(client, touched.hourDeltasOf(rows), renewed);
  }
}

/** @returns the completions of the touched orders */
async function renewOthers(
  client: ClientBase,
  touched: TouchedFacts,
  renewed: TouchedOrders,
): Promise<FactRow[]> {
  const completions: FactRow[] = [];
  if (!touched.hasOthers) return completions;
  const [orders, clients, users] = [[...touched.orders], [...touched.clients], [...touched.users]];
  const products = [...touched.products];
  await client.query('DELETE FROM orders WHERE order_id = ANY($1)', [orders]);
  await client.query('DELETE FROM refunds WHERE order_id = ANY($1)', [orders]);
  await client.query('DELETE FROM identity_links WHERE client_id = ANY($1) AND user_id = ANY($2)', [
    clients,
    users,
  ]);
  const values = [ORDER_NAMES, orders, clients, users, products, products.length > 0];
  for await (const rows of pagesOf(client, OF_OTHERS, values)) {
    await writeDeltas(client, touched.otherDeltasOf(rows), renewed);
    completions.push(...rows.filter((row) => touched.isCompletion(row)));
  }
  return completions;
}

async function* pagesOf(client: ClientBase, condition: string, values: unknown[]): AsyncGenerator<FactRow[]> {
  await client.query('SET LOCAL enable_seqscan = on');
  await client.query(
    `DECLARE their_events NO SCROLL CURSOR FOR SELECT ${SELECT_FACT_ROW} FROM clickstream_events WHERE ${condition}`,
    values,
  );
  for (let count = PAGE_EVENTS; count === PAGE_EVENTS;) {
    const { rows } = await client.query<FactRow>(`FETCH ${PAGE_EVENTS} FROM their_events`);
    count = rows.length;
    yield rows;
  }
  await client.query(`CLOSE their_events; SELECT ${INDEXES_ONLY}`);
}
