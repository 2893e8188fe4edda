import { createHash } from 'node:crypto';
import { isBefore, type FactRow } from '../input/fact-row';
import { orderKeyOf } from './order-deltas';

/** Delta of one refund. */
export interface RefundDelta {
  readonly orderId: string;
  readonly key: string;
  /** The first of the new events that tell of it. */
  first: FactRow;
  told: number;
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
      this.byKey.set(id, { orderId, key, first: row, told: 1 });
      return;
    }
    delta.told += 1;
    if (isBefore(row, delta.first)) delta.first = row;
  }
}

/**
 * The refunded amount: some write it as a negative amount. Null where the
 * event says nothing of that.
 */
export function refundedAmountOf({ order_revenue }: FactRow): number | null {
  return order_revenue === null ? null : Math.abs(order_revenue);
}

/** The lines of a refund that names no amount; undefined of any other, and without lines. */
export function refundedLinesOf({ order_revenue, items }: FactRow): FactRow['items'] | undefined {
  return order_revenue === null && items !== null && items.length > 0 ? items : undefined;
}

/**
 * Key of a refund among those of its order: its id, or where it has none, its amount, or
 * its lines. Two refunds of one amount without ids are one that was told twice, by the browser and
 * by the server, on whatever day.
 */
function refundKeyOf(row: FactRow): string {
  if (row.refund_id !== null) return `id:${row.refund_id}`;
  const amount = refundedAmountOf(row);
  if (amount !== null) return `amount:${amount}`;
  const lines = refundedLinesOf(row);
  return lines ? `items:${hashOf(lines)}` : 'amount:';
}

/** Of products and pieces, in whatever order they are told; a list can be longer than a key. */
function hashOf(lines: NonNullable<FactRow['items']>): string {
  const pieces = lines.map(({ id, quantity }) => JSON.stringify([id, quantity])).sort();
  return createHash('sha256').update(pieces.join()).digest('hex');
}
