import type { DataSource } from 'typeorm';
import { checkDelivery } from '../checkout/checkout-details';
import { ProductEntity } from '../entities';
import type { OperationInputs } from '../contract/operation-inputs';
import { MAX_QUANTITY } from '../checkout/pricing';
import type { AddedToCart, Cart } from '../contract/shop-contract';
import { ShopError } from '../contract/shop-error';
import { lockOpenCart, newCart, requireOpenCart } from './open-cart';
import { readCart } from './read-cart';

/**
 * Adds pieces of a product, up to the maximum of a cart. A key that opens no cart, or one that is
 * already ordered, is replaced by the key of a new cart.
 *
 * @throws ShopError `product_not_found`
 */
export async function addToCart(
  dataSource: DataSource,
  { cartKey, customerId, productId, quantity }: OperationInputs['addToCart'],
): Promise<AddedToCart> {
  return dataSource.transaction(async (manager) => {
    if (!(await manager.existsBy(ProductEntity, { id: productId }))) {
      throw new ShopError('product_not_found', 'This product is no longer sold.');
    }
    const open = (cartKey && (await lockOpenCart(manager, cartKey))) || (await newCart(manager, customerId));
    await manager.query(
      `INSERT INTO cart_items (cart_id, product_id, quantity) VALUES ($1, $2, $3)
       ON CONFLICT (cart_id, product_id)
       DO UPDATE SET quantity = LEAST(cart_items.quantity + excluded.quantity, $4)`,
      [open.id, productId, quantity, MAX_QUANTITY],
    );
    return { cartKey: open.cartKey, cart: await readCart(manager, open.id) };
  });
}

/**
 * Sets the quantity of a product in the cart; 0 removes it. A product that is not in the cart is
 * not added.
 *
 * @throws ShopError `cart_not_found`
 */
export async function setQuantity(
  dataSource: DataSource,
  { cartKey, productId, quantity }: OperationInputs['setQuantity'],
): Promise<Cart> {
  return dataSource.transaction(async (manager) => {
    const { id } = await requireOpenCart(manager, cartKey);
    if (quantity === 0) {
      await manager.query('DELETE FROM cart_items WHERE cart_id = $1 AND product_id = $2', [id, productId]);
    } else {
      await manager.query('UPDATE cart_items SET quantity = $3 WHERE cart_id = $1 AND product_id = $2', [
        id,
        productId,
        quantity,
      ]);
    }
    return readCart(manager, id);
  });
}

/**
 * Stores the data entered at the checkout; a step that is not given stays as it was.
 *
 * @throws ShopError `bad_input` for a delivery that would be refused, `cart_not_found`
 */
export async function saveCheckout(
  dataSource: DataSource,
  { cartKey, delivery, payment }: OperationInputs['saveCheckout'],
): Promise<Cart> {
  const checked = delivery && checkDelivery(delivery);
  if (checked && !checked.ok) throw new ShopError('bad_input', Object.values(checked.errors).join(' '));
  const entered = { ...(checked && { delivery: checked.delivery }), ...(payment && { payment }) };

  return dataSource.transaction(async (manager) => {
    const { id } = await requireOpenCart(manager, cartKey);
    await manager.query('UPDATE carts SET checkout = checkout || $2::jsonb WHERE id = $1', [
      id,
      JSON.stringify(entered),
    ]);
    return readCart(manager, id);
  });
}
