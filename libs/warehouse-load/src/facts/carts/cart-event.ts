import { columnsOf, type FactRow } from '../input/fact-row';

/** The columns of an event that carts are made of. */
export const CART_EVENT_COLUMNS = [
  'event_id',
  'event_timestamp',
  'sequence',
  'event_name',
  'client_id',
  'session_id',
  'user_id',
  'cart_id',
  'cart_value',
  'currency',
  'items',
  'order_id',
  'refund_id',
  'context_product_price',
  'context_product_discount_price',
  'context_product_quantity',
  'is_bot',
  'is_staff',
] as const satisfies readonly (keyof FactRow)[];

/** An event that belongs to a cart. */
export type CartEvent = Pick<FactRow, (typeof CART_EVENT_COLUMNS)[number]>;

const CART_EVENT_NAMES = [
  'add_to_cart_click',
  'remove_from_cart_click',
  'checkout_start',
  'checkout_step',
  'checkout_complete',
];
const NAMES: ReadonlySet<string> = new Set(CART_EVENT_NAMES);

/**
 * In SQL, the owner of an event's cart, as `shopperOf`. Must equal the expression of index
 * clickstream_events_shopper word for word.
 */
export const SHOPPER_SQL = 'coalesce(client_id, session_id, cart_id)';

/** Must equal the condition of that index word for word. */
const IN_INDEX_SQL = `(cart_id IS NOT NULL OR event_name IN (${CART_EVENT_NAMES.map((name) => `'${name}'`).join(', ')}))`;

/** The condition of `isCartEvent` in SQL. */
export const IS_CART_EVENT = `${IN_INDEX_SQL} AND event_name <> 'order_refund'`;

/** A cart event as it is stored. */
export type StoredCartEvent = CartEvent & {
  /** True when the times of its session are settled from all of its events. */
  readonly is_to_settle: boolean;
};

/** Selects the cart events of the shoppers `$1`. */
export const SELECT_CART_EVENTS = `SELECT ${columnsOf(CART_EVENT_COLUMNS)},
    EXISTS (SELECT FROM sessions s WHERE s.session_id = e.session_id AND s.is_clock_corrected) AS is_to_settle
  FROM clickstream_events e WHERE ${SHOPPER_SQL} = ANY($1) AND ${IS_CART_EVENT}`;

/**
 * True when an event belongs to a cart: it names one, or is an action on a cart. A refund comes
 * after the cart.
 */
export function isCartEvent(row: FactRow): boolean {
  return (row.cart_id !== null || NAMES.has(row.event_name)) && row.event_name !== 'order_refund';
}

/** The owner of an event's cart: a browser, or the nearest known id; null when nothing is known. */
export function shopperOf(event: Pick<FactRow, 'client_id' | 'session_id' | 'cart_id'>): string | null {
  return event.client_id ?? event.session_id ?? event.cart_id;
}
