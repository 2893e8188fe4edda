/** Every status of an order, in the order in which it usually passes them. */
export const ORDER_STATUSES = [
  'awaiting_payment',
  'payment_failed',
  'placed',
  'paid',
  'packed',
  'shipped',
  'delivered',
  'return_requested',
  'returned',
  'cancelled',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/**
 * The statuses that somebody may give an order next. What its payment by card makes of it, only the
 * payment does. Only a transfer is noted as paid by hand; on delivery the courier is paid.
 */
const NEXT: Record<OrderStatus, readonly OrderStatus[]> = {
  awaiting_payment: ['cancelled'],
  payment_failed: [],
  placed: ['paid', 'packed', 'cancelled'],
  paid: ['packed', 'cancelled'],
  packed: ['shipped', 'cancelled'],
  shipped: ['delivered', 'returned'],
  delivered: ['return_requested', 'returned'],
  // Back to delivered when the shop does not take it back.
  return_requested: ['returned', 'delivered'],
  returned: [],
  cancelled: [],
};

/** The statuses that an order may have next. */
export function nextStatuses(status: OrderStatus): readonly OrderStatus[] {
  return NEXT[status];
}

/** True while the customer may cancel: nothing has been handed to the courier. */
export function isCancellable(status: OrderStatus): boolean {
  return NEXT[status].includes('cancelled');
}

/** True when the customer has the parcel and may ask to send it back. */
export function isReturnable(status: OrderStatus): boolean {
  return NEXT[status].includes('return_requested');
}

/** True for a status in which the pieces of the order are back on the shelf. */
export function bringsPiecesBack(status: OrderStatus): boolean {
  return status === 'cancelled' || status === 'returned' || status === 'payment_failed';
}

/** Minutes for which the pieces of an order are kept for its payment by card. */
export const MINUTES_TO_PAY = 30;

/** Days that a customer has to change their mind after the delivery. */
export const RETURN_DAYS = 30;

/** True until so many days after the delivery, and before it. */
export function isWithinReturnTime(
  { steps }: { readonly steps: readonly { readonly status: OrderStatus; readonly at: string }[] },
  now: Date,
): boolean {
  const arrived = steps.findLast(({ status }) => status === 'delivered');
  return !arrived || now.getTime() - Date.parse(arrived.at) < RETURN_DAYS * 86_400_000;
}
