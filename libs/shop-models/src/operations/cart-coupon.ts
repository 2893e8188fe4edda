import type { EntityManager } from 'typeorm';
import { couponProblem, discountOf, type CartCoupon } from '../checkout/coupon';
import { CouponEntity } from '../entities';

/** The coupon of a cart as it is worth now. */
export async function cartCoupon(
  manager: EntityManager,
  code: string | null,
  subtotal: number,
): Promise<CartCoupon | null> {
  if (code === null) return null;
  const rules = await manager.findOneBy(CouponEntity, { code });
  const problem = couponProblem(rules, subtotal);
  return { code, discount: rules && !problem ? discountOf(rules, subtotal) : 0, problem };
}
