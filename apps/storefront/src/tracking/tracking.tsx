'use client';

import type { Consent, Shopper } from '@clickstream/tracker';
import { useEffect, useLayoutEffect } from 'react';
import { followChoices } from './choices/follow-choices';
import { onlyOnce } from './only-once';
import { afterPageView, markStaff, startTracking, track } from './storefront-tracker';

interface TrackingProps {
  /** URL that events are posted to. */
  readonly endpoint: string;
  /** Milliseconds that events wait for a request to fill; the tracker's default if undefined. */
  readonly flushAfter?: number;
  /** The shopper, from the server. */
  readonly shopper: Shopper;
  /** True for somebody of the shop. */
  readonly isStaff?: boolean;
  /** Set for a moment after a sign-in, with a new value each time: the id of the event. */
  readonly signInId: string | null;
  /** The same for a new account, whose event is before that of its sign-in. */
  readonly signUpId?: string | null;
  /** Consent, from the server. */
  readonly consent: Consent;
}

/** Tracks the session. Placed before all tracked components, so that its effects run first. */
export function Tracking(props: TrackingProps) {
  const { endpoint, flushAfter, shopper, isStaff = false, signInId, signUpId = null, consent } = props;
  const { userId, loginState, identitySource } = shopper;
  // Before the page's effects, which are the first to track something under this identity.
  useLayoutEffect(() => {
    markStaff(isStaff);
    startTracking(endpoint, { userId, loginState, identitySource }, consent, flushAfter);
  }, [endpoint, flushAfter, userId, loginState, identitySource, isStaff, consent]);

  useEffect(() => trackOnce('sign-up', 'sign_up', signUpId), [signUpId]);
  useEffect(() => trackOnce('sign-in', 'login_success', signInId), [signInId]);

  useEffect(followChoices, []);
  return null;
}

/** Tracks the event of an account after the view of the page, once for each id. */
function trackOnce(what: string, name: 'sign_up' | 'login_success', eventId: string | null): void {
  if (eventId === null) return;
  afterPageView(() =>
    onlyOnce(`${what}:${eventId}`, () => track(name, { login: { method: 'email' } }, { eventId })),
  );
}
