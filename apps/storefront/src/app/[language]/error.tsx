'use client';

import { Button, ButtonLink } from '../../components/forms/button';
import { EmptyState } from '../../components/layout/empty-state';
import { Page } from '../../components/layout/page';

export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  return (
    <Page>
      <EmptyState
        title="Something went wrong on our side"
        text="Your cart is safe. Try again; if it happens again, come back in a few minutes."
      >
        <Button type="button" onClick={() => retry()}>
          Try again
        </Button>
        <ButtonLink href="/" look="quiet">
          Go to the home page
        </ButtonLink>
      </EmptyState>
    </Page>
  );
}
