import type { EntityManager } from 'typeorm';
import type { CheckoutDetails } from '../../checkout/checkout-details';
import { deliveryDays } from '../../checkout/delivery-days';
import { orderTotals } from '../../checkout/pricing';
import type { OperationInputs } from '../../contract/operation-inputs';
import type { Cart } from '../../contract/shop-contract';
import { ShopError } from '../../contract/shop-error';
import { CartEntity, CartItemEntity, CartKeyEntity, OrderChangeEntity, OrderEntity } from '../../entities';
import { keyHash, newCartKey } from '../cart-keys';
import { writeOrder } from './place-order';
import { readCart } from '../read-cart';

/** An order that was placed before this shop wrote orders, such as that of a simulated shopper. */
export interface PastOrder {
  readonly orderId: string;
  /** The id of its cart in events, a UUID. */
  readonly cartAnalyticsId: string;
  readonly placedAt: Date;
  readonly items: readonly {
    readonly productId: string;
    readonly quantity: number;
    /** The price of one piece then; without it, today's. */
    readonly unitPrice?: number;
  }[];
  readonly details: CheckoutDetails;
  /** The sum that was paid; the prices must give the same. */
  readonly total: number;
  readonly origin?: OperationInputs['placeOrder']['origin'];
}

/**
 * Places an order at a time of the past, under the id that it had, stored as any other. It takes no
 * stock: what it bought had left the shelf before today's pieces were counted. After three days it
 * is delivered. The same order again changes nothing. In the caller's transaction, so that the
 * books of a day are not closed between the orders of one import.
 *
 * @throws ShopError `total_changed` when the prices give another sum
 */
export async function placePastOrder(
  manager: EntityManager,
  past: PastOrder,
  now = new Date(),
): Promise<void> {
  const { orderId, cartAnalyticsId: analyticsId, placedAt, details, origin } = past;
  if (await manager.existsBy(OrderEntity, { id: orderId })) return;
  const cartKey = newCartKey();
  const checkout = { ...details };
  const { identifiers } = await manager.insert(CartEntity, { analyticsId, checkout, updatedAt: placedAt });
  const cartId = String(identifiers[0]?.['id']);
  await manager.insert(CartKeyEntity, { hash: keyHash(cartKey), cartId });
  await manager.insert(
    CartItemEntity,
    past.items.map(({ productId, quantity }) => ({ cartId, productId, quantity, addedAt: placedAt })),
  );
  const cart = atPricesOf(past, await readCart(manager, cartId));
  const totals = orderTotals(cart.items, details.delivery.method);
  if (totals.total !== past.total) {
    throw new ShopError(
      'total_changed',
      `Order ${orderId} came to ${past.total}, by its prices to ${totals.total}.`,
    );
  }
  const order = { orderId, placedAt, cart, cartId, cartKey, customerId: null, details, totals, origin };
  await writeOrder(manager, order);
  await manager.update(CartEntity, { id: cartId }, { orderedAt: placedAt });
  await deliverIfOld(manager, past, now);
}

/** Prices may have been changed at the desk since. */
function atPricesOf({ items }: PastOrder, cart: Cart): Cart {
  const then = new Map(items.map(({ productId, unitPrice }) => [productId, unitPrice]));
  return {
    ...cart,
    items: cart.items.map((item) => ({ ...item, unitPrice: then.get(item.product.id) ?? item.unitPrice })),
  };
}

async function deliverIfOld(
  manager: EntityManager,
  { orderId, placedAt, details }: PastOrder,
  now: Date,
): Promise<void> {
  const changedAt = deliveryDays(placedAt, details.delivery.method).to;
  if (changedAt > now) return;
  await manager.update(OrderEntity, { id: orderId }, { status: 'delivered' });
  const change = { orderId, changedAt, actor: 'shop', from: 'placed', to: 'delivered' } as const;
  await manager.insert(OrderChangeEntity, change);
}
