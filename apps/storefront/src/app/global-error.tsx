'use client';

import '@clickstream/brand/tokens.css';
import './fonts/fonts.css';
import './globals.css';
import { Button } from '../components/forms/button';
import { EmptyState } from '../components/layout/empty-state';
import { Page } from '../components/layout/page';
import { readAddress } from '../words/languages';
import { UNAVAILABLE } from '../words/unavailable';

/**
 * Replaces the whole page when even its frame could not be rendered, for example without a
 * database.
 */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  const { language } = readAddress(typeof location === 'undefined' ? '/' : location.pathname);
  const { tab, title, text, again } = UNAVAILABLE[language];
  return (
    <html lang={language}>
      <body>
        <title>{tab}</title>
        <Page>
          <EmptyState title={title} text={text}>
            <Button type="button" onClick={() => retry()}>
              {again}
            </Button>
          </EmptyState>
        </Page>
      </body>
    </html>
  );
}
