import { isBefore, type FactRow } from './fact-row';

/** What new events tell of one order. */
export interface OrderGain {
  readonly orderId: string;
  /** The first completion of the new ones; null when they are refunds alone. */
  first: FactRow | null;
  completions: number;
  readonly refunds: number[];
  /** Of the last of them. */
  refundedAt: string | null;
}

/** The events that orders are made of. */
export const ORDER_NAMES = ['checkout_complete', 'order_refund'];

/** Whether an event tells of an order. */
export function isOrderEvent({ event_name }: Pick<FactRow, 'event_name'>): boolean {
  return ORDER_NAMES.includes(event_name);
}

/** What `orders` knows an order by. One without an id is known by its event. */
export function orderKeyOf({ order_id, event_id }: Pick<FactRow, 'order_id' | 'event_id'>): string {
  return order_id ?? `event:${event_id}`;
}

/** What new events tell of orders, gathered by order. */
export class OrderGains {
  private readonly byId = new Map<string, OrderGain>();

  get all(): OrderGain[] {
    return [...this.byId.values()];
  }

  /** Adds an event whose row is new. One that names no order is an order, or a refund, of its own. */
  add(row: FactRow): void {
    if (row.event_name === 'checkout_complete') {
      const gain = this.gainOf(row);
      gain.completions += 1;
      if (gain.first === null || isBefore(row, gain.first)) gain.first = row;
    } else if (row.event_name === 'order_refund') {
      const gain = this.gainOf(row);
      // Some write what they give back as a negative amount.
      gain.refunds.push(Math.abs(row.order_revenue ?? 0));
      if (gain.refundedAt === null || gain.refundedAt < row.event_timestamp)
        gain.refundedAt = row.event_timestamp;
    }
  }

  private gainOf(row: FactRow): OrderGain {
    const orderId = orderKeyOf(row);
    let gain = this.byId.get(orderId);
    if (!gain) {
      gain = { orderId, first: null, completions: 0, refunds: [], refundedAt: null };
      this.byId.set(orderId, gain);
    }
    return gain;
  }
}
