import type { Metadata } from 'next';
import { Pages } from '../../../components/category/pages';
import { Page } from '../../../components/layout/page';
import { ProductList } from '../../../components/product/product-list';
import { NothingFound } from '../../../components/search/nothing-found';
import { addressWith, pageNumber, parameter, type Query } from '../../../formatting/query';
import { numberedTitle } from '../../../formatting/title';
import { shownWords } from '../../../language/shown-language';
import { PAGE_SIZE, shop } from '../../../shop';
import { TrackView } from '../../../tracking/track-view';
import { toTrackedList } from '../../../tracking/tracked-product';
import type { Words } from '../../../words';
import { counted, fill } from '../../../words/sentences';
import styles from './page.module.css';

interface SearchProps {
  readonly searchParams: Promise<Query>;
}

const termOf = (query: Query) => (parameter(query, 'q') ?? '').trim().slice(0, 200);

export async function generateMetadata({ searchParams }: SearchProps): Promise<Metadata> {
  const [query, { browse }] = await Promise.all([searchParams, shownWords()]);
  const { search, list } = browse;
  const term = termOf(query);
  const title = numberedTitle(term ? fill(search.titleFor, { term }) : search.title, pageNumber(query), list);
  return { title, robots: { index: false } };
}

export default async function SearchPage({ searchParams }: SearchProps) {
  const [query, { browse }] = await Promise.all([searchParams, shownWords()]);
  const words = browse.search;
  const term = termOf(query);
  const found = await (await shop()).search({ term, page: pageNumber(query) });
  const { items, total, page, pageCount, correctedTo } = found;
  const shown = toTrackedList('search', items, (page - 1) * PAGE_SIZE);

  return (
    <Page>
      {term && page === 1 && <TrackView event={['search', { search: { term, results: total } }]} />}
      {total > 0 && <TrackView event={['product_list_view', shown]} />}
      <h1 className={styles.title}>{term ? fill(words.resultsFor, { term }) : words.title}</h1>
      <p role="status" className={styles.count}>
        {countFor(term, total, words)}
        {correctedTo && ` ${fill(words.corrected, { term: correctedTo })}`}
      </p>
      {total > 0 ? (
        <ProductList products={items} list="search" label={words.results} heading="h2" first />
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

function countFor(term: string, total: number, words: Words['browse']['search']): string {
  if (!term) return words.hint;
  return total === 0 ? words.nothing : counted(words.found, total);
}
