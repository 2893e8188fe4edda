import { type Cart, type CartItem, type Product, MAX_QUANTITY, unitPrice } from '../shop/gateway';

/** A change as the shopper made it, before the shop has answered. */
export type CartChange =
  | { readonly kind: 'add'; readonly product: Product; readonly quantity: number }
  | { readonly kind: 'set'; readonly productId: string; readonly quantity: number };

/** The expected cart after a change, until the shop's answer replaces it. */
export function withChange(cart: Cart | null | undefined, change: CartChange): Cart | null {
  if (change.kind === 'add') return withItems(cart ?? null, added(cart?.items ?? [], change));
  if (!cart) return null;
  const items = cart.items
    .map((item) => (item.product.id === change.productId ? { ...item, quantity: change.quantity } : item))
    .filter((item) => item.quantity > 0);
  return withItems(cart, items);
}

function added(
  items: readonly CartItem[],
  { product, quantity }: Extract<CartChange, { readonly kind: 'add' }>,
): CartItem[] {
  const inCart = items.some((item) => item.product.id === product.id);
  if (!inCart) return [...items, { product, quantity, unitPrice: unitPrice(product) }];
  return items.map((item) =>
    item.product.id === product.id
      ? { ...item, quantity: Math.min(item.quantity + quantity, MAX_QUANTITY) }
      : item,
  );
}

function withItems(cart: Cart | null, items: CartItem[]): Cart {
  return {
    analyticsId: cart?.analyticsId ?? '',
    checkout: cart?.checkout ?? {},
    // The shop works out its discount again.
    coupon: cart?.coupon ?? null,
    items,
    quantity: items.reduce((sum, item) => sum + item.quantity, 0),
    subtotal: items.reduce((sum, item) => sum + item.quantity * item.unitPrice, 0),
  };
}
