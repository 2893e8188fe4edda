import type { DataSource } from 'typeorm';
import { couponCode, couponProblem } from '../checkout/coupon';
import type { OperationInputs } from '../contract/operation-inputs';
import type { Cart } from '../contract/shop-contract';
import { ShopError } from '../contract/shop-error';
import { CartEntity, CouponEntity } from '../entities';
import { requireOpenCart } from './open-cart';
import { readCart } from './read-cart';

/**
 * Puts a coupon into a cart, or takes it out with an empty code. A refused one leaves the cart as
 * it was.
 *
 * @throws ShopError `cart_not_found`, `coupon_refused` with the reason
 */
export async function applyCoupon(
  dataSource: DataSource,
  { cartKey, code: typed }: OperationInputs['applyCoupon'],
): Promise<Cart> {
  return dataSource.transaction(async (manager) => {
    const { id } = await requireOpenCart(manager, cartKey);
    const code = couponCode(typed) || null;
    if (code !== null) {
      const { subtotal } = await readCart(manager, id);
      const problem = couponProblem(await manager.findOneBy(CouponEntity, { code }), subtotal);
      if (problem) throw new ShopError('coupon_refused', problem);
    }
    await manager.update(CartEntity, { id }, { coupon: code });
    return readCart(manager, id);
  });
}
