'use client';

import { useEffect } from 'react';
import type { Order } from '../shop/gateway';
import { withLastLists } from './choices/last-list';
import { onlyOnce } from './only-once';
import { track, afterPageView } from './storefront-tracker';
import { toTrackedOrder } from './tracked-product';

/**
 * Ids of the events of an order. A reload sends the same ones, also where nothing may be stored in
 * the browser.
 */
export interface OrderEventIds {
  readonly review: string;
  readonly complete: string;
}

/**
 * Tracks an order that has just been placed: once, even if its page is opened again. Renders
 * nothing.
 */
export function TrackOrder({ order, eventIds }: { order: Order; eventIds: OrderEventIds }) {
  useEffect(() => afterPageView(() => onlyOnce(`order:${order.orderId}`, () => trackOrder(order, eventIds))));
  return null;
}

/** Placing the order completes the last step of the checkout, and with it the checkout. */
function trackOrder(order: Order, { review, complete }: OrderEventIds): void {
  const tracked = withLastLists(toTrackedOrder(order));
  const { currency, items } = tracked;
  const cart = { cartId: order.cartAnalyticsId, value: order.subtotal, currency, items };
  track('checkout_step', { checkout: { step: 3, name: 'review' }, cart }, { eventId: review });
  track('checkout_complete', { order: tracked, cart: { cartId: cart.cartId } }, { eventId: complete });
}
