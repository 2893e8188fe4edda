import type { Order, Product } from '@clickstream/event-schema';
import type * as Shop from './shop-contract';

const CURRENCY = 'VND';

/** A product in the form of the event contract. */
export function toTrackedProduct(product: Shop.Product, more: Partial<Product> = {}): Product {
  const { id, slug, name, category, brand, price, discountPrice, variant } = product;
  return {
    id,
    name,
    category,
    brand,
    price,
    discountPrice,
    urlPath: `/product/${slug}`,
    ...(variant !== undefined && { variant }),
    ...more,
  };
}

/**
 * An order in the form of the event contract, at the prices of the moment when it was placed. The
 * browser and the shop both tell an order: by this one function, so that their events have the same
 * content and count as copies of one event.
 */
export function toTrackedOrder(order: Shop.Order): Order {
  const { orderId, total, tax, shipping, discount, coupon, items } = order;
  return {
    orderId,
    revenue: total,
    tax,
    shipping,
    currency: CURRENCY,
    ...(coupon !== null && { coupon, discount }),
    items: items.map(({ product, quantity, unitPrice }) =>
      toTrackedProduct(product, {
        quantity,
        price: Math.max(product.price, unitPrice),
        discountPrice: unitPrice < product.price ? unitPrice : null,
      }),
    ),
  };
}
