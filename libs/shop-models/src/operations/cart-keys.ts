import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 32 random bytes that a browser holds to open its cart. The database knows only their hash. */
export function newCartKey(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The hash by which a cart or an order is found for its key: a reader of the database cannot open
 * one.
 */
export function keyHash(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/**
 * The key that opens an order, for the browser that placed it. It is derived from the cart's key,
 * so that an order that is requested twice has the same one. It cannot be derived from the cart's
 * id or the order's number.
 */
export function orderKeyFor(cartKey: string, orderId: string): string {
  return createHmac('sha256', cartKey).update(orderId).digest('base64url');
}
