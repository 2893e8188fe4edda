import { createHash } from 'node:crypto';
import { isBefore, type FactRow } from '../input/fact-row';
import { orderKeyOf } from './order-deltas';

/** Delta of one refund. */
export interface RefundDelta {
  readonly orderId: string;
  readonly key: string;
  /** The first of the new events that report it. */
  first: FactRow;
  reports: number;
}

/** Deltas of refunds, gathered by refund. */
export class RefundDeltas {
  private readonly byKey = new Map<string, RefundDelta>();

  get all(): RefundDelta[] {
    return [...this.byKey.values()];
  }

  /** Adds an event whose row is new. */
  add(row: FactRow): void {
    if (row.event_name !== 'order_refund') return;
    const orderId = orderKeyOf(row);
    const key = refundKeyOf(row);
    const id = JSON.stringify([orderId, key]);
    const delta = this.byKey.get(id);
    if (!delta) {
      this.byKey.set(id, { orderId, key, first: row, reports: 1 });
      return;
    }
    delta.reports += 1;
    if (isBefore(row, delta.first)) delta.first = row;
  }
}

/**
 * The refunded amount, also where a sender writes it as negative. Null where the event does not
 * name it.
 */
export function refundedAmountOf({ order_revenue }: FactRow): number | null {
  return order_revenue === null ? null : Math.abs(order_revenue);
}

/**
 * The lines of a refund that names no amount; undefined for any other refund, and for one without
 * lines.
 */
export function refundedLinesOf({ order_revenue, items }: FactRow): FactRow['items'] | undefined {
  return order_revenue === null && items !== null && items.length > 0 ? items : undefined;
}

/**
 * Key of a refund among those of its order: its id; without one, its amount or its lines. Two
 * refunds of the same amount without ids are one that was reported twice, by the browser and by the
 * server, on any day.
 */
function refundKeyOf(row: FactRow): string {
  if (row.refund_id !== null) return `id:${row.refund_id}`;
  const amount = refundedAmountOf(row);
  if (amount !== null) return `amount:${amount}`;
  const lines = refundedLinesOf(row);
  return lines ? `items:${hashOf(lines)}` : 'amount:';
}

/** The key of products and pieces, in any order; a hash, since a list can be longer than a key. */
function hashOf(lines: NonNullable<FactRow['items']>): string {
  const pieces = lines.map(({ id, quantity }) => JSON.stringify([id, quantity])).sort();
  return createHash('sha256').update(pieces.join()).digest('hex');
}
