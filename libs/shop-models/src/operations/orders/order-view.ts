import type { OrderInList, OrderStep } from '../../contract/order-contract';
import type { OrderEntity } from '../../entities';

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
