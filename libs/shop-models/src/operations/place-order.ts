import { randomInt } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { CheckoutDetails } from '../checkout-details';
import { CartEntity, OrderEntity, OrderItemEntity } from '../entities';
import type { OperationInputs } from '../operation-inputs';
import { orderTotals } from '../pricing';
import type { Cart, Order } from '../shop-contract';
import { ShopError } from '../shop-error';
import { readOrderOfCart } from './get-order';
import { requireCart } from './read-cart';

/** Letters and digits that cannot be taken for one another. */
const READABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Turns a cart into an order, in one transaction and once: the same cart asked again, even at the same moment,
 * gives the same order. Prices come from the database, never from the caller.
 *
 * @throws ShopError `cart_not_found`, `cart_empty`, `checkout_incomplete`, or `total_changed` when the sum is no
 *   longer the one that the shopper agreed to
 */
export async function placeOrder(
  dataSource: DataSource,
  { cartId, customerId, expectedTotal }: OperationInputs['placeOrder'],
): Promise<Order> {
  return dataSource.transaction(async (manager) => {
    // The second of two callers waits here, and then finds the first one's order.
    await manager.query('SELECT 1 FROM carts WHERE id = $1 FOR UPDATE', [cartId]);
    const placed = await readOrderOfCart(manager, cartId);
    if (placed) return placed;

    const cart = await requireCart(manager, cartId);
    const details = completeCheckout(cart);
    const totals = orderTotals(cart.items, details.delivery.method);
    if (totals.total !== expectedTotal) {
      throw new ShopError('total_changed', 'A price in your cart has changed. Please look at the new total.');
    }

    await writeOrder(manager, { cart, customerId, details, totals });
    await manager.update(CartEntity, { id: cartId }, { orderedAt: new Date() });
    const order = await readOrderOfCart(manager, cartId);
    if (!order) throw new Error(`The order of cart ${cartId} is not there after it was written.`);
    return order;
  });
}

function completeCheckout(cart: Cart): CheckoutDetails {
  if (cart.items.length === 0) throw new ShopError('cart_empty', 'Your cart is empty.');
  const { delivery, payment } = cart.checkout;
  if (!delivery || !payment) {
    throw new ShopError('checkout_incomplete', 'Tell us where to deliver and how you will pay first.');
  }
  return { delivery, payment };
}

interface NewOrder {
  cart: Cart;
  customerId: string | null;
  details: CheckoutDetails;
  totals: { subtotal: number; shipping: number; tax: number; total: number };
}

async function writeOrder(manager: EntityManager, { cart, customerId, details, totals }: NewOrder) {
  const orderId = newOrderId();
  await manager.insert(OrderEntity, { id: orderId, cartId: cart.cartId, customerId, details, ...totals });
  await manager.insert(
    OrderItemEntity,
    cart.items.map((item, position) => ({
      orderId,
      productId: item.product.id,
      quantity: item.quantity,
      unitPrice: item.unitPrice,
      position,
    })),
  );
}

function newOrderId(): string {
  const code = Array.from({ length: 8 }, () => READABLE[randomInt(READABLE.length)]);
  return `SBW-${code.join('')}`;
}
