'use client';

import type { EventName } from '@clickstream/event-schema';
import type { TrackedEvent } from '@clickstream/tracker';
import { useEffect } from 'react';
import { noteShown } from './choices/shown';
import { trackView } from './storefront-tracker';

/**
 * Tracks that a page showed something: `<TrackView event={['product_view', { product }]} />`.
 * Renders nothing.
 */
export function TrackView<N extends EventName>({ event }: { event: TrackedEvent<N> }) {
  // After every render, since a component may outlive its page; each page records a view once.
  useEffect(() => trackView(noteShown(event), JSON.stringify(event)));
  return null;
}
