import type { Cart, Order, Product } from '@clickstream/event-schema';
import type * as Shop from '../shop/gateway';

const CURRENCY = 'VND';

/** A product in the form of the event contract. */
export function toTrackedProduct(product: Shop.Product, more: Partial<Product> = {}): Product {
  const { id, slug, name, category, brand, price, discountPrice } = product;
  return { id, name, category, brand, price, discountPrice, urlPath: `/product/${slug}`, ...more };
}

/**
 * The products of a list, each with its position.
 *
 * @param before number of products on earlier pages of the list
 */
export function toTrackedList(name: string, products: readonly Shop.Product[], before = 0) {
  const items = products.map((product, index) =>
    toTrackedProduct(product, { listName: name, position: before + index + 1 }),
  );
  return { list: { name, items } };
}

/** A cart in the form of the event contract, under an id that does not open it. */
export function toTrackedCart({ analyticsId, subtotal, items }: Shop.Cart): Cart {
  return {
    cartId: analyticsId,
    value: subtotal,
    currency: CURRENCY,
    items: items.map(({ product, quantity }) => toTrackedProduct(product, { quantity })),
  };
}

/** An order in the form of the event contract, at the prices of the moment when it was placed. */
export function toTrackedOrder({ orderId, total, tax, shipping, items }: Shop.Order): Order {
  return {
    orderId,
    revenue: total,
    tax,
    shipping,
    currency: CURRENCY,
    items: items.map(({ product, quantity, unitPrice }) =>
      toTrackedProduct(product, {
        quantity,
        price: Math.max(product.price, unitPrice),
        discountPrice: unitPrice < product.price ? unitPrice : null,
      }),
    ),
  };
}
