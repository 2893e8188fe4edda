'use server';

import { refresh } from 'next/cache';
import { readIdentity } from '../account/identity';
import { isShopError, shop, type Cart } from '../shop';
import { keepCart, readCartId } from './cart-cookie';

/** What an action on the cart answers: a sentence when it was refused, else the cart after it. */
export interface CartAnswer {
  problem?: string;
  cart?: Cart;
}

/** Adds one piece of a product to this browser's cart, which is made when there is none. */
export async function addToCart(productId: string): Promise<CartAnswer> {
  return answering(async () => {
    const [cartId, { userId: customerId }] = await Promise.all([readCartId(), readIdentity()]);
    const cart = await (await shop()).addToCart({ cartId, customerId, productId, quantity: 1 });
    await keepCart(cart.cartId);
    return cart;
  });
}

/** Sets how many pieces of a product are in this browser's cart; 0 takes it out. */
export async function setQuantity(productId: string, quantity: number): Promise<CartAnswer> {
  return answering(async () => {
    const cartId = await readCartId();
    return cartId ? (await shop()).setQuantity({ cartId, productId, quantity }) : undefined;
  });
}

async function answering(change: () => Promise<Cart | undefined>): Promise<CartAnswer> {
  try {
    const cart = await change();
    return cart ? { cart } : {};
  } catch (error) {
    if (isShopError(error)) return { problem: error.message };
    throw error;
  } finally {
    refresh();
  }
}
