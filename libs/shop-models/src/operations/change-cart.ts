import type { DataSource, EntityManager } from 'typeorm';
import { checkDelivery } from '../checkout-details';
import { CartEntity, CustomerEntity, ProductEntity } from '../entities';
import type { OperationInputs } from '../operation-inputs';
import { MAX_QUANTITY } from '../pricing';
import type { Cart } from '../shop-contract';
import { ShopError } from '../shop-error';
import { requireCart } from './read-cart';

/**
 * Adds pieces of a product, up to the most a cart takes of one. A cart that is unknown or already ordered is
 * replaced by a new one.
 *
 * @throws ShopError `product_not_found`
 */
export async function addToCart(
  dataSource: DataSource,
  { cartId, customerId, productId, quantity }: OperationInputs['addToCart'],
): Promise<Cart> {
  return dataSource.transaction(async (manager) => {
    if (!(await manager.existsBy(ProductEntity, { id: productId }))) {
      throw new ShopError('product_not_found', 'This product is no longer sold.');
    }
    const open = (cartId && (await lockOpenCart(manager, cartId))) || (await newCart(manager, customerId));
    await manager.query(
      `INSERT INTO cart_items (cart_id, product_id, quantity) VALUES ($1, $2, $3)
       ON CONFLICT (cart_id, product_id)
       DO UPDATE SET quantity = LEAST(cart_items.quantity + excluded.quantity, $4)`,
      [open, productId, quantity, MAX_QUANTITY],
    );
    return requireCart(manager, open);
  });
}

/**
 * Sets how many pieces of a product the cart holds; 0 takes it out. A product that is not in the cart stays out.
 *
 * @throws ShopError `cart_not_found`
 */
export async function setQuantity(
  dataSource: DataSource,
  { cartId, productId, quantity }: OperationInputs['setQuantity'],
): Promise<Cart> {
  return dataSource.transaction(async (manager) => {
    await lockOpenCart(manager, cartId);
    if (quantity === 0) {
      await manager.query('DELETE FROM cart_items WHERE cart_id = $1 AND product_id = $2', [
        cartId,
        productId,
      ]);
    } else {
      await manager.query('UPDATE cart_items SET quantity = $3 WHERE cart_id = $1 AND product_id = $2', [
        cartId,
        productId,
        quantity,
      ]);
    }
    return requireCart(manager, cartId);
  });
}

/**
 * Keeps what has been entered at the checkout; a step that is not given stays as it was.
 *
 * @throws ShopError `bad_input` for a delivery that would be refused, `cart_not_found`
 */
export async function saveCheckout(
  dataSource: DataSource,
  { cartId, delivery, payment }: OperationInputs['saveCheckout'],
): Promise<Cart> {
  const checked = delivery && checkDelivery(delivery);
  if (checked && !checked.ok) throw new ShopError('bad_input', Object.values(checked.errors).join(' '));
  const entered = { ...(checked && { delivery: checked.delivery }), ...(payment && { payment }) };

  return dataSource.transaction(async (manager) => {
    await lockOpenCart(manager, cartId);
    await manager.query('UPDATE carts SET checkout = checkout || $2::jsonb WHERE id = $1', [
      cartId,
      JSON.stringify(entered),
    ]);
    return requireCart(manager, cartId);
  });
}

/**
 * Locks an open cart until the end of the transaction, so that nothing joins it while it becomes an order.
 *
 * @returns its id, or null when it is unknown or already ordered
 */
async function lockOpenCart(manager: EntityManager, cartId: string): Promise<string | null> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    'UPDATE carts SET updated_at = now() WHERE id = $1 AND ordered_at IS NULL RETURNING id',
    [cartId],
  );
  return rows[0]?.id ?? null;
}

async function newCart(manager: EntityManager, customerId: string | null): Promise<string> {
  // An account may be older than this database; it gets its cart back from its next sign-in on.
  const known = customerId !== null && (await manager.existsBy(CustomerEntity, { id: customerId }));
  const { id } = await manager.save(manager.create(CartEntity, { customerId: known ? customerId : null }));
  return id;
}
