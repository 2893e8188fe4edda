import type { Metadata } from 'next';
import { Pages } from '../../../components/category/pages';
import { Page } from '../../../components/layout/page';
import { ProductList } from '../../../components/product/product-list';
import { NothingFound } from '../../../components/search/nothing-found';
import { addressWith, pageNumber, parameter, type Query } from '../../../formatting/query';
import { numberedTitle } from '../../../formatting/title';
import { PAGE_SIZE, shop } from '../../../shop';
import { TrackView } from '../../../tracking/track-view';
import { toTrackedList } from '../../../tracking/tracked-product';
import styles from './page.module.css';

interface SearchProps {
  readonly searchParams: Promise<Query>;
}

const termOf = (query: Query) => (parameter(query, 'q') ?? '').trim().slice(0, 200);

export async function generateMetadata({ searchParams }: SearchProps): Promise<Metadata> {
  const query = await searchParams;
  const term = termOf(query);
  const title = numberedTitle(term ? `Search: ${term}` : 'Search', pageNumber(query));
  return { title, robots: { index: false } };
}

export default async function SearchPage({ searchParams }: SearchProps) {
  const query = await searchParams;
  const term = termOf(query);
  const found = await (await shop()).search({ term, page: pageNumber(query) });
  const { items, total, page, pageCount, correctedTo } = found;
  const shown = toTrackedList('search', items, (page - 1) * PAGE_SIZE);

  return (
    <Page>
      {term && page === 1 && <TrackView event={['search', { search: { term, results: total } }]} />}
      {total > 0 && <TrackView event={['product_list_view', shown]} />}
      <h1 className={styles.title}>{term ? `Results for “${term}”` : 'Search'}</h1>
      <p role="status" className={styles.count}>
        {countFor(term, total)}
        {correctedTo && ` for “${correctedTo}”. Nothing has the word as it was typed.`}
      </p>
      {total > 0 ? (
        <ProductList products={items} list="search" label="Search results" heading="h2" first />
      ) : (
        <NothingFound {...found} />
      )}
      <Pages
        page={page}
        pageCount={pageCount}
        hrefFor={(number) => addressWith('/search', { q: term, page: number > 1 ? number : undefined })}
      />
    </Page>
  );
}

function countFor(term: string, total: number): string {
  if (!term) return 'Type a brand, a product or a word such as “keyboard”, “32 GB” or “chuột”.';
  if (total === 0) return 'No products match your search.';
  return total === 1 ? '1 product' : `${total} products`;
}
