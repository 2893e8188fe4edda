import type { Cart } from '@clickstream/event-schema';
import { toTrackedOrder, toTrackedProduct, type Cart as ShopCart, type Product } from '../shop/gateway';

export { toTrackedOrder, toTrackedProduct };

const CURRENCY = 'VND';

/**
 * The products of a list, each with its position.
 *
 * @param before number of products on earlier pages of the list
 */
export function toTrackedList(name: string, products: readonly Product[], before = 0) {
  const items = products.map((product, index) =>
    toTrackedProduct(product, { listName: name, position: before + index + 1 }),
  );
  return { list: { name, items } };
}

/** A cart in the form of the event contract, under an id that does not open it. */
export function toTrackedCart({ analyticsId, subtotal, items }: ShopCart): Cart {
  return {
    cartId: analyticsId,
    value: subtotal,
    currency: CURRENCY,
    items: items.map(({ product, quantity }) => toTrackedProduct(product, { quantity })),
  };
}
