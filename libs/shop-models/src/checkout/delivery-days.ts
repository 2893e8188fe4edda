import type { DeliveryMethod } from './checkout-details';

const DAY_MS = 86_400_000;

/** The fewest and the most days from an order to its delivery. */
const DAYS: Record<DeliveryMethod, readonly [from: number, to: number]> = {
  standard: [2, 3],
  express: [1, 2],
};

/** Days on which an order arrives, as its delivery promises it. */
export interface DeliveryDays {
  readonly from: Date;
  readonly to: Date;
}

/** The days on which an order of this moment arrives. */
export function deliveryDays(ordered: Date, method: DeliveryMethod): DeliveryDays {
  const [from, to] = DAYS[method];
  const after = (days: number) => new Date(ordered.getTime() + days * DAY_MS);
  return { from: after(from), to: after(to) };
}
