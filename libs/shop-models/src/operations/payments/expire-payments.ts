import type { DataSource, EntityManager } from 'typeorm';
import { OrderChangeEntity, OrderEntity } from '../../entities';
import { dropOrderEvent } from '../../outbox/order-events';
import { returnCoupon } from '../orders/coupon-uses';
import { returnToStock } from '../orders/stock';

/**
 * Gives back the pieces of orders whose time to pay is over, each in a transaction of its own. It
 * may be called at any time, also twice at once.
 *
 * @returns the number of such orders
 */
export async function expirePayments(dataSource: DataSource, now = new Date()): Promise<number> {
  let expired = 0;
  while (await dataSource.transaction((manager) => expireNext(manager, now))) expired += 1;
  return expired;
}

async function expireNext(manager: EntityManager, now: Date): Promise<boolean> {
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT id FROM orders WHERE status = 'awaiting_payment' AND pay_until <= $1
     ORDER BY pay_until LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now],
  );
  if (!row) return false;
  const orderId = row.id;
  await manager.update(OrderEntity, { id: orderId }, { status: 'payment_failed' });
  await manager.insert(OrderChangeEntity, {
    orderId,
    actor: 'shop',
    from: 'awaiting_payment',
    to: 'payment_failed',
    note: 'Not paid in time.',
  });
  await returnToStock(manager, orderId);
  await returnCoupon(manager, orderId);
  await dropOrderEvent(manager, await manager.findOneByOrFail(OrderEntity, { id: orderId }));
  return true;
}
