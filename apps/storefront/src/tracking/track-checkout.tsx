'use client';

import { useEffect } from 'react';
import type { Cart } from '../shop/gateway';
import { onlyOnce } from './only-once';
import { track, visitId } from './storefront-tracker';
import { toTrackedCart } from './tracked-product';

/**
 * Tracks how far the checkout of a cart has come: that it was begun, once in each visit, and each completed
 * step, once for each choice that was made in it.
 */
export function TrackCheckout({ cart }: { cart: Cart }) {
  const { cartId, checkout } = cart;
  useEffect(() => {
    const tracked = toTrackedCart(cart);
    const completed = (step: number, name: string, option: string | undefined) => {
      if (option === undefined) return;
      onlyOnce(`checkout-step:${cartId}:${step}:${option}`, () =>
        track('checkout_step', { checkout: { step, name, option }, cart: tracked }),
      );
    };
    onlyOnce(`checkout:${cartId}:${visitId()}`, () => track('checkout_start', { cart: tracked }));
    completed(1, 'delivery', checkout.delivery?.method);
    completed(2, 'payment', checkout.payment);
  });
  return null;
}
