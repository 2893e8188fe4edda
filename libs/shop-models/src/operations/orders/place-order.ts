import { randomInt } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { CheckoutDetails } from '../../checkout/checkout-details';
import { keyHash, orderKeyFor } from '../cart-keys';
import { CartEntity, OrderChangeEntity, OrderEntity, OrderItemEntity } from '../../entities';
import type { OperationInputs } from '../../contract/operation-inputs';
import { tellOrder } from '../../outbox/order-events';
import { MINUTES_TO_PAY } from '../../checkout/order-status';
import { orderTotals } from '../../checkout/pricing';
import type { Cart, PlacedOrder } from '../../contract/shop-contract';
import { ShopError } from '../../contract/shop-error';
import { readOrderOfCart } from './get-order';
import { useCoupon } from './coupon-uses';
import { mailConfirmation } from './write-mail';
import { cartNotFound } from '../open-cart';
import { readCart } from '../read-cart';
import { takeStock } from './stock';

/** Letters and digits that cannot be confused. */
const READABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Turns a cart into an order, in one transaction and once: the same request again, even at the same
 * moment, returns the same order. Prices come from the database, never from the caller. It
 * takes the pieces from the stock, or nothing.
 *
 * @throws ShopError `cart_not_found`, `cart_empty`, `checkout_incomplete`, `stock_short`, or
 *   `coupon_refused`, `total_changed` when the sum is no longer the one that the shopper agreed to
 */
export async function placeOrder(
  dataSource: DataSource,
  { cartKey, customerId, expectedTotal, origin, visitor }: OperationInputs['placeOrder'],
): Promise<PlacedOrder> {
  return dataSource.transaction(async (manager) => {
    const cartId = await lockCart(manager, cartKey);
    const placed = await readOrderOfCart(manager, cartId);
    if (placed) return withKey(placed, cartKey);

    const cart = await readCart(manager, cartId);
    const details = completeCheckout(cart);
    const totals = orderTotals(cart.items, details.delivery.method, cart.coupon?.discount);
    if (totals.total !== expectedTotal) throw totalChanged(cart);

    await takeStock(manager, cart.items);
    // Without a discount it is not used: the shopper has agreed to the total without it.
    const coupon = totals.discount > 0 ? (cart.coupon?.code ?? null) : null;
    await useCoupon(manager, coupon);
    await writeOrder(manager, {
      orderId: newOrderId(),
      cart,
      cartId,
      cartKey,
      customerId,
      details,
      totals,
      coupon,
      origin,
    });
    await manager.update(CartEntity, { id: cartId }, { orderedAt: new Date() });
    const order = await readOrderOfCart(manager, cartId);
    if (!order) throw new Error(`The order of cart ${cartId} is missing after it was written.`);
    await tellOrder(manager, order, { customerId, origin, visitor });
    if (order.isSold) await mailConfirmation(manager, order);
    return withKey(order, cartKey);
  });
}

function totalChanged({ coupon }: Cart): ShopError {
  return coupon?.problem
    ? new ShopError('coupon_refused', `${coupon.problem} Please look at the new total.`)
    : new ShopError('total_changed', 'A price in your cart has changed. Please look at the new total.');
}

/**
 * Locks the cart of a key, ordered or not: the second of two callers waits here, and then finds the
 * order of the first.
 */
async function lockCart(manager: EntityManager, cartKey: string): Promise<string> {
  const [cart] = await manager.query<{ id: string }[]>(
    `SELECT id FROM carts WHERE id = (SELECT cart_id FROM cart_keys WHERE hash = $1) FOR UPDATE`,
    [keyHash(cartKey)],
  );
  if (!cart) throw cartNotFound();
  return cart.id;
}

function withKey(order: PlacedOrder['order'], cartKey: string): PlacedOrder {
  return { order, orderKey: orderKeyFor(cartKey, order.orderId) };
}

function completeCheckout(cart: Cart): CheckoutDetails {
  if (cart.items.length === 0) throw new ShopError('cart_empty', 'Your cart is empty.');
  const { delivery, payment } = cart.checkout;
  if (!delivery || !payment) {
    throw new ShopError(
      'checkout_incomplete',
      'Please enter your delivery address and payment method first.',
    );
  }
  return { delivery, payment };
}

/** An order to be written. */
export interface NewOrder {
  readonly orderId: string;
  /** Absent: now. */
  readonly placedAt?: Date;
  readonly cart: Cart;
  readonly cartId: string;
  readonly cartKey: string;
  readonly customerId: string | null;
  readonly details: CheckoutDetails;
  readonly origin: OperationInputs['placeOrder']['origin'];
  /** Its code, if it takes anything off. */
  readonly coupon?: string | null;
  readonly totals: {
    readonly subtotal: number;
    readonly discount: number;
    readonly shipping: number;
    readonly tax: number;
    readonly total: number;
  };
}

/** Writes an order with its products, in the caller's transaction. */
export async function writeOrder(
  manager: EntityManager,
  { orderId, placedAt, cart, cartId, cartKey, customerId, details, totals, coupon, origin }: NewOrder,
): Promise<void> {
  const hash = keyHash(orderKeyFor(cartKey, orderId));
  const order = { id: orderId, cartId, keyHash: hash, customerId, details, coupon, ...totals };
  const status = isPaidNow(details) ? 'awaiting_payment' : 'placed';
  await manager.insert(OrderEntity, {
    ...order,
    ...origin,
    status,
    ...(placedAt && { placedAt, soldAt: placedAt }),
    ...(status === 'awaiting_payment' && { soldAt: null, payUntil: () => PAY_UNTIL }),
  });
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
  const changedAt = placedAt && { changedAt: placedAt };
  await manager.insert(OrderChangeEntity, { orderId, actor: 'customer', to: status, ...changedAt });
}

/** True for an order that counts only once it is paid. */
function isPaidNow({ payment }: CheckoutDetails): boolean {
  return payment === 'card_online';
}

const PAY_UNTIL = `now() + interval '${MINUTES_TO_PAY} minutes'`;

function newOrderId(): string {
  const code = Array.from({ length: 8 }, () => READABLE[randomInt(READABLE.length)]);
  return `SBW-${code.join('')}`;
}
