import type { Consent } from '@clickstream/tracker';
import { StrictMode, type ReactNode } from 'react';
import { ShownIn } from '../../language/testing/shown-in';
import { Tracking } from '../tracking';

export const SHOPPERS = {
  anonymous: { userId: null, loginState: 'anonymous', identitySource: 'anonymous' },
  guest: { userId: null, loginState: 'guest', identitySource: 'guest_checkout' },
  linh: { userId: 'sub-linh', loginState: 'logged_in', identitySource: 'cognito_email' },
} as const;

interface LayoutProps {
  readonly shopper?: (typeof SHOPPERS)[keyof typeof SHOPPERS];
  readonly isStaff?: boolean;
  readonly signInId?: string;
  readonly consent?: Consent;
  readonly children?: ReactNode;
}

/** The tracking part of the storefront's layout; strict, as in development. */
export function Layout({
  shopper = SHOPPERS.anonymous,
  isStaff = false,
  signInId,
  consent = 'granted',
  children,
}: LayoutProps) {
  return (
    <StrictMode>
      <Tracking
        endpoint="https://api.example/clickstream"
        shopper={shopper}
        isStaff={isStaff}
        signInId={signInId ?? null}
        consent={consent}
      />
      <ShownIn>{children}</ShownIn>
    </StrictMode>
  );
}
