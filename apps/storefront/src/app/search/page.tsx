import type { Metadata } from 'next';
import { Pages } from '../../components/category/pages';
import { Page } from '../../components/layout/page';
import { ShopLink } from '../../components/links/shop-link';
import { ProductList } from '../../components/product/product-list';
import { addressWith, pageNumber, parameter, type Query } from '../../formatting/query';
import { CATEGORIES, PAGE_SIZE, shop } from '../../shop';
import { TrackView } from '../../tracking/track-view';
import { toTrackedList } from '../../tracking/tracked-product';
import styles from './page.module.css';

export const metadata: Metadata = { title: 'Search', robots: { index: false } };

export default async function SearchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const term = (parameter(query, 'q') ?? '').trim().slice(0, 200);
  const { items, total, page, pageCount } = await (await shop()).search({ term, page: pageNumber(query) });
  const shown = toTrackedList('search', items, (page - 1) * PAGE_SIZE);

  return (
    <Page>
      {term && page === 1 && <TrackView event={['search', { search: { term, results: total } }]} />}
      {total > 0 && <TrackView event={['product_list_view', shown]} />}
      <h1 className={styles.title}>{term ? `Results for “${term}”` : 'Search'}</h1>
      <p role="status" className={styles.count}>
        {countFor(term, total)}
      </p>
      {total > 0 ? <ProductList products={items} label="Search results" /> : <Suggestions />}
      <Pages
        page={page}
        pageCount={pageCount}
        hrefFor={(number) => addressWith('/search', { q: term, page: number > 1 ? number : undefined })}
      />
    </Page>
  );
}

function countFor(term: string, total: number): string {
  if (!term) return 'Type a brand, a product or a word such as “keyboard” or “chuột”.';
  if (total === 0) return 'No products match your search. Try fewer words, or browse:';
  return total === 1 ? '1 product' : `${total} products`;
}

function Suggestions() {
  return (
    <ul className={styles.suggestions}>
      {CATEGORIES.map(({ slug, name }) => (
        <li key={slug}>
          <ShopLink href={`/category/${slug}`}>All {name.toLowerCase()}</ShopLink>
        </li>
      ))}
    </ul>
  );
}
