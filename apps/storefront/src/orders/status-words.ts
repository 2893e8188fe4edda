import { formatTime } from '../formatting/time';
import type { Language } from '../words/languages';
import type { Order } from '../shop/gateway';
import type { Words } from '../words';
import { fill } from '../words/sentences';

/** True when the shop has had the money: by transfer, or from the courier. */
export function wasPaid({ steps }: Pick<Order, 'steps'>): boolean {
  return steps.some(({ status }) => status === 'paid' || status === 'delivered');
}

/** Meaning of an order's status for its customer, in a sentence or two. */
export function statusSentence(
  order: Pick<Order, 'status' | 'steps' | 'details' | 'openPayment'>,
  { next }: Words['order'],
  language: Language,
): string {
  const { status, details, openPayment } = order;
  switch (status) {
    case 'awaiting_payment':
      return openPayment ? fill(next.keptUntil, { time: formatTime(openPayment.until, language) }) : '';
    case 'payment_failed':
      return next.notPaid;
    case 'placed':
      return details.payment === 'bank_transfer' ? next.waitsForTransfer : next.packedNext;
    case 'paid':
      return details.payment === 'card_online' ? next.cardCharged : next.transferred;
    case 'packed':
      return next.packed;
    case 'shipped':
      return next.shipped;
    case 'delivered':
      return next.delivered;
    case 'return_requested':
      return next.returnRequested;
    case 'returned':
      return next.returned;
    case 'cancelled':
      return wasPaid(order) ? next.moneyBack : next.nothingToPay;
  }
}
