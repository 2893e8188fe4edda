import type { Cart, Order, Product } from '@clickstream/event-schema';
import { MAX_QUANTITY, orderTotals, unitPrice, type DeliveryMethod } from '@clickstream/shop-models/contract';
import type { CatalogueProduct } from '@clickstream/shop-models/catalogue';
import { trackedProduct } from '../shop/assortment';
import type { CartLine } from '../shoppers/shopper';
import type { Lists } from './lists';
import type { Visit } from './visit';

const CURRENCY = 'VND';

/** Adds one or more pieces of the product on the page to the cart. */
export function addToCart(visit: Visit, product: CatalogueProduct, quantity: number): void {
  const { cart } = visit.shopper;
  const before = cart.lines.find((line) => line.product === product)?.quantity ?? 0;
  const line = { product, quantity: Math.min(before + quantity, MAX_QUANTITY) };
  cart.lines = [...cart.lines.filter((other) => other.product !== product), line];
  visit.record('add_to_cart_click', {
    product: trackedProduct(product, { quantity, ...visit.lists.placeOf(product.id) }),
    cart: trackedCart(visit),
  });
}

/** Removes a line from the cart. */
export function removeFromCart(visit: Visit, removed: CartLine): void {
  const { cart } = visit.shopper;
  cart.lines = cart.lines.filter((line) => line !== removed);
  visit.record('remove_from_cart_click', {
    product: trackedProduct(removed.product, {
      quantity: removed.quantity,
      ...visit.lists.placeOf(removed.product.id),
    }),
    cart: trackedCart(visit),
  });
}

/** The shopper's cart as reported in events. */
export function trackedCart({ shopper: { cart }, lists }: Visit): Cart {
  return {
    cartId: cart.id,
    value: totalsOf(cart.lines, 'standard').subtotal,
    currency: CURRENCY,
    items: trackedItems(cart.lines, lists),
  };
}

/** The shopper's cart as an order. */
export function trackedOrder(
  { shopper: { cart }, lists }: Visit,
  orderId: string,
  delivery: DeliveryMethod,
): Order {
  const { total, tax, shipping } = totalsOf(cart.lines, delivery);
  return {
    orderId,
    revenue: total,
    tax,
    shipping,
    currency: CURRENCY,
    coupon: null,
    items: trackedItems(cart.lines, lists),
  };
}

function trackedItems(lines: readonly CartLine[], lists: Lists): Product[] {
  return lines.map(({ product, quantity }) =>
    trackedProduct(product, { quantity, ...lists.placeOf(product.id) }),
  );
}

function totalsOf(lines: readonly CartLine[], delivery: DeliveryMethod) {
  const priced = lines.map(({ product, quantity }) => ({ unitPrice: unitPrice(product), quantity }));
  return orderTotals(priced, delivery);
}
