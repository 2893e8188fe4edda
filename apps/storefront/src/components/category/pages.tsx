import { ShopLink } from '../links/shop-link';
import styles from './pages.module.css';

interface PagesProps {
  readonly page: number;
  readonly pageCount: number;
  /** The address of a page. */
  readonly hrefFor: (page: number) => string;
}

/** Page links of a list; empty when there is only one page. */
export function Pages({ page, pageCount, hrefFor }: PagesProps) {
  if (pageCount <= 1) return null;
  return (
    <nav aria-label="Pages" className={styles.pages}>
      {page > 1 && (
        <ShopLink href={hrefFor(page - 1)} rel="prev">
          Previous
        </ShopLink>
      )}
      {Array.from({ length: pageCount }, (_, index) => index + 1).map((number) => (
        <ShopLink
          key={number}
          href={hrefFor(number)}
          aria-label={`Page ${number}`}
          aria-current={number === page ? 'page' : undefined}
        >
          {number}
        </ShopLink>
      ))}
      {page < pageCount && (
        <ShopLink href={hrefFor(page + 1)} rel="next">
          Next
        </ShopLink>
      )}
    </nav>
  );
}
