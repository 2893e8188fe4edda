import { cookies } from 'next/headers';
import { cache } from 'react';
import { COOKIES, LIFETIME, dropCookies, keepCookie } from '../cookies/shop-cookies';
import { shop, type Cart, type OperationInputs, type ShopGateway } from '../shop';

const KEY = /^[\w-]{43}$/;
const ORDERS_KEPT = 5;

/** The key of this browser's cart, or null. An invalid cookie counts as none. */
export async function readCartKey(): Promise<string | null> {
  const key = (await cookies()).get(COOKIES.cart)?.value;
  return key && KEY.test(key) ? key : null;
}

/** This browser's open cart, or null; one query per request, however many components need it. */
export const readCart = cache(async (): Promise<Cart | null> => {
  const cartKey = await readCartKey();
  return cartKey ? (await shop()).getCart({ cartKey }) : null;
});

/** Stores a cart in this browser for another ninety days. Only an action may set the cookies. */
export async function keepCart(cartKey: string, cart: Cart | null): Promise<void> {
  await keepCookie(COOKIES.cart, cartKey, LIFETIME.cart);
  await keepCookie(COOKIES.pieces, String(cart?.quantity ?? 0), LIFETIME.cart);
}

/** Detaches this browser from its cart. */
export async function detachCart(): Promise<void> {
  await dropCookies(COOKIES.cart, COOKIES.pieces);
}

/**
 * Attaches a customer who has just signed in, and this browser, to their cart. Another
 * customer's cart is left alone.
 */
export async function attachCart(
  gateway: ShopGateway,
  customer: OperationInputs['welcomeCustomer']['customer'],
): Promise<void> {
  const { cartKey } = await gateway.welcomeCustomer({ customer, cartKey: await readCartKey() });
  await (cartKey ? keepCart(cartKey, await gateway.getCart({ cartKey })) : detachCart());
}

/**
 * Closes a cart that has become an order: this browser may open the order, and begins a new cart.
 */
export async function closeCart(orderKey: string): Promise<void> {
  const ordered = [orderKey, ...(await readOrderKeys())];
  const kept = [...new Set(ordered)].slice(0, ORDERS_KEPT);
  await keepCookie(COOKIES.ordered, kept.join('.'), LIFETIME.ordered);
  await detachCart();
}

/** Keys of the orders placed in this browser, newest first. */
export async function readOrderKeys(): Promise<string[]> {
  const value = (await cookies()).get(COOKIES.ordered)?.value ?? '';
  return value
    .split('.')
    .filter((key) => KEY.test(key))
    .slice(0, ORDERS_KEPT);
}
