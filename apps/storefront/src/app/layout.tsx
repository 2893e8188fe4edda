import '@clickstream/brand/tokens.css';
import './fonts.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { readIdentity } from '../identity/identity';
import { readSignInId } from '../account/session-cookies';
import { readCart } from '../cart/cart-cookie';
import { CartProvider } from '../cart/cart-context';
import { ConsentNotice } from '../components/consent/consent-notice';
import { SiteFooter } from '../components/layout/site-footer';
import { SiteHeader } from '../components/layout/header/site-header';
import { consentOf } from '../consent/consent';
import { readConsent } from '../consent/read-consent';
import { readConfig } from '../config';
import { Tracking } from '../tracking/tracking';

export const metadata: Metadata = {
  title: { default: 'SBW · laptops, monitors, accessories', template: '%s · SBW' },
  description: 'Laptops, monitors and accessories, delivered anywhere in Viet Nam.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f6f3' },
    { media: '(prefers-color-scheme: dark)', color: '#121416' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [identity, cart, signInId, consent] = await Promise.all([
    readIdentity(),
    readCart(),
    readSignInId(),
    readConsent(),
  ]);
  const { userId, userLoginState: loginState, identitySource } = identity;
  const { clickstreamEndpoint, eventWaitSeconds } = readConfig();
  return (
    <html lang="en">
      <body>
        <Tracking
          endpoint={clickstreamEndpoint}
          flushAfter={eventWaitSeconds * 1000}
          shopper={{ userId, loginState, identitySource }}
          signInId={signInId}
          consent={consentOf(consent)}
        />
        <CartProvider cart={cart}>
          <SiteHeader identity={identity} />
          <ConsentNotice {...consent} />
          <main id="content">{children}</main>
          <SiteFooter />
        </CartProvider>
      </body>
    </html>
  );
}
