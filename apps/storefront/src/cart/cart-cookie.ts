import { cookies } from 'next/headers';
import { cache } from 'react';
import { COOKIES, LIFETIME, cookieOptions } from '../cookies/shop-cookies';
import { shop, type Cart, type OperationInputs, type ShopGateway } from '../shop';

const KEY = /^[\w-]{43}$/;
const ORDERS_KEPT = 5;

/** The key of this browser's cart, or null. A cookie that is not a key counts as none. */
export async function readCartKey(): Promise<string | null> {
  const key = (await cookies()).get(COOKIES.cart)?.value;
  return key && KEY.test(key) ? key : null;
}

/** This browser's open cart, or null; one question per request, however many components ask. */
export const readCart = cache(async (): Promise<Cart | null> => {
  const cartKey = await readCartKey();
  return cartKey ? (await shop()).getCart({ cartKey }) : null;
});

/** Makes a cart this browser's own, for another ninety days. Only an action may do so. */
export async function keepCart(cartKey: string): Promise<void> {
  (await cookies()).set(COOKIES.cart, cartKey, await cookieOptions(LIFETIME.cart));
}

/** Parts this browser from its cart. */
export async function leaveCart(): Promise<void> {
  (await cookies()).delete(COOKIES.cart);
}

/** Gives a customer who has just signed in their cart, and this browser with it. A cart of somebody else stays behind. */
export async function takeUpCart(
  gateway: ShopGateway,
  customer: OperationInputs['welcomeCustomer']['customer'],
): Promise<void> {
  const { cartKey } = await gateway.welcomeCustomer({ customer, cartKey: await readCartKey() });
  await (cartKey ? keepCart(cartKey) : leaveCart());
}

/** Puts a cart that has become an order behind: its order page opens here, and a new cart may begin. */
export async function closeCart(orderKey: string): Promise<void> {
  const jar = await cookies();
  const ordered = [orderKey, ...(await readOrderKeys())];
  const kept = [...new Set(ordered)].slice(0, ORDERS_KEPT);
  jar.set(COOKIES.ordered, kept.join('.'), await cookieOptions(LIFETIME.ordered));
  jar.delete(COOKIES.cart);
}

/** Keys of the orders that this browser has placed, newest first. */
export async function readOrderKeys(): Promise<string[]> {
  const value = (await cookies()).get(COOKIES.ordered)?.value ?? '';
  return value
    .split('.')
    .filter((key) => KEY.test(key))
    .slice(0, ORDERS_KEPT);
}
