import '@clickstream/brand/tokens.css';
import '../fonts/fonts.css';
import '../globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { CartProvider } from '../../cart/cart-context';
import { VisitorsConsent } from '../../components/consent/visitors-consent';
import { SiteFooter } from '../../components/layout/site-footer';
import { SiteHeader } from '../../components/layout/header/site-header';
import { readConfig } from '../../config';
import { LanguageProvider } from '../../language/language-provider';
import { shownLanguage, shownWords } from '../../language/shown-language';
import { FIRST_PAINT } from '../../visitor/first-paint';
import { Hydrated } from '../../visitor/hydrated';
import { TrackedVisitor } from '../../visitor/tracked-visitor';

export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = (await shownWords()).frame;
  return { title: { default: title, template: '%s · SBW' }, description };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f6f3' },
    { media: '(prefers-color-scheme: dark)', color: '#121416' },
  ],
};

/** The frame of every page. It is the same for everybody, so that a cache may keep pages. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [language, { everywhere, frame }] = await Promise.all([shownLanguage(), shownWords()]);
  const { clickstreamEndpoint, eventWaitSeconds, consentByDefault: byDefault } = readConfig();
  const { offers, ...consent } = frame.consent;
  // Where nothing is counted before an agreement, scripts are for those who do something.
  const scripts = byDefault === 'denied' ? 'wait' : undefined;
  return (
    <html lang={language} data-scripts={scripts} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: FIRST_PAINT }} />
      </head>
      <body>
        <TrackedVisitor
          endpoint={clickstreamEndpoint}
          flushAfter={eventWaitSeconds * 1000}
          byDefault={byDefault}
        />
        <LanguageProvider language={language} words={everywhere}>
          <CartProvider>
            <SiteHeader />
            <VisitorsConsent byDefault={byDefault} words={{ ...consent, offer: offers[byDefault] }} />
            <main id="content">{children}</main>
            <SiteFooter />
          </CartProvider>
        </LanguageProvider>
        <Hydrated />
      </body>
    </html>
  );
}
