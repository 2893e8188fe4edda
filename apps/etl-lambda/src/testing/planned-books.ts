/** One order of the books, and what analytics gets to know of it. */
export interface PlannedOrder {
  readonly orderId: string;
  readonly at: string;
  readonly amount: number;
  readonly cartId: string;
  readonly byBrowser: boolean;
  readonly consent: 'granted' | 'denied' | null;
  readonly isStaff: boolean;
  readonly fault: Fault | null;
}

/** One refund of the books. */
export interface PlannedRefund {
  readonly refundId: string;
  readonly orderId: string;
  readonly at: string;
  readonly amount: number;
  /** The time of its event, on the same day or on the next. */
  readonly toldAt: string;
}

/** A planned fault, by the class and reason under which it must be named. */
export const FAULTS = [
  ...times(10, { class: 'missing', reason: 'no_consent' }),
  ...times(9, { class: 'missing', reason: 'blocked' }),
  ...times(8, { class: 'missing', reason: 'lost' }),
  ...times(5, { class: 'missing', reason: 'staff' }),
  ...times(5, { class: 'missing', reason: 'unknown' }),
  ...times(4, { class: 'missing', reason: 'no_browser' }),
  ...times(7, { class: 'doubled', reason: 'told_twice' }),
  ...times(5, { class: 'doubled', reason: 'another_id' }),
  ...times(5, { class: 'wrong_amount', reason: null }),
  ...times(6, { class: 'matched', reason: 'by_server' }),
] as const;

export type Fault = (typeof FAULTS)[number];

/** The days of the month on the shop's clock, which is seven hours ahead of UTC. */
export const NOVEMBER = Array.from({ length: 30 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`);
const SHOP_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2026-11-01T00:00:00Z') - SHOP_OFFSET_MS;

/** The day of a time on the shop's clock. */
export const dayText = (at: string): string =>
  new Date(Date.parse(at) + SHOP_OFFSET_MS).toISOString().slice(0, 10);

/** Orders spread over the month, the planned faults among them. */
export function plannedOrders(count: number): PlannedOrder[] {
  const apart = Math.floor(count / FAULTS.length);
  return Array.from({ length: count }, (_, index) => {
    const fault = index % apart === 0 ? (FAULTS[index / apart] ?? null) : null;
    return {
      orderId: `SBW-${String(index).padStart(8, '0')}`,
      at: new Date(BEGIN + Math.floor(((index + 0.5) / count) * 30 * DAY_MS)).toISOString(),
      amount: 100_000 + ((index * 7_919) % 40_000_000),
      cartId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      byBrowser: fault?.reason !== 'no_browser',
      consent: consentBy(fault),
      isStaff: fault?.reason === 'staff',
      fault,
    };
  });
}

/** Refunds of a hundredth of the orders; the first three are told on the day after. */
export function plannedRefunds(orders: readonly PlannedOrder[]): PlannedRefund[] {
  return orders
    .filter(({ fault }, index) => fault === null && index % 100 === 50)
    .map(({ orderId, at, amount }, index) => {
      const refundedAt = Math.min(Date.parse(at) + 60_000, BEGIN + 30 * DAY_MS - 1);
      return {
        refundId: `R-${index}`,
        orderId,
        at: new Date(refundedAt).toISOString(),
        amount: Math.floor(amount / (1 + (index % 3))),
        toldAt: new Date(refundedAt + (index < 3 ? DAY_MS : 0)).toISOString(),
      };
    });
}

function consentBy(fault: Fault | null): PlannedOrder['consent'] {
  if (fault?.reason === 'no_consent') return 'denied';
  return fault?.reason === 'unknown' ? null : 'granted';
}

function times<Value>(count: number, value: Value): Value[] {
  return Array.from({ length: count }, () => value);
}
