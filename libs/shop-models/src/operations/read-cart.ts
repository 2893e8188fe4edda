import type { DataSource, EntityManager } from 'typeorm';
import { CartEntity } from '../entities';
import type { OperationInputs } from '../operation-inputs';
import { subtotalOf, unitPrice } from '../pricing';
import type { Cart } from '../shop-contract';
import { ShopError } from '../shop-error';
import { toProduct } from './product-view';

/** The open cart with today's prices. Null when it is unknown or has become an order. */
export async function getCart(
  { manager }: Pick<DataSource, 'manager'>,
  { cartId }: OperationInputs['getCart'],
): Promise<Cart | null> {
  const row = await readOpenCart(manager, cartId);
  return row && toCart(row);
}

/**
 * The open cart after a change.
 *
 * @throws ShopError `cart_not_found`
 */
export async function requireCart(manager: EntityManager, cartId: string): Promise<Cart> {
  const cart = await getCart({ manager }, { cartId });
  if (!cart) throw new ShopError('cart_not_found', 'This cart is no longer there. Add the product again.');
  return cart;
}

async function readOpenCart(manager: EntityManager, cartId: string): Promise<CartEntity | null> {
  return manager
    .createQueryBuilder(CartEntity, 'cart')
    .leftJoinAndSelect('cart.items', 'item')
    .leftJoinAndSelect('item.product', 'product')
    .where('cart.id = :cartId AND cart.orderedAt IS NULL', { cartId })
    .orderBy('item.addedAt', 'ASC')
    .addOrderBy('item.productId', 'ASC')
    .getOne();
}

function toCart(row: CartEntity): Cart {
  const items = row.items.map((item) => ({
    product: toProduct(item.product),
    quantity: item.quantity,
    unitPrice: unitPrice(item.product),
  }));
  return {
    cartId: row.id,
    items,
    quantity: items.reduce((sum, item) => sum + item.quantity, 0),
    subtotal: subtotalOf(items),
    checkout: row.checkout,
  };
}
