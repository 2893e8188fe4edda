import { createHash, createHmac, randomBytes } from 'node:crypto';

/** 32 random bytes: what a browser holds to open its cart. The database knows only its hash. */
export function newCartKey(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The hash under which a cart or an order is found by its key: who reads the
 * database opens nothing with it.
 */
export function keyHash(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/**
 * The key that opens an order, for the browser that placed it. It follows from the cart's key,
 * so that an order that is asked for twice gives the same one; neither the cart's id nor the
 * order's number leads to it.
 */
export function orderKeyFor(cartKey: string, orderId: string): string {
  return createHmac('sha256', cartKey).update(orderId).digest('base64url');
}
