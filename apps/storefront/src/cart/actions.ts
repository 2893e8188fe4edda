'use server';

import { refresh } from 'next/cache';
import { formOf, text } from '../forms/form-text';
import { readIdentity } from '../identity/identity';
import { isShopError, shop, type Cart } from '../shop';
import { keepCart, readCartKey } from './cart-cookie';
import { quantityIn } from './quantity-in';
import { continueTo } from '../language/sent-language';

/** Result of a cart action: the cart after it, or a sentence with the reason for a refusal. */
export interface CartAnswer {
  readonly problem?: string;
  readonly cart?: Cart;
}

/** Adds pieces of a product to this browser's cart, which is created if there is none. */
export async function addToCart(productId: string, quantity: number): Promise<CartAnswer> {
  return answering(async () => {
    const [cartKey, { userId: customerId }] = await Promise.all([readCartKey(), readIdentity()]);
    const added = await (await shop()).addToCart({ cartKey, customerId, productId, quantity });
    await keepCart(added.cartKey, added.cart);
    return added.cart;
  });
}

/**
 * The same from a form without JavaScript, which then shows the cart; of a product that cannot be
 * added, its page, which says why.
 */
export async function addToCartByForm(sent: FormData): Promise<void> {
  const form = formOf(sent);
  const { cart } = await addToCart(text(form, 'productId'), quantityIn(form));
  return continueTo(cart ? '/cart' : `/product/${encodeURIComponent(text(form, 'slug'))}`);
}

/** Sets the quantity of a product in this browser's cart; 0 removes it. */
export async function setQuantity(productId: string, quantity: number): Promise<CartAnswer> {
  return answering(async () => {
    const cartKey = await readCartKey();
    if (!cartKey) return undefined;
    const cart = await (await shop()).setQuantity({ cartKey, productId, quantity });
    await keepCart(cartKey, cart);
    return cart;
  });
}

async function answering(change: () => Promise<Cart | undefined>): Promise<CartAnswer> {
  try {
    const cart = await change();
    return cart ? { cart } : {};
  } catch (error) {
    if (!isShopError(error)) throw error;
    // The page shows another cart than the shop has.
    refresh();
    return { problem: error.message };
  }
}
