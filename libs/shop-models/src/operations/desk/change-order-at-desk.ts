import type { DataSource } from 'typeorm';
import type { DeskOrder } from '../../contract/desk-contract';
import type { OperationInputs } from '../../contract/operation-inputs';
import { ShopError } from '../../contract/shop-error';
import { OrderChangeEntity } from '../../entities';
import { changeOrder, lockOrder } from '../orders/change-order';
import { writeRefund } from '../orders/refund';
import { deskOrder } from './desk-orders';

/**
 * Gives an order its next status.
 *
 * @throws ShopError `order_not_found`, `status_refused`
 */
export async function deskChangeOrder(
  dataSource: DataSource,
  { orderId, to, actor, note }: OperationInputs['deskChangeOrder'],
): Promise<DeskOrder> {
  return dataSource.transaction(async (manager) => {
    await changeOrder(manager, { orderId, to, actor, note });
    return required(await deskOrder({ manager }, { orderId }));
  });
}

/**
 * Gives money back for an order: all that is left of it, or a part.
 *
 * @throws ShopError `order_not_found`, `refund_too_large`
 */
export async function deskRefund(
  dataSource: DataSource,
  { orderId, amount, reason, idempotencyKey, actor }: OperationInputs['deskRefund'],
): Promise<DeskOrder> {
  return dataSource.transaction(async (manager) => {
    const status = await lockOrder(manager, orderId);
    const refundId = await writeRefund(manager, { orderId, amount, reason, idempotencyKey });
    if (refundId !== null) {
      const change = { orderId, actor, from: status, to: status, note: reason, refundId };
      await manager.insert(OrderChangeEntity, change);
    }
    return required(await deskOrder({ manager }, { orderId }));
  });
}

function required(order: DeskOrder | null): DeskOrder {
  if (!order) throw new ShopError('order_not_found', 'There is no such order.');
  return order;
}
