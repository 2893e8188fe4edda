import type { CARTS, RowOf } from '@clickstream/dw-models/tables';
import { AMOUNT_DECIMALS } from '@clickstream/event-schema/normalize';
import { shopperOf, type CartEvent } from './cart-event';
import { currencyOf } from '../input/currency-of';
import { orderKeyOf } from '../orders/order-deltas';

/** A cart without activity for this long is abandoned. */
export const ABANDONED_AFTER_MS = 3_600_000;

/** One row of `carts`, without what its session says of it. Times are ISO texts. */
export type CartRow = Omit<RowOf<typeof CARTS.columns>, 'device' | 'channel' | 'login_state'>;

/** The contents of a cart. */
interface Contents {
  readonly value: number;
  readonly pieces: number;
}

/**
 * One cart, built from its events up to its order: later events do not change it.
 *
 * @param all at least one, in order
 */
export function buildCartRow(cartId: string, all: readonly CartEvent[]): CartRow {
  const orderedIndex = all.findIndex(({ event_name }) => event_name === 'checkout_complete');
  const events = orderedIndex < 0 ? all : all.slice(0, orderedIndex + 1);
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) throw new Error('buildCartRow() needs at least one event.');
  const isBought = orderedIndex >= 0;

  let contents: Contents = { value: 0, pieces: 0 };
  let before: CartEvent | undefined;
  let emptiedAt: string | null = null;
  let recoveredAt: string | null = null;
  let abandonments = 0;
  for (const event of events) {
    if (before && emptiedAt === null && event.event_timestamp > abandonsAt(before)) {
      abandonments += 1;
      recoveredAt = event.event_timestamp;
    }
    before = event;
    const after = contentsAfter(event, contents);
    if (!after) continue;
    contents = after;
    emptiedAt = contents.pieces > 0 ? null : (emptiedAt ?? event.event_timestamp);
  }
  const isEmpty = emptiedAt !== null && !isBought;
  return {
    cart_id: cartId,
    client_id: first.client_id,
    session_id: first.session_id,
    user_id: events.findLast(({ user_id }) => user_id !== null)?.user_id ?? null,
    started_at: first.event_timestamp,
    last_activity_at: last.event_timestamp,
    abandons_at: isBought || isEmpty ? null : abandonsAt(last),
    checkout_at:
      events.find(({ event_name }) => /^checkout_st(art|ep)$/.test(event_name))?.event_timestamp ?? null,
    emptied_at: isEmpty ? emptiedAt : null,
    recovered_at: recoveredAt,
    bought_at: isBought ? last.event_timestamp : null,
    order_id: isBought ? orderKeyOf(last) : null,
    value: contents.value,
    currency: currencyOf(events.findLast((event) => currencyOf(event) !== null) ?? last),
    pieces: contents.pieces,
    events: events.length,
    sessions: new Set(events.flatMap(({ session_id }) => session_id ?? [])).size,
    shoppers: new Set(events.map(shopperOf)).size,
    abandonments,
    is_bot: events.some(({ is_bot }) => is_bot),
    is_staff: events.some(({ is_staff }) => is_staff),
  };
}

/**
 * Contents of the cart after an event: the lines that it lists, the value that it names, or,
 * without either, the pieces of its product (one, if it names no number) added or removed.
 * Undefined when the event says nothing about the contents.
 */
function contentsAfter(event: CartEvent, before: Contents): Contents | undefined {
  const { event_name, items, cart_value } = event;
  if (items !== null) {
    const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0);
    const worth = items.reduce(
      (sum, line) => sum + line.quantity * (line.discountPrice ?? line.price ?? 0),
      0,
    );
    return { value: cart_value ?? rounded(worth), pieces: Math.min(pieces, MOST_PIECES) };
  }
  if (cart_value !== null) {
    return { value: cart_value, pieces: cart_value === 0 ? 0 : Math.max(before.pieces, 1) };
  }
  const price = event.context_product_discount_price ?? event.context_product_price ?? 0;
  const moved = event.context_product_quantity ?? 1;
  if (event_name === 'add_to_cart_click') {
    const pieces = Math.min(before.pieces + moved, MOST_PIECES);
    return { value: rounded(before.value + moved * price), pieces };
  }
  if (event_name === 'remove_from_cart_click') {
    const pieces = Math.max(before.pieces - moved, 0);
    return { value: pieces === 0 ? 0 : Math.max(rounded(before.value - moved * price), 0), pieces };
  }
  return undefined;
}

/** The largest integer of PostgreSQL. */
const MOST_PIECES = 2 ** 31 - 1;

/** Rounds off the errors of floating point. */
const rounded = (amount: number): number => Number(amount.toFixed(AMOUNT_DECIMALS));

function abandonsAt({ event_timestamp }: CartEvent): string {
  return new Date(Date.parse(event_timestamp) + ABANDONED_AFTER_MS).toISOString();
}
