import type { DataSource, EntityManager, SelectQueryBuilder } from 'typeorm';
import { cartCoupon } from './cart-coupon';
import { keyHash } from './cart-keys';
import { CartEntity, CartKeyEntity } from '../entities';
import type { OperationInputs } from '../contract/operation-inputs';
import { subtotalOf, unitPrice } from '../checkout/pricing';
import type { Cart } from '../contract/shop-contract';
import { cartNotFound } from './open-cart';
import { toProduct } from './product-view';

/**
 * The open cart of a key, with today's prices. Null when the key opens none, or one
 * that has become an order.
 */
export async function getCart(
  { manager }: Pick<DataSource, 'manager'>,
  { cartKey }: OperationInputs['getCart'],
): Promise<Cart | null> {
  const row = await openCarts(manager)
    .innerJoin(CartKeyEntity, 'key', 'key.cartId = cart.id')
    .andWhere('key.hash = :hash', { hash: keyHash(cartKey) })
    .getOne();
  return row && toCart(manager, row);
}

/**
 * An open cart that was locked before.
 *
 * @throws ShopError `cart_not_found` when it has become an order
 */
export async function readCart(manager: EntityManager, id: string): Promise<Cart> {
  const row = await openCarts(manager).andWhere('cart.id = :id', { id }).getOne();
  if (!row) throw cartNotFound();
  return toCart(manager, row);
}

function openCarts(manager: EntityManager): SelectQueryBuilder<CartEntity> {
  return manager
    .createQueryBuilder(CartEntity, 'cart')
    .leftJoinAndSelect('cart.items', 'item')
    .leftJoinAndSelect('item.product', 'product')
    .leftJoinAndSelect('product.stock', 'stock')
    .where('cart.orderedAt IS NULL')
    .orderBy('item.addedAt', 'ASC')
    .addOrderBy('item.productId', 'ASC');
}

async function toCart(manager: EntityManager, row: CartEntity): Promise<Cart> {
  const items = row.items.map((item) => ({
    product: toProduct(item.product),
    quantity: item.quantity,
    unitPrice: unitPrice(item.product),
  }));
  const subtotal = subtotalOf(items);
  return {
    analyticsId: row.analyticsId,
    items,
    quantity: items.reduce((sum, item) => sum + item.quantity, 0),
    subtotal,
    coupon: await cartCoupon(manager, row.coupon, subtotal),
    checkout: row.checkout,
  };
}
