import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { OperationInputs } from '../../contract/operation-inputs';
import type { Payment } from '../../contract/payment-contract';
import { ShopError } from '../../contract/shop-error';
import { OrderEntity, PaymentEntity } from '../../entities';
import { lockOrder } from '../orders/change-order';
import { getOrder } from '../orders/get-order';

/**
 * Begins to pay an order by card, for its customer or its browser. As long as the provider has not
 * answered, it is the same payment: a double click, a second tab and the back button ask for one
 * charge.
 *
 * @returns null when there is nothing to pay: it is paid, cancelled, or its time is over
 * @throws ShopError `order_not_found` also for somebody else's
 */
export async function startPayment(
  dataSource: DataSource,
  { orderId, viewer }: OperationInputs['startPayment'],
): Promise<{ payment: Payment | null }> {
  if (!(await getOrder(dataSource, { orderId, viewer })))
    throw new ShopError('order_not_found', 'There is no such order.');
  return dataSource.transaction(async (manager) => {
    const status = await lockOrder(manager, orderId);
    const { total, payUntil } = await manager.findOneByOrFail(OrderEntity, { id: orderId });
    if (status !== 'awaiting_payment' || !payUntil || payUntil < new Date()) return { payment: null };
    return { payment: (await pendingOf(manager, orderId)) ?? (await newPayment(manager, orderId, total)) };
  });
}

async function pendingOf(manager: EntityManager, orderId: string): Promise<Payment | null> {
  const row = await manager.findOneBy(PaymentEntity, { orderId, status: 'pending' });
  return row && { paymentId: row.id, orderId, amount: row.amount };
}

async function newPayment(manager: EntityManager, orderId: string, amount: number): Promise<Payment> {
  const id = `pay_${randomUUID()}`;
  await manager.insert(PaymentEntity, { id, orderId, amount });
  return { paymentId: id, orderId, amount };
}
