import type { OrderInList, OrderStep } from '../../contract/order-contract';
import type { OpenPayment } from '../../contract/payment-contract';
import type { OrderEntity, PaymentEntity } from '../../entities';

/** A stored order in the form of lists, without anything of its delivery. */
export function toOrderInList(row: OrderEntity): OrderInList {
  const items = [...row.items].sort((one, other) => one.position - other.position);
  return {
    orderId: row.id,
    placedAt: row.placedAt.toISOString(),
    status: row.status,
    total: row.total,
    refunded: refundedOf(row),
    products: items.map(({ product: { name, picture }, quantity }) => ({ name, picture, quantity })),
  };
}

/** Money given back for an order. */
export function refundedOf({ refunds }: Pick<OrderEntity, 'refunds'>): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}

/** The statuses that an order has had. Money that was given back meanwhile is no step. */
export function stepsOf({ changes }: Pick<OrderEntity, 'changes'>): OrderStep[] {
  return changes
    .filter(({ from, to }) => from !== to)
    .map(({ to, changedAt }) => ({ status: to, at: changedAt.toISOString() }));
}

/** The payment that an order waits for: its last attempt says how far it is. */
export function openPaymentOf(row: OrderEntity): OpenPayment | null {
  const { status, payUntil, payments } = row;
  if (status !== 'awaiting_payment' || !payUntil) return null;
  const last = payments.reduce<PaymentEntity | null>(
    (latest, payment) => (latest && latest.startedAt > payment.startedAt ? latest : payment),
    null,
  );
  const state = last?.status === 'pending' || last?.status === 'declined' ? last.status : 'open';
  return { until: payUntil.toISOString(), state, reason: last?.reason ?? '' };
}
