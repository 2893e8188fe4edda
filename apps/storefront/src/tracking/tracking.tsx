'use client';

import type { Consent, Shopper } from '@clickstream/tracker';
import { useEffect, useLayoutEffect } from 'react';
import { onlyOnce } from './only-once';
import { startTracking, track, whenPageIsSeen } from './storefront-tracker';

interface TrackingProps {
  /** URL that events are posted to. */
  readonly endpoint: string;
  /** The shopper, from the server. */
  readonly shopper: Shopper;
  /** Set for a moment after somebody signed in, and another one each time: the id of the event. */
  readonly signInId: string | null;
  /** Consent, from the server. */
  readonly consent: Consent;
}

/** Tracks the visit. Stands before everything that is tracked, so that its effects come first. */
export function Tracking({ endpoint, shopper, signInId, consent }: TrackingProps) {
  const { userId, loginState, identitySource } = shopper;
  // Before the page's own effects, which are the first to track something under this name.
  useLayoutEffect(() => {
    startTracking(endpoint, { userId, loginState, identitySource }, consent);
  }, [endpoint, userId, loginState, identitySource, consent]);

  useEffect(() => {
    if (signInId === null) return;
    whenPageIsSeen(() =>
      onlyOnce(`sign-in:${signInId}`, () =>
        track('login_success', { login: { method: 'email' } }, { eventId: signInId }),
      ),
    );
  }, [signInId]);

  return null;
}
