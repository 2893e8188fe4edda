import type { DataSource } from 'typeorm';
import { checkDelivery } from '../checkout/checkout-details';
import type { OperationInputs } from '../contract/operation-inputs';
import { MAX_QUANTITY } from '../checkout/pricing';
import type { AddedToCart, Cart } from '../contract/shop-contract';
import { ShopError } from '../contract/shop-error';
import { lockOpenCart, newCart, requireOpenCart } from './open-cart';
import { selectProducts, toProduct } from './product-view';
import { readCart } from './read-cart';
import { allInCart, requirePieces, soldOut } from './orders/stock';

/**
 * Adds pieces of a product, up to the maximum of a cart and to what is in stock. A key that opens
 * no cart, or one that is already ordered, is replaced by the key of a new cart.
 *
 * @throws ShopError `product_not_found`, `stock_short` when nothing can be added
 */
export async function addToCart(
  dataSource: DataSource,
  { cartKey, customerId, productId, quantity }: OperationInputs['addToCart'],
): Promise<AddedToCart> {
  return dataSource.transaction(async (manager) => {
    const product = await selectProducts({ manager })
      .where('product.id = :productId', { productId })
      .getOne();
    if (!product) throw new ShopError('product_not_found', 'This product is no longer sold.');
    const { name, available } = toProduct(product);
    if (available === 0) throw soldOut(name);
    const open = (cartKey && (await lockOpenCart(manager, cartKey))) || (await newCart(manager, customerId));
    const added = await manager.query<object[]>(
      `INSERT INTO cart_items AS item (cart_id, product_id, quantity) VALUES ($1, $2, least($3::integer, $4::integer))
       ON CONFLICT (cart_id, product_id) DO UPDATE SET quantity = least(item.quantity + $3, $4)
       WHERE item.quantity < $4 RETURNING 1`,
      [open.id, productId, quantity, available],
    );
    if (added.length === 0 && available < MAX_QUANTITY) throw allInCart(name, available);
    return { cartKey: open.cartKey, cart: await readCart(manager, open.id) };
  });
}

/**
 * Sets the quantity of a product in the cart; 0 removes it. A product that is not in the cart is
 * not added.
 *
 * @throws ShopError `cart_not_found`, `stock_short` for more pieces than there are
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
      await requirePieces(manager, productId, quantity);
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
