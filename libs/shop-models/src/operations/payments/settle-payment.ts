import type { DataSource, EntityManager } from 'typeorm';
import type { OperationInputs } from '../../contract/operation-inputs';
import { isShopError, ShopError } from '../../contract/shop-error';
import { OrderChangeEntity, OrderItemEntity, PaymentEntity } from '../../entities';
import { lockOrder } from '../orders/change-order';
import { useCouponAgain } from '../orders/coupon-uses';
import { takeStock } from '../orders/stock';
import { returnPayment } from '../orders/payment-refunds';
import { sellOrder } from './sell-order';

/**
 * Notes what the provider has answered, or told later. The order of these notes does not matter,
 * nor how often each comes: money that was taken is never overruled. An order that can still be had
 * is paid, also after its time was over if its pieces are there; otherwise the money goes back.
 *
 * @throws ShopError `payment_not_found`
 */
export async function settlePayment(
  dataSource: DataSource,
  { paymentId, outcome, reason }: OperationInputs['settlePayment'],
): Promise<{ orderId: string }> {
  return dataSource.transaction(async (manager) => {
    const { orderId } = await findPayment(manager, paymentId);
    const orderStatus = await lockOrder(manager, orderId);
    const { status, amount } = await findPayment(manager, paymentId);
    const settled = { settledAt: new Date(), reason };
    if (outcome === 'declined') {
      if (status !== 'pending') return { orderId };
      await manager.update(PaymentEntity, { id: paymentId }, { ...settled, status: 'declined' });
      const note = `The card was declined. ${reason}`.trim();
      const change = { orderId, actor: 'payment', from: orderStatus, to: orderStatus, note };
      await manager.insert(OrderChangeEntity, change);
      return { orderId };
    }
    if (status === 'succeeded' || status === 'returned') return { orderId };
    const isHonoured =
      orderStatus === 'awaiting_payment' ||
      (orderStatus === 'payment_failed' && (await takeAgain(manager, orderId)));
    if (isHonoured) {
      await manager.update(PaymentEntity, { id: paymentId }, { ...settled, status: 'succeeded' });
      await sellOrder(manager, orderId, orderStatus);
    } else {
      await manager.update(PaymentEntity, { id: paymentId }, { ...settled, status: 'returned' });
      await returnPayment(manager, { paymentId, amount });
      const note = 'A payment came when there was nothing to pay. It goes back.';
      const change = { orderId, actor: 'payment', from: orderStatus, to: orderStatus, note };
      await manager.insert(OrderChangeEntity, change);
    }
    return { orderId };
  });
}

async function findPayment(manager: EntityManager, id: string): Promise<PaymentEntity> {
  const payment = await manager.findOneBy(PaymentEntity, { id });
  if (!payment) throw new ShopError('payment_not_found', 'There is no such payment.');
  return payment;
}

/** Takes the pieces of an order whose time was over: all of them, or none. */
async function takeAgain(manager: EntityManager, orderId: string): Promise<boolean> {
  const items = await manager.find(OrderItemEntity, { where: { orderId }, relations: { product: true } });
  try {
    // Within a savepoint: what it took of one product is back when another is short.
    await manager.transaction(async (inner) => {
      await takeStock(inner, items);
      await useCouponAgain(inner, orderId);
    });
    return true;
  } catch (error) {
    if (isShopError(error)) return false;
    throw error;
  }
}
