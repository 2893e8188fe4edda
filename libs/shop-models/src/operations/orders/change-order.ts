import type { EntityManager } from 'typeorm';
import { bringsPiecesBack, nextStatuses, type OrderStatus } from '../../checkout/order-status';
import { ShopError } from '../../contract/shop-error';
import { OrderChangeEntity, OrderEntity } from '../../entities';
import { dropOrderEvent } from '../../outbox/order-events';
import { refundRest } from './refund';
import { returnCoupon } from './coupon-uses';
import { mailStatus } from './write-mail';
import { returnToStock } from './stock';

/** A change of an order's status, and who asks for it. */
export interface OrderChange {
  readonly orderId: string;
  readonly to: OrderStatus;
  /** `customer`, `shop`, or the email address of who is at the desk. */
  readonly actor: string;
  readonly note: string;
}

/**
 * Changes the status of an order in the caller's transaction, and writes down who did it. The same
 * change again changes nothing. Pieces of a cancelled or returned order are back in stock; what a
 * cancelled one has cost is refunded, so that the books agree.
 *
 * @throws ShopError `status_refused` for a status that cannot follow
 */
export async function changeOrder(manager: EntityManager, change: OrderChange): Promise<void> {
  const { orderId, to, actor, note } = change;
  const from = await lockOrder(manager, orderId);
  if (from === to) return;
  if (!nextStatuses(from).includes(to)) throw statusRefused(orderId, from, to);
  await manager.update(OrderEntity, { id: orderId }, { status: to });
  const refundId = to === 'cancelled' ? await takeBack(manager, orderId, note || 'Cancelled') : null;
  await manager.insert(OrderChangeEntity, { orderId, actor, from, to, note, refundId });
  if (bringsPiecesBack(to)) await returnToStock(manager, orderId);
  if (to === 'cancelled') await returnCoupon(manager, orderId);
  await mailStatus(manager, orderId, to);
}

/** Takes an order out of the books; one that nobody has paid by card is not in them. */
async function takeBack(manager: EntityManager, orderId: string, reason: string): Promise<string | null> {
  const order = await manager.findOneByOrFail(OrderEntity, { id: orderId });
  if (order.soldAt) return refundRest(manager, orderId, reason);
  await dropOrderEvent(manager, order);
  return null;
}

/**
 * Locks an order until the end of the transaction: changes of one order wait for each other.
 *
 * @returns its status
 * @throws ShopError `order_not_found`
 */
export async function lockOrder(manager: EntityManager, orderId: string): Promise<OrderStatus> {
  const [order] = await manager.query<{ status: OrderStatus }[]>(
    'SELECT status FROM orders WHERE id = $1 FOR UPDATE',
    [orderId],
  );
  if (!order) throw new ShopError('order_not_found', 'There is no such order.');
  return order.status;
}

function statusRefused(orderId: string, from: OrderStatus, to: OrderStatus): ShopError {
  const words = (status: OrderStatus) => status.replace('_', ' ');
  return new ShopError(
    'status_refused',
    `Order ${orderId} is ${words(from)}: it cannot be ${words(to)} now.`,
  );
}
