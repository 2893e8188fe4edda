import type { Cart, Product } from '../shop/gateway';
import { inLastList, withLastLists } from './choices/last-list';
import { track } from './storefront-tracker';
import { toTrackedCart, toTrackedProduct } from './tracked-product';

/** Tracks a change in the quantity of a product: more pieces were added, fewer were removed. */
export function trackCartChange(product: Product, before: Cart | null, after: Cart): void {
  const pieces = piecesOf(product, after) - piecesOf(product, before);
  const payload = {
    product: inLastList(toTrackedProduct(product, { quantity: Math.abs(pieces) })),
    cart: withLastLists(toTrackedCart(after)),
  };
  if (pieces > 0) track('add_to_cart_click', payload);
  if (pieces < 0) track('remove_from_cart_click', payload);
}

function piecesOf({ id }: Product, cart: Cart | null): number {
  return cart?.items.find(({ product }) => product.id === id)?.quantity ?? 0;
}
