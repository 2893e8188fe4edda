import { isBefore, type FactRow } from '../input/fact-row';

/** Delta of one order. */
export interface OrderDelta {
  readonly orderId: string;
  /** The first of the new completions: it decides when and what was ordered. */
  first: FactRow;
  /**
   * The completion that identifies the buyer: a shop's server reports orders too, and does not know
   * the browser.
   */
  ofShopper: FactRow;
  completions: number;
}

/** The events that orders and refunds are made of. */
export const ORDER_NAMES = ['checkout_complete', 'order_refund'];

/** True when an event is about an order. */
export function isOrderEvent({ event_name }: Pick<FactRow, 'event_name'>): boolean {
  return ORDER_NAMES.includes(event_name);
}

/**
 * Key of an order in `orders` and `refunds`. An order without an id is known by its event, and a
 * refund that names no order by its id.
 */
export function orderKeyOf(row: Pick<FactRow, 'order_id' | 'refund_id' | 'event_id'>): string {
  if (row.order_id !== null) return row.order_id;
  return row.refund_id === null ? `event:${row.event_id}` : `refund:${row.refund_id}`;
}

/** The same in SQL. */
export const ORDER_KEY_SQL = `coalesce(order_id, 'refund:' || refund_id, 'event:' || event_id)`;

/** Deltas of orders, gathered by order: an order counts once, however often it is reported. */
export class OrderDeltas {
  private readonly byId = new Map<string, OrderDelta>();

  get all(): OrderDelta[] {
    return [...this.byId.values()];
  }

  /** Adds an event whose row is new. A completion that names no order counts as one order. */
  add(row: FactRow): void {
    if (row.event_name !== 'checkout_complete') return;
    const orderId = orderKeyOf(row);
    const delta = this.byId.get(orderId);
    if (!delta) {
      this.byId.set(orderId, { orderId, first: row, ofShopper: row, completions: 1 });
      return;
    }
    delta.completions += 1;
    if (isBefore(row, delta.first)) delta.first = row;
    if (tellsShopperBefore(row, delta.ofShopper)) delta.ofShopper = row;
  }
}

/**
 * True when a completion identifies the buyer better than another: with a session, else with a
 * browser or a cart, else the earlier one.
 */
function tellsShopperBefore(one: FactRow, other: FactRow): boolean {
  const ranks = shopperRank(one) - shopperRank(other);
  return ranks === 0 ? isBefore(one, other) : ranks < 0;
}

function shopperRank({ session_id, client_id, cart_id }: FactRow): number {
  if (session_id !== null) return 0;
  return client_id !== null || cart_id !== null ? 1 : 2;
}

/** The same in SQL, of a row of `orders`. */
export const shopperRankSql = (row: string): string =>
  `CASE WHEN ${row}.session_id IS NOT NULL THEN 0 WHEN coalesce(${row}.client_id, ${row}.cart_id) IS NOT NULL THEN 1 ELSE 2 END`;
