'use client';

import type { Consent } from '@clickstream/tracker';
import { usePathname } from 'next/navigation';
import { asksForPrivacy } from '../../consent/privacy-signal';
import { readAddress } from '../../words/languages';
import { isDeskPath } from '../../tracking/desk-path';
import { readVisitor, useHydrated } from '../../visitor/use-visitor';
import { ConsentNotice, type ConsentWords } from './consent-notice';

interface VisitorsConsentProps {
  readonly byDefault: Consent;
  readonly words: ConsentWords;
}

/**
 * The notice for the visitor of this browser. In the HTML it waits for `data-asks` to show, and it
 * stays the same element then: another one would count as the largest paint, after the scripts.
 */
export function VisitorsConsent({ byDefault, words }: VisitorsConsentProps) {
  const isHydrated = useHydrated();
  // Nothing is counted there.
  if (isDeskPath(readAddress(usePathname()).path)) return null;
  const choice = isHydrated ? readVisitor().consent : null;
  return (
    <ConsentNotice
      choice={choice}
      byDefault={byDefault}
      asksForPrivacy={isHydrated && asksForPrivacy()}
      isFirst={!isHydrated}
      words={words}
    />
  );
}
