'use client';

import type { Consent } from '@clickstream/tracker';
import { usePathname } from 'next/navigation';
import { consentOf } from '../consent/consent';
import { asksForPrivacy } from '../consent/privacy-signal';
import { Tracking } from '../tracking/tracking';
import { readVisitor } from './use-visitor';

interface TrackedVisitorProps {
  readonly endpoint: string;
  readonly flushAfter: number;
  /** Consent of shoppers who have not chosen. */
  readonly byDefault: Consent;
}

/**
 * Tracks the visitor of this browser. It renders nothing, so the cookies may be read at once: the
 * first event already has the right identity and consent.
 */
export function TrackedVisitor({ byDefault, ...sending }: TrackedVisitorProps) {
  // Another page may come with another identity.
  usePathname();
  const { consent: choice, ...visitor } = readVisitor();
  const { shopper, isStaff, signInId, signUpId } = visitor;
  const consent = consentOf({ choice, byDefault, asksForPrivacy: asksForPrivacy() });
  return <Tracking {...sending} {...{ shopper, isStaff, signInId, signUpId, consent }} />;
}
