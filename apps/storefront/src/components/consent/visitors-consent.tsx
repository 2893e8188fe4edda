'use client';

import type { Consent } from '@clickstream/tracker';
import { usePathname } from 'next/navigation';
import { asksForPrivacy } from '../../consent/privacy-signal';
import { isDeskPath } from '../../tracking/desk-path';
import { readVisitor, useHydrated } from '../../visitor/use-visitor';
import { ConsentNotice } from './consent-notice';

/** The notice for the visitor of this browser. In the HTML it waits for `data-asks` to show. */
export function VisitorsConsent({ byDefault }: { byDefault: Consent }) {
  const isHydrated = useHydrated();
  // Nothing is counted there.
  if (isDeskPath(usePathname())) return null;
  if (!isHydrated)
    return <ConsentNotice choice={null} byDefault={byDefault} asksForPrivacy={false} isFirst />;
  const { consent: choice } = readVisitor();
  return (
    <ConsentNotice key="known" choice={choice} byDefault={byDefault} asksForPrivacy={asksForPrivacy()} />
  );
}
