'use client';

import { useEffect } from 'react';
import type { Cart } from '../shop/gateway';
import { withLastLists } from './choices/last-list';
import { onlyOnce } from './only-once';
import { track, sessionId, afterPageView } from './storefront-tracker';
import { toTrackedCart } from './tracked-product';

/** Tracks the progress of a cart's checkout. Renders nothing. */
export function TrackCheckout({ cart }: { cart: Cart }) {
  useEffect(() => afterPageView(() => trackCheckout(cart)));
  return null;
}

/**
 * Tracks the start of the checkout, once per session, and each completed step, once for each choice
 * made in it.
 */
function trackCheckout({ checkout, ...shown }: Cart): void {
  const { analyticsId } = shown;
  const cart = withLastLists(toTrackedCart({ checkout, ...shown }));
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
