'use client';

import { useEffect } from 'react';
import type { Order } from '../shop/gateway';
import { onlyOnce } from './only-once';
import { track, whenPageIsSeen } from './storefront-tracker';
import { toTrackedOrder } from './tracked-product';

/** Tracks an order that has just been placed: once, though its page is opened again. Shows nothing itself. */
export function TrackOrder({ order }: { order: Order }) {
  useEffect(() => whenPageIsSeen(() => onlyOnce(`order:${order.orderId}`, () => trackOrder(order))));
  return null;
}

/** Placing the order completes the last step of the checkout, and with it the checkout. */
function trackOrder(order: Order): void {
  const tracked = toTrackedOrder(order);
  const { currency, items } = tracked;
  track('checkout_step', {
    checkout: { step: 3, name: 'review' },
    cart: { value: order.subtotal, currency, items },
  });
  track('checkout_complete', { order: tracked });
}
