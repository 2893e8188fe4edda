'use client';

import { Button } from '../../components/forms/button';
import { ButtonLink } from '../../components/links/button-link';
import { EmptyState } from '../../components/layout/empty-state';
import { Page } from '../../components/layout/page';
import { useShown } from '../../language/language-provider';

export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  const { title, text, again, home } = useShown().words.error;
  return (
    <Page>
      <EmptyState title={title} text={text}>
        <Button type="button" onClick={() => retry()}>
          {again}
        </Button>
        <ButtonLink href="/" look="quiet">
          {home}
        </ButtonLink>
      </EmptyState>
    </Page>
  );
}
