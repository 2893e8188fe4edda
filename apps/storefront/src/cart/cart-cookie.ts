import { cookies } from 'next/headers';
import { cache } from 'react';
import { COOKIES, LIFETIME, cookieOptions } from '../cookies/shop-cookies';
import { shop, type Cart, type OperationInputs, type ShopGateway } from '../shop';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ORDERS_KEPT = 5;

/** The id of this browser's cart, or null. A cookie that is no cart id counts as none. */
export async function readCartId(): Promise<string | null> {
  const id = (await cookies()).get(COOKIES.cart)?.value;
  return id && UUID.test(id) ? id : null;
}

/** This browser's open cart, or null; one question per request, however many components ask. */
export const readCart = cache(async (): Promise<Cart | null> => {
  const cartId = await readCartId();
  return cartId ? (await shop()).getCart({ cartId }) : null;
});

/** Makes a cart this browser's own, for another ninety days. Only an action may do so. */
export async function keepCart(cartId: string): Promise<void> {
  (await cookies()).set(COOKIES.cart, cartId, await cookieOptions(LIFETIME.cart));
}

/** Parts this browser from its cart. */
export async function leaveCart(): Promise<void> {
  (await cookies()).delete(COOKIES.cart);
}

/** Gives a customer who has just signed in their cart, and this browser with it. */
export async function takeUpCart(
  gateway: ShopGateway,
  customer: OperationInputs['welcomeCustomer']['customer'],
): Promise<void> {
  const { cartId } = await gateway.welcomeCustomer({ customer, cartId: await readCartId() });
  if (cartId) await keepCart(cartId);
}

/** Puts a cart that has become an order behind: its order page opens here, and a new cart may begin. */
export async function closeCart(cartId: string): Promise<void> {
  const jar = await cookies();
  const ordered = [cartId, ...(await readOrderedCartIds())];
  const kept = [...new Set(ordered)].slice(0, ORDERS_KEPT);
  jar.set(COOKIES.ordered, kept.join('.'), await cookieOptions(LIFETIME.ordered));
  jar.delete(COOKIES.cart);
}

/** Ids of the carts that this browser has ordered, newest first. */
export async function readOrderedCartIds(): Promise<string[]> {
  const value = (await cookies()).get(COOKIES.ordered)?.value ?? '';
  return value.split('.').filter((id) => UUID.test(id));
}
