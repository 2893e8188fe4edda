import { ButtonLink } from '../../components/links/button-link';
import { EmptyState } from '../../components/layout/empty-state';
import { Page } from '../../components/layout/page';
import { shownWords } from '../../language/shown-language';

export default async function NotFound() {
  const { title, text, home, laptops } = (await shownWords()).browse.notFound;
  return (
    <Page>
      <EmptyState title={title} text={text}>
        <ButtonLink href="/">{home}</ButtonLink>
        <ButtonLink href="/category/laptops" look="quiet">
          {laptops}
        </ButtonLink>
      </EmptyState>
    </Page>
  );
}
