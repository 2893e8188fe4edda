import { shownWords } from '../../language/shown-language';
import { fill } from '../../words/sentences';
import { ShopLink } from '../links/shop-link';
import styles from './pages.module.css';

interface PagesProps {
  readonly page: number;
  readonly pageCount: number;
  /** The address of a page. */
  readonly hrefFor: (page: number) => string;
}

/** Page links of a list; empty when there is only one page. */
export async function Pages({ page, pageCount, hrefFor }: PagesProps) {
  if (pageCount <= 1) return null;
  const words = (await shownWords()).browse.list;
  return (
    <nav aria-label={words.pages} className={styles.pages}>
      {page > 1 && (
        <ShopLink href={hrefFor(page - 1)} rel="prev">
          {words.previous}
        </ShopLink>
      )}
      {Array.from({ length: pageCount }, (_, index) => index + 1).map((number) => (
        <ShopLink
          key={number}
          href={hrefFor(number)}
          aria-label={fill(words.page, { number })}
          aria-current={number === page ? 'page' : undefined}
        >
          {number}
        </ShopLink>
      ))}
      {page < pageCount && (
        <ShopLink href={hrefFor(page + 1)} rel="next">
          {words.next}
        </ShopLink>
      )}
    </nav>
  );
}
