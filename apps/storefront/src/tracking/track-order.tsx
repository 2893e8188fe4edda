'use client';

import { useEffect } from 'react';
import type { Order } from '../shop/gateway';
import { onlyOnce } from './only-once';
import { track, whenPageIsSeen } from './storefront-tracker';
import { toTrackedOrder } from './tracked-product';

/** Tracks an order that has just been placed: once, though its page is opened again. */
export function TrackOrder({ order }: { order: Order }) {
  useEffect(() => {
    whenPageIsSeen(() =>
      onlyOnce(`order:${order.orderId}`, () => track('checkout_complete', { order: toTrackedOrder(order) })),
    );
  });
  return null;
}
