import { isBefore, type FactRow } from './fact-row';
import { orderKeyOf } from './order-gains';

/** What new events tell of one refund. */
export interface RefundGain {
  readonly orderId: string;
  readonly key: string;
  /** The first of the new events that tell of it. */
  first: FactRow;
  told: number;
}

/** What new events tell of refunds, gathered by refund. */
export class RefundGains {
  private readonly byKey = new Map<string, RefundGain>();

  get all(): RefundGain[] {
    return [...this.byKey.values()];
  }

  /** Adds an event whose row is new. */
  add(row: FactRow): void {
    if (row.event_name !== 'order_refund') return;
    const orderId = orderKeyOf(row);
    const key = refundKeyOf(row);
    const id = JSON.stringify([orderId, key]);
    const gain = this.byKey.get(id);
    if (!gain) {
      this.byKey.set(id, { orderId, key, first: row, told: 1 });
      return;
    }
    gain.told += 1;
    if (isBefore(row, gain.first)) gain.first = row;
  }
}

/** What is given back: some write it as a negative amount. Null where the event says nothing of that. */
export function refundedAmountOf({ order_revenue }: FactRow): number | null {
  return order_revenue === null ? null : Math.abs(order_revenue);
}

/**
 * What tells a refund from the others of its order: its id, or where it has none, its amount. Two refunds of one amount
 * without ids are one that was told twice, by the browser and by the server, on whatever day.
 */
function refundKeyOf(row: FactRow): string {
  if (row.refund_id !== null) return `id:${row.refund_id}`;
  const amount = refundedAmountOf(row);
  return `amount:${amount === null ? '' : String(amount)}`;
}
