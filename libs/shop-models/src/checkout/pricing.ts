import type { DeliveryMethod } from './checkout-details';

/** Value added tax, in per cent. Prices in the shop include it. */
const TAX_PERCENT = 10;

/** From this subtotal on, standard delivery costs nothing. */
export const FREE_DELIVERY_FROM = 2_000_000;

/** The most pieces of one product in a cart. */
export const MAX_QUANTITY = 10;

/** As many pieces or fewer are shown by their number. */
export const LITTLE_LEFT = 5;

const DELIVERY_PRICE: Record<DeliveryMethod, number> = { standard: 30_000, express: 60_000 };

/** The price of one piece today, in VND. */
export function unitPrice(product: { price: number; discountPrice: number | null }): number {
  return product.discountPrice ?? product.price;
}

/** True when the stock has every piece of a line of a cart. */
export function isAvailable(item: { product: { available: number }; quantity: number }): boolean {
  return item.quantity <= item.product.available;
}

/** The sum over a cart or an order, in VND. */
export function subtotalOf(items: readonly { unitPrice: number; quantity: number }[]): number {
  return items.reduce((sum, item) => sum + item.unitPrice * item.quantity, 0);
}

/** The price of a delivery by subtotal, in VND. Express always costs the same. */
export function shippingFor(subtotal: number, method: DeliveryMethod): number {
  return method === 'standard' && subtotal >= FREE_DELIVERY_FROM ? 0 : DELIVERY_PRICE[method];
}

/** The value added tax inside an amount that includes it, rounded to whole VND. */
export function taxWithin(total: number): number {
  return Math.round((total * TAX_PERCENT) / (100 + TAX_PERCENT));
}

/** All the sums of an order. The delivery is free by the subtotal before a discount. */
export function orderTotals(
  items: readonly { unitPrice: number; quantity: number }[],
  method: DeliveryMethod,
  discount = 0,
): { subtotal: number; discount: number; shipping: number; tax: number; total: number } {
  const subtotal = subtotalOf(items);
  const shipping = shippingFor(subtotal, method);
  const total = subtotal - discount + shipping;
  return { subtotal, discount, shipping, tax: taxWithin(total), total };
}
