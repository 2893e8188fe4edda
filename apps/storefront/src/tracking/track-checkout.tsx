'use client';

import { useEffect } from 'react';
import type { Cart } from '../shop/gateway';
import { onlyOnce } from './only-once';
import { track, sessionId, whenPageIsSeen } from './storefront-tracker';
import { toTrackedCart } from './tracked-product';

/** Tracks how far the checkout of a cart has come. Shows nothing itself. */
export function TrackCheckout({ cart }: { cart: Cart }) {
  useEffect(() => whenPageIsSeen(() => trackCheckout(cart)));
  return null;
}

/**
 * That the checkout was begun, once in each visit; and each completed step, once
 * for each choice made in it.
 */
function trackCheckout({ checkout, ...shown }: Cart): void {
  const { analyticsId } = shown;
  const cart = toTrackedCart({ checkout, ...shown });
  const trackStep = (step: number, name: string, option: string | undefined) => {
    if (option === undefined) return;
    onlyOnce(`checkout-step:${analyticsId}:${step}:${option}`, () =>
      track('checkout_step', { checkout: { step, name, option }, cart }),
    );
  };
  onlyOnce(`checkout:${analyticsId}:${sessionId()}`, () => track('checkout_start', { cart }));
  trackStep(1, 'delivery', checkout.delivery?.method);
  trackStep(2, 'payment', checkout.payment);
}
