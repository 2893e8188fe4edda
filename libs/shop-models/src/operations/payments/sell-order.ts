import type { EntityManager } from 'typeorm';
import type { OrderStatus } from '../../checkout/order-status';
import { OrderChangeEntity, OrderEntity } from '../../entities';
import { releaseOrderEvent, tellOrder } from '../../outbox/order-events';
import { readOrder } from '../orders/get-order';
import { mailConfirmation } from '../orders/write-mail';

/**
 * Makes an order count whose payment has come, in the caller's transaction, which has locked it: in
 * the books and, as consent allows, in events.
 */
export async function sellOrder(manager: EntityManager, orderId: string, from: OrderStatus): Promise<void> {
  await manager.update(OrderEntity, { id: orderId }, { status: 'paid', soldAt: () => 'now()' });
  await manager.insert(OrderChangeEntity, { orderId, actor: 'payment', from, to: 'paid' });
  const row = await manager.findOneByOrFail(OrderEntity, { id: orderId });
  const order = await readOrder(manager, orderId);
  if (!order) throw new Error(`Order ${orderId} is missing while it is sold.`);
  await mailConfirmation(manager, order);
  if (await releaseOrderEvent(manager, row)) return;
  // It was dropped with the ids of its browser: it is told without them.
  await tellOrder(manager, order, { customerId: row.customerId, origin: originOf(row) });
}

function originOf({ byBrowser, userAgent, consent, isStaff }: OrderEntity) {
  const known = (['granted', 'cookieless', 'denied'] as const).find((one) => one === consent) ?? null;
  return byBrowser === null ? undefined : { byBrowser, userAgent, consent: known, isStaff };
}
