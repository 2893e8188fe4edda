import { formatTime } from '../formatting/time';
import type { Order, OrderStatus } from '../shop/gateway';

export const STATUS_LABELS: Record<OrderStatus, string> = {
  awaiting_payment: 'Waiting for payment',
  payment_failed: 'Not paid',
  placed: 'Placed',
  paid: 'Paid',
  packed: 'Packed',
  shipped: 'On its way',
  delivered: 'Delivered',
  return_requested: 'Return requested',
  returned: 'Returned',
  cancelled: 'Cancelled',
};

/** The status as the title of an order's page. */
export const TITLES: Record<OrderStatus, string> = {
  awaiting_payment: 'Pay for your order.',
  payment_failed: 'Your order was not paid.',
  placed: 'Your order is in.',
  paid: 'Your order is paid.',
  packed: 'Your order is packed.',
  shipped: 'Your order is on its way.',
  delivered: 'Your order has arrived.',
  return_requested: 'Your order goes back.',
  returned: 'Your order is back with us.',
  cancelled: 'Your order is cancelled.',
};

/** True when the shop has had the money: by transfer, or from the courier. */
export function wasPaid({ steps }: Pick<Order, 'steps'>): boolean {
  return steps.some(({ status }) => status === 'paid' || status === 'delivered');
}

/** Meaning of an order's status for its customer, in a sentence or two. */
export function statusSentence(order: Pick<Order, 'status' | 'steps' | 'details' | 'openPayment'>): string {
  const { status, details, openPayment } = order;
  switch (status) {
    case 'awaiting_payment':
      return openPayment ? `We keep it for you until ${formatTime(openPayment.until)}.` : '';
    case 'payment_failed':
      return 'No payment came in time, and nothing was taken. Its pieces are on sale again.';
    case 'placed':
      return details.payment === 'bank_transfer'
        ? 'We pack it as soon as your transfer has arrived.'
        : 'We pack it next. Keep the number; the courier calls before coming.';
    case 'paid':
      return details.payment === 'card_online'
        ? 'Your card is charged. We pack it next.'
        : 'Your transfer has arrived. We pack it next.';
    case 'packed':
      return 'It is packed and waits for the courier.';
    case 'shipped':
      return 'The courier has it, and calls before coming.';
    case 'delivered':
      return 'It has arrived. You have 30 days to change your mind.';
    case 'return_requested':
      return 'We have your request, and call you about the pick-up.';
    case 'returned':
      return 'It is back with us.';
    case 'cancelled':
      return wasPaid(order) ? 'Your money is on its way back to you.' : 'There is nothing to pay.';
  }
}
