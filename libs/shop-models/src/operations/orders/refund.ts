import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ShopError } from '../../contract/shop-error';
import { OrderEntity, RefundEntity } from '../../entities';
import { mailRefund } from './write-mail';
import { returnByCard } from './payment-refunds';
import { tellRefund } from '../../outbox/order-events';

const VND = new Intl.NumberFormat('vi-VN', { style: 'currency', currency: 'VND' });

/** Money to give back for an order. */
export interface NewRefund {
  readonly orderId: string;
  readonly amount: number;
  readonly reason: string;
  /** The same key again is the same refund. */
  readonly idempotencyKey: string;
}

/**
 * Writes a refund and its event in the caller's transaction, which has locked the order.
 *
 * @returns its id; null when it was written before
 * @throws ShopError `refund_too_large` for more than is left of the order
 */
export async function writeRefund(manager: EntityManager, refund: NewRefund): Promise<string | null> {
  const { orderId, amount, idempotencyKey } = refund;
  if (await manager.existsBy(RefundEntity, { idempotencyKey })) return null;
  const left = await leftOf(manager, orderId);
  if (amount > left) {
    throw new ShopError(
      'refund_too_large',
      `${VND.format(amount)} is more than the ${VND.format(left)} that are left of this order.`,
    );
  }
  const id = randomUUID();
  await manager.insert(RefundEntity, { ...refund, id });
  await returnByCard(manager, { id, orderId, amount });
  const { currency, refundedAt: at } = await manager.findOneByOrFail(RefundEntity, { id });
  const order = await manager.findOneByOrFail(OrderEntity, { id: orderId });
  await mailRefund(manager, { orderId, id, amount });
  await tellRefund(manager, order, { refundId: id, amount, currency, at });
  return id;
}

/**
 * Refunds what has not been refunded yet.
 *
 * @returns the id of the refund; null when nothing is left
 */
export async function refundRest(
  manager: EntityManager,
  orderId: string,
  reason: string,
): Promise<string | null> {
  const amount = await leftOf(manager, orderId);
  if (amount === 0) return null;
  return writeRefund(manager, { orderId, amount, reason, idempotencyKey: `rest:${orderId}` });
}

/** Total of an order without its refunds. */
async function leftOf(manager: EntityManager, orderId: string): Promise<number> {
  const { total } = await manager.findOneByOrFail(OrderEntity, { id: orderId });
  return total - ((await manager.sum(RefundEntity, 'amount', { orderId })) ?? 0);
}
