import type { EntityManager } from 'typeorm';
import type { BookLine, BookOrder, BookRefund } from '@clickstream/event-schema/books';

/** An order or a refund that the books do not have yet, without its number. */
export type BookEntry = Unnumbered<BookOrder | BookRefund> & { readonly entryId: string };

/** Each kind of line without its number. */
export type Unnumbered<Line> = Line extends BookLine ? Omit<Line, 'number'> : never;

/** Every price of the shop is in this currency. */
export const SHOP_CURRENCY = 'VND';

interface OrderRow {
  readonly id: string;
  readonly at: Date;
  readonly total: string;
  readonly coupon: string | null;
  readonly discount: string;
  readonly cart_id: string;
  readonly by_browser: boolean | null;
  readonly user_agent: string | null;
  readonly consent: 'granted' | 'cookieless' | 'denied' | null;
  readonly is_staff: boolean | null;
}

interface RefundRow {
  readonly id: string;
  readonly order_id: string;
  readonly at: Date;
  readonly amount: string;
  readonly currency: string;
}

/**
 * Sold orders and refunds of before a time that no line of the books has, the earliest first. Those
 * of earlier days are among them when they became visible, or paid, only after that day was closed.
 */
export async function newEntries(manager: EntityManager, before: Date): Promise<BookEntry[]> {
  const orders = await manager.query<OrderRow[]>(
    `SELECT o.id, o.placed_at AS at, o.total, o.coupon, o.discount, c.analytics_id AS cart_id, o.by_browser, o.user_agent, o.consent, o.is_staff
     FROM orders o JOIN carts c ON c.id = o.cart_id
     WHERE o.placed_at < $1 AND o.sold_at IS NOT NULL AND NOT EXISTS (
       SELECT FROM book_lines WHERE kind = 'order' AND entry_id = o.id)`,
    [before],
  );
  const refunds = await manager.query<RefundRow[]>(
    `SELECT r.id, r.order_id, r.refunded_at AS at, r.amount, r.currency FROM refunds r
     WHERE r.refunded_at < $1 AND NOT EXISTS (
       SELECT FROM book_lines WHERE kind = 'refund' AND entry_id = r.id)`,
    [before],
  );
  return [...orders.map(orderEntry), ...refunds.map(refundEntry)].sort(byTime);
}

function orderEntry(row: OrderRow): BookEntry {
  return {
    entryId: row.id,
    kind: 'order',
    orderId: row.id,
    at: row.at.toISOString(),
    amount: Number(row.total),
    currency: SHOP_CURRENCY,
    cartId: row.cart_id,
    ...(row.coupon !== null && { coupon: row.coupon, discount: Number(row.discount) }),
    ...(row.by_browser !== null && { byBrowser: row.by_browser }),
    ...(row.user_agent !== null && { userAgent: row.user_agent }),
    ...(row.consent !== null && { consent: row.consent }),
    ...(row.is_staff !== null && { isStaff: row.is_staff }),
  };
}

function refundEntry({ id, order_id: orderId, at, amount, currency }: RefundRow): BookEntry {
  return {
    entryId: id,
    kind: 'refund',
    refundId: id,
    orderId,
    at: at.toISOString(),
    amount: Number(amount),
    currency,
  };
}

const textOf = ({ at, kind, entryId }: BookEntry) => [at, kind, entryId].join(' ');

function byTime(one: BookEntry, other: BookEntry): number {
  return textOf(one) < textOf(other) ? -1 : 1;
}
