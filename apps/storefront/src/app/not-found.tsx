import { ButtonLink } from '../components/forms/button';
import { EmptyState } from '../components/layout/empty-state';
import { Page } from '../components/layout/page';

export default function NotFound() {
  return (
    <Page>
      <EmptyState
        title="This page is not here"
        text="It may have been moved, sold out for good, or never been. The rest of the shop is open."
      >
        <ButtonLink href="/">Go to the front page</ButtonLink>
        <ButtonLink href="/category/laptops" look="quiet">
          See all laptops
        </ButtonLink>
      </EmptyState>
    </Page>
  );
}
