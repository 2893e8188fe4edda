import { CART_SHOPPERS, CARTS, type RowOf } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import { CopyRows } from '../../copy/copy-rows';
import { copyInto } from '../../copy/copy-into';
import {
  CART_EVENT_COLUMNS,
  SELECT_CART_EVENTS,
  SHOPPER_SQL,
  shopperOf,
  type CartEvent,
  type StoredCartEvent,
} from './cart-event';
import { groupCartEvents } from './group-cart-events';
import { buildCartRow } from './build-cart-row';
import { cartOrigins } from './cart-origins';
import { columnsOf, inOrder } from '../input/fact-row';
import { settled, withShoppersOf, type CartStreams } from './settle-carts';
import type { RepeatedOrder } from '../orders/write-orders';
import type { SessionChange } from '../sessions/session-changes';
import type { WrittenSessions } from '../sessions/write-sessions';

/** A shopper who has touched a cart, as the facts know it. */
type CartTouch = RowOf<typeof CART_SHOPPERS.columns>;

/**
 * Writes the carts that new events belong to. A shopper without a stored cart has no earlier cart
 * events, so the new events are all of them. For the other shoppers, and for everyone who shares a
 * cart with them, all cart events are read again. Every cart event belongs to a cart, so that every
 * shopper with cart events is known; the exception is completions that repeat an order, which do
 * not count for carts.
 *
 * @param given new cart events by shopper, whose rows this transaction has inserted
 * @param repeated orders of these events that were reported before
 * @param sessions those of these events, as they have been written
 */
export async function writeCarts(
  client: ClientBase,
  given: CartStreams,
  repeated: readonly RepeatedOrder[],
  { corrected, changes }: WrittenSessions,
): Promise<void> {
  const ofSessions = await withShoppersOf(client, given, corrected);
  const shoppers = await withDisplacedShoppers(client, ofSessions, repeated);
  if (shoppers.size === 0) return;
  const named = [...shoppers.values()].flat().flatMap(({ cart_id }) => cart_id ?? []);
  const known = await touches(client, 'shopper = ANY($1) OR cart_id = ANY($2)', [
    [...shoppers.keys()],
    named,
  ]);
  const touched = new Set([...named, ...known.map(({ cart_id }) => cart_id)]);
  const sharers = known.length === 0 ? [] : await touches(client, 'cart_id = ANY($1)', [[...touched]]);
  const grown = new Set([...known, ...sharers].map(({ shopper }) => shopper));

  const allStreams = new Map(shoppers);
  const toSettle = new Set(corrected);
  const storedStreams = await cartEventsOf(client, [...grown], toSettle);
  for (const [shopper, events] of storedStreams) allStreams.set(shopper, events);
  const streams = await settled(client, allStreams, toSettle);
  const isRepeat = await repeats(client, storedStreams, repeated);
  const carts = new Map<string, CartEvent[]>();
  for (const [shopper, events] of streams) {
    for (const [cartId, own] of groupCartEvents(events.filter((event) => !isRepeat(event)))) {
      // Other carts of shoppers who share one stay as they are.
      if (!shoppers.has(shopper) && !touched.has(cartId)) continue;
      const others = carts.get(cartId);
      if (others) others.push(...own);
      else carts.set(cartId, own);
    }
  }
  if (known.length > 0) {
    await client.query(
      `WITH shared AS (DELETE FROM cart_shoppers WHERE cart_id = ANY($1)) DELETE FROM carts WHERE cart_id = ANY($1)`,
      [[...touched]],
    );
  }
  await insertCarts(client, carts, changes);
}

/**
 * Adds the shoppers whose completion has turned out to repeat an order: they did not buy the cart.
 */
async function withDisplacedShoppers(
  client: ClientBase,
  given: CartStreams,
  repeated: readonly RepeatedOrder[],
): Promise<CartStreams> {
  const displaced = repeated.flatMap((order) => order.displaced ?? []);
  if (displaced.length === 0) return given;
  const { rows } = await client.query<CartEvent>(
    `SELECT ${columnsOf(CART_EVENT_COLUMNS)} FROM clickstream_events WHERE event_id = ANY($1::uuid[])`,
    [displaced],
  );
  const shoppers = new Map(given);
  for (const row of rows) {
    const shopper = shopperOf(row);
    if (shopper !== null && !shoppers.has(shopper)) shoppers.set(shopper, [row]);
  }
  return shoppers;
}

/**
 * A predicate that is true for an event whose order another event completes. Orders that were
 * reported once are not queried.
 */
async function repeats(
  client: ClientBase,
  streams: CartStreams,
  repeated: readonly RepeatedOrder[],
): Promise<(event: CartEvent) => boolean> {
  const orders = new Set(repeated.map(({ orderId }) => orderId));
  for (const events of streams.values()) {
    for (const { event_name, order_id } of events) {
      if (event_name === 'checkout_complete' && order_id !== null) orders.add(order_id);
    }
  }
  if (orders.size === 0) return () => false;
  const { rows } = await client.query<{ order_id: string; shopper_event_id: string }>(
    'SELECT order_id, shopper_event_id FROM orders WHERE order_id = ANY($1) AND completions > 1',
    [[...orders]],
  );
  const completedBy = new Map(rows.map(({ order_id, shopper_event_id }) => [order_id, shopper_event_id]));
  return ({ event_name, order_id, event_id }) =>
    event_name === 'checkout_complete' && (completedBy.get(order_id ?? '') ?? event_id) !== event_id;
}

async function insertCarts(
  client: ClientBase,
  carts: ReadonlyMap<string, CartEvent[]>,
  changes: readonly SessionChange[],
): Promise<void> {
  const rows = new CopyRows(CARTS.columns);
  const further = new CopyRows(CART_SHOPPERS.columns);
  const built = [...carts].map(([cartId, events]) => ({
    row: buildCartRow(cartId, events.sort(inOrder)),
    events,
  }));
  const originOf = await cartOrigins(
    client,
    built.flatMap(({ row }) => row.session_id ?? []),
    changes,
  );
  for (const { row, events } of built) {
    const { device, channel, login_state } = originOf(row);
    rows.add({ ...row, device, channel, login_state });
    const beginner = shopperOf(row);
    for (const shopper of new Set(events.map(shopperOf))) {
      if (shopper === beginner) continue;
      further.add({ cart_id: row.cart_id, shopper });
    }
  }
  await copyInto(client, CARTS.name, CARTS.columns, rows.pieces);
  if (further.bytes === 0) return;
  await copyInto(client, CART_SHOPPERS.name, CART_SHOPPERS.columns, further.pieces);
}

async function touches(client: ClientBase, condition: string, values: unknown[]): Promise<CartTouch[]> {
  const { rows } = await client.query<CartTouch>(
    `SELECT cart_id, shopper FROM (SELECT cart_id, ${SHOPPER_SQL} AS shopper FROM carts) touch WHERE ${condition}
     UNION SELECT cart_id, shopper FROM cart_shoppers WHERE ${condition}`,
    values,
  );
  return rows;
}

/** @param toSettle receives the sessions of these events whose times must be settled */
async function cartEventsOf(
  client: ClientBase,
  shoppers: readonly string[],
  toSettle: Set<string>,
): Promise<Map<string, CartEvent[]>> {
  const streams = new Map<string, CartEvent[]>();
  if (shoppers.length === 0) return streams;
  const { rows } = await client.query<StoredCartEvent>(SELECT_CART_EVENTS, [shoppers]);
  for (const row of rows) {
    if (row.is_to_settle && row.session_id !== null) toSettle.add(row.session_id);
    const shopper = shopperOf(row) ?? '';
    const stream = streams.get(shopper);
    if (stream) stream.push(row);
    else streams.set(shopper, [row]);
  }
  return streams;
}
