import type { EntityManager } from 'typeorm';
import { ShopError } from '../../contract/shop-error';
import { OrderEntity } from '../../entities';

/**
 * Counts one use of a coupon in the transaction that writes the order. It is one statement, which
 * waits for the buyer before it: a coupon for ten orders has ten, whoever comes at once.
 *
 * @throws ShopError `coupon_refused` when it is used up
 */
export async function useCoupon(manager: EntityManager, code: string | null): Promise<void> {
  if (code === null) return;
  const [, used] = await manager.query<[unknown, number]>(
    'UPDATE coupons SET uses = uses + 1 WHERE code = $1 AND (most_uses IS NULL OR uses < most_uses)',
    [code],
  );
  if (used === 0) throw new ShopError('coupon_refused', 'This coupon has been used up.');
}

/** Counts the use again of an order that has come back: what was paid with it stays valid. */
export async function useCouponAgain(manager: EntityManager, orderId: string): Promise<void> {
  await changeUses(manager, orderId, 1);
}

/** Gives the use of a coupon back, for an order that does not count any more. */
export async function returnCoupon(manager: EntityManager, orderId: string): Promise<void> {
  await changeUses(manager, orderId, -1);
}

async function changeUses(manager: EntityManager, orderId: string, by: number): Promise<void> {
  const { coupon } = await manager.findOneByOrFail(OrderEntity, { id: orderId });
  if (coupon === null) return;
  await manager.query('UPDATE coupons SET uses = greatest(uses + $2, 0) WHERE code = $1', [coupon, by]);
}
