'use client';

import '@clickstream/brand/tokens.css';
import './fonts/fonts.css';
import './globals.css';
import { Button } from '../components/forms/button';
import { EmptyState } from '../components/layout/empty-state';
import { Page } from '../components/layout/page';

/**
 * Replaces the whole page when even its frame could not be rendered, for example without a
 * database.
 */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>SBW is temporarily unavailable</title>
        <Page>
          <EmptyState
            title="The shop is temporarily unavailable"
            text="Your cart is safe. Please try again in a minute."
          >
            <Button type="button" onClick={() => retry()}>
              Try again
            </Button>
          </EmptyState>
        </Page>
      </body>
    </html>
  );
}
