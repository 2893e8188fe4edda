export const SHOP_ERROR_CODES = [
  'bad_input',
  'cart_not_found',
  'cart_empty',
  'product_not_found',
  'checkout_incomplete',
  'total_changed',
  'stock_short',
  'order_not_found',
  'status_refused',
  'refund_too_large',
  'payment_not_found',
  'coupon_refused',
  'review_refused',
  'code_refused',
  'too_many_codes',
] as const;
export type ShopErrorCode = (typeof SHOP_ERROR_CODES)[number];

/** A refusal of the shop, for a reason the shopper can act on. The message is for people. */
export class ShopError extends Error {
  override readonly name = 'ShopError';

  constructor(
    readonly code: ShopErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/**
 * True for a refusal of the shop. It compares the name, since a bundle may contain the class more
 * than once.
 */
export function isShopError(error: unknown): error is ShopError {
  return error instanceof Error && error.name === 'ShopError';
}
