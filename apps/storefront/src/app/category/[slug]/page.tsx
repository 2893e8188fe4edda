import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BrandFilter } from '../../../components/category/brand-filter';
import { Pages } from '../../../components/category/pages';
import { SORT_LABELS } from '../../../components/category/sort-labels';
import { SortSelect } from '../../../components/category/sort-select';
import { Page } from '../../../components/layout/page';
import { ProductList } from '../../../components/product/product-list';
import { addressWith, pageNumber, parameter, type Query } from '../../../formatting/query';
import { numberedTitle } from '../../../formatting/title';
import { CATEGORIES, PAGE_SIZE, SORT_ORDERS, shop, type SortOrder } from '../../../shop';
import { TrackView } from '../../../tracking/track-view';
import { toTrackedList } from '../../../tracking/tracked-product';
import styles from './page.module.css';

interface CategoryProps {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Query>;
}

const brandOf = (query: Query) => parameter(query, 'brand')?.slice(0, 60) || undefined;

export async function generateMetadata({ params, searchParams }: CategoryProps): Promise<Metadata> {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const category = CATEGORIES.find((known) => known.slug === slug);
  if (!category) return {};
  const sort = sortOrder(parameter(query, 'sort'));
  const order = sort === 'recommended' ? undefined : SORT_LABELS[sort].toLowerCase();
  const name = [category.name, brandOf(query), order].filter(Boolean).join(' · ');
  return { title: numberedTitle(name, pageNumber(query)), description: category.tagline };
}

export default async function CategoryPage({ params, searchParams }: CategoryProps) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const sort = sortOrder(parameter(query, 'sort'));
  const brand = brandOf(query);
  const list = await (await shop()).listCategory({ slug, brand, sort, page: pageNumber(query) });
  if (!list) notFound();

  const { category, brands, items, total, page, pageCount } = list;
  const path = `/category/${category.slug}`;
  const sorted = sort === 'recommended' ? undefined : sort;
  const shown = toTrackedList(`category:${category.slug}`, items, (page - 1) * PAGE_SIZE);
  return (
    <Page>
      <TrackView event={['category_view', { category: category.slug }]} />
      {total > 0 && <TrackView event={['product_list_view', shown]} />}
      <header className={styles.head}>
        <h1>{category.name}</h1>
        <p>{category.tagline}</p>
      </header>
      <div className={styles.tools}>
        <BrandFilter
          brands={brands}
          chosen={brand}
          hrefFor={(name) => addressWith(path, { brand: name, sort: sorted })}
        />
        <SortSelect path={path} sort={sort} brand={brand} />
      </div>
      {total === 0 ? (
        <p className={styles.none}>
          This category has no products of this brand. Choose another brand above.
        </p>
      ) : (
        <ProductList products={items} label={category.name} />
      )}
      <Pages
        page={page}
        pageCount={pageCount}
        hrefFor={(number) =>
          addressWith(path, { brand, sort: sorted, page: number > 1 ? number : undefined })
        }
      />
    </Page>
  );
}

function sortOrder(asked: string | undefined): SortOrder {
  return SORT_ORDERS.find((order) => order === asked) ?? 'recommended';
}
