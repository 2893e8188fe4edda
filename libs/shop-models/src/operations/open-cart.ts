import type { EntityManager } from 'typeorm';
import { CartEntity, CartKeyEntity, CustomerEntity } from '../entities';
import { keyHash, newCartKey } from './cart-keys';
import { ShopError } from '../contract/shop-error';

/** A cart that the caller has the key to. Its id is internal to the database. */
export interface OpenCart {
  readonly id: string;
  readonly cartKey: string;
}

/**
 * Locks the open cart of a key until the end of the transaction, so that nothing is added while it
 * becomes an order.
 *
 * @returns null when the key opens none, or one that is already ordered
 */
export async function lockOpenCart(manager: EntityManager, cartKey: string): Promise<OpenCart | null> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `UPDATE carts SET updated_at = now() FROM cart_keys
     WHERE cart_keys.hash = $1 AND carts.id = cart_keys.cart_id AND ordered_at IS NULL RETURNING carts.id`,
    [keyHash(cartKey)],
  );
  return rows[0] ? { id: rows[0].id, cartKey } : null;
}

/**
 * The same for a cart that must exist.
 *
 * @throws ShopError `cart_not_found`
 */
export async function requireOpenCart(manager: EntityManager, cartKey: string): Promise<OpenCart> {
  const cart = await lockOpenCart(manager, cartKey);
  if (!cart) throw cartNotFound();
  return cart;
}

/** The refusal for a key that opens no cart. */
export function cartNotFound(): ShopError {
  return new ShopError('cart_not_found', 'This cart is no longer there. Add the product again.');
}

/** Creates an empty cart, for a customer when one is signed in. */
export async function newCart(manager: EntityManager, customerId: string | null): Promise<OpenCart> {
  // An account may be older than this database; it can reopen its cart from its next sign-in on.
  const known = customerId !== null && (await manager.existsBy(CustomerEntity, { id: customerId }));
  const { id } = await manager.save(manager.create(CartEntity, { customerId: known ? customerId : null }));
  return { id, cartKey: await newKeyTo(manager, id) };
}

/** Creates another key to a cart, for a browser that may open it. */
export async function newKeyTo(manager: EntityManager, cartId: string): Promise<string> {
  const cartKey = newCartKey();
  await manager.insert(CartKeyEntity, { hash: keyHash(cartKey), cartId });
  return cartKey;
}
