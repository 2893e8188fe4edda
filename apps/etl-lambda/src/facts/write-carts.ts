import type { ColumnType } from '@clickstream/dw-models/event-columns';
import type { ClientBase } from 'pg';
import { CopyRows } from '../copy/copy-rows';
import { copyInto } from '../copy/copy-into';
import { byIndex } from './by-index';
import { SELECT_CART_EVENTS, SHOPPER_SQL, shopperOf, type CartEvent } from './cart-event';
import { cartsOfShopper } from './cart-of-event';
import { cartRow, type CartRow } from './cart-story';
import { inOrder } from './fact-row';

const CART_COLUMNS = {
  cart_id: 'text',
  client_id: 'text',
  session_id: 'text',
  user_id: 'text',
  started_at: 'timestamptz',
  last_activity_at: 'timestamptz',
  abandons_at: 'timestamptz',
  checkout_at: 'timestamptz',
  emptied_at: 'timestamptz',
  recovered_at: 'timestamptz',
  bought_at: 'timestamptz',
  order_id: 'text',
  value: 'numeric',
  currency: 'text',
  pieces: 'integer',
  events: 'integer',
  sessions: 'integer',
  shoppers: 'integer',
  abandonments: 'integer',
  is_bot: 'boolean',
  is_staff: 'boolean',
} as const satisfies Readonly<Record<keyof CartRow, ColumnType>>;

const CART_SHOPPER_COLUMNS = { cart_id: 'text', shopper: 'text' } as const;

/** Which shopper has touched which cart, as the facts know it. */
interface CartTouch {
  readonly cart_id: string;
  readonly shopper: string;
}

/**
 * Writes the carts that new events belong to. Shoppers whom no cart knows yet had nothing to do with carts before, and
 * what their new events tell is all; of the others, and of whoever shares a cart with them, all cart events are read
 * again. Every cart event belongs to a cart, so that no shopper with any is unknown.
 *
 * @param shoppers new cart events by shopper, whose rows this transaction has inserted
 */
export async function writeCarts(
  client: ClientBase,
  shoppers: ReadonlyMap<string, readonly CartEvent[]>,
): Promise<void> {
  if (shoppers.size === 0) return;
  const named = [...shoppers.values()].flat().flatMap(({ cart_id }) => cart_id ?? []);
  const known = await touches(client, 'shopper = ANY($1) OR cart_id = ANY($2)', [
    [...shoppers.keys()],
    named,
  ]);
  const touched = new Set([...named, ...known.map(({ cart_id }) => cart_id)]);
  const sharers = known.length === 0 ? [] : await touches(client, 'cart_id = ANY($1)', [[...touched]]);
  const grown = new Set([...known, ...sharers].map(({ shopper }) => shopper));

  const streams = new Map(shoppers);
  for (const [shopper, events] of await cartEventsOf(client, [...grown])) streams.set(shopper, events);
  const carts = new Map<string, CartEvent[]>();
  for (const [shopper, events] of streams) {
    for (const [cartId, own] of cartsOfShopper(events)) {
      // The other carts of who shares one stay as they are.
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
  await insertCarts(client, carts);
}

async function insertCarts(client: ClientBase, carts: ReadonlyMap<string, CartEvent[]>): Promise<void> {
  const rows = new CopyRows(CART_COLUMNS);
  const further = new CopyRows(CART_SHOPPER_COLUMNS);
  for (const [cartId, events] of carts) {
    const row = cartRow(cartId, events.sort(inOrder));
    rows.add(row);
    const beginner = shopperOf(row);
    for (const shopper of new Set(events.map(shopperOf))) {
      if (shopper === beginner) continue;
      further.add({ cart_id: cartId, shopper });
    }
  }
  await copyInto(client, 'carts', Object.keys(CART_COLUMNS), rows.pieces);
  if (further.bytes === 0) return;
  await copyInto(client, 'cart_shoppers', Object.keys(CART_SHOPPER_COLUMNS), further.pieces);
}

async function touches(client: ClientBase, condition: string, values: unknown[]): Promise<CartTouch[]> {
  return byIndex<CartTouch>(
    client,
    `SELECT cart_id, shopper FROM (SELECT cart_id, ${SHOPPER_SQL} AS shopper FROM carts) touch WHERE ${condition}
     UNION SELECT cart_id, shopper FROM cart_shoppers WHERE ${condition}`,
    values,
  );
}

async function cartEventsOf(
  client: ClientBase,
  shoppers: readonly string[],
): Promise<Map<string, CartEvent[]>> {
  const streams = new Map<string, CartEvent[]>();
  if (shoppers.length === 0) return streams;
  for (const row of await byIndex<CartEvent>(client, SELECT_CART_EVENTS, [shoppers])) {
    const shopper = shopperOf(row) ?? '';
    const stream = streams.get(shopper);
    if (stream) stream.push(row);
    else streams.set(shopper, [row]);
  }
  return streams;
}
