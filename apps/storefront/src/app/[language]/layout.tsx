import '@clickstream/brand/tokens.css';
import '../fonts/fonts.css';
import '../globals.css';
import type { Metadata, Viewport } from 'next';
import { PHASE_PRODUCTION_BUILD } from 'next/constants';
import type { ReactNode } from 'react';
import { CartProvider } from '../../cart/cart-context';
import { VisitorsConsent } from '../../components/consent/visitors-consent';
import { SiteFooter } from '../../components/layout/site-footer';
import { SiteHeader } from '../../components/layout/header/site-header';
import { readConfig } from '../../config';
import { FIRST_PAINT } from '../../visitor/first-paint';
import { Hydrated } from '../../visitor/hydrated';
import { TrackedVisitor } from '../../visitor/tracked-visitor';

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

/** The frame of every page. It is the same for everybody, so that a cache may keep pages. */
export default function RootLayout({ children }: { children: ReactNode }) {
  // The build makes a page for unknown addresses, without an environment. It is never sent.
  const config = process.env.NEXT_PHASE === PHASE_PRODUCTION_BUILD ? undefined : readConfig();
  const byDefault = config?.consentByDefault ?? 'denied';
  // Where nothing is counted before an agreement, scripts are for those who do something.
  const scripts = byDefault === 'denied' ? 'wait' : undefined;
  return (
    <html lang="en" data-scripts={scripts} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: FIRST_PAINT }} />
      </head>
      <body>
        {config && (
          <TrackedVisitor
            endpoint={config.clickstreamEndpoint}
            flushAfter={config.eventWaitSeconds * 1000}
            byDefault={byDefault}
          />
        )}
        <CartProvider>
          <SiteHeader />
          <VisitorsConsent byDefault={byDefault} />
          <main id="content">{children}</main>
          <SiteFooter />
        </CartProvider>
        <Hydrated />
      </body>
    </html>
  );
}
