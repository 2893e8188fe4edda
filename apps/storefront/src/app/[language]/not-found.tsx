import { ButtonLink } from '../../components/forms/button';
import { EmptyState } from '../../components/layout/empty-state';
import { Page } from '../../components/layout/page';

export default function NotFound() {
  return (
    <Page>
      <EmptyState title="Page not found" text="The page may have moved, or the product is no longer sold.">
        <ButtonLink href="/">Go to the home page</ButtonLink>
        <ButtonLink href="/category/laptops" look="quiet">
          See all laptops
        </ButtonLink>
      </EmptyState>
    </Page>
  );
}
