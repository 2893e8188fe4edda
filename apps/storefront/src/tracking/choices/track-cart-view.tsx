'use client';

import type { Cart } from '@clickstream/event-schema';
import { useEffect, useRef } from 'react';
import { trackView } from '../storefront-tracker';
import { withLastLists } from './last-list';

/** Tracks that the cart was shown, once although its page changes with it. Renders nothing. */
export function TrackCartView({ cart }: { cart: Cart }) {
  const isTold = useRef(false);
  useEffect(() => {
    if (isTold.current) return;
    isTold.current = true;
    trackView(['view_cart', { cart: withLastLists(cart) }]);
  }, [cart]);
  return null;
}
