import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ABSENT } from '../../../../../../../../cached-pages.mjs';
import { BrandFilter } from '../../../../../../../components/category/brand-filter';
import { Pages } from '../../../../../../../components/category/pages';
import { SORT_LABELS } from '../../../../../../../components/category/sort-labels';
import { SortSelect } from '../../../../../../../components/category/sort-select';
import { Page } from '../../../../../../../components/layout/page';
import { ProductList } from '../../../../../../../components/product/product-list';
import { addressWith, pageNumber } from '../../../../../../../formatting/query';
import { numberedTitle } from '../../../../../../../formatting/title';
import { CATEGORIES, PAGE_SIZE, SORT_ORDERS, shop, type SortOrder } from '../../../../../../../shop';
import { TrackView } from '../../../../../../../tracking/track-view';
import { toTrackedList } from '../../../../../../../tracking/tracked-product';
import styles from './page.module.css';

interface CategoryProps {
  readonly params: Promise<Record<'slug' | 'brand' | 'sort' | 'number', string>>;
}

/** The same for everybody: cached-pages.mjs makes the query a part of the route. */
export const dynamic = 'error';
export const revalidate = 300;
export const generateStaticParams = () => [];

/** Department, brand, order and page of an address. */
async function readParams(params: CategoryProps['params']) {
  const { slug, brand, sort, number } = await params;
  const asked = (part: string) => (part === ABSENT ? undefined : decodeURIComponent(part));
  return {
    slug,
    brand: asked(brand)?.slice(0, 60),
    sort: sortOrder(asked(sort)),
    page: pageNumber({ page: asked(number) }),
  };
}

export async function generateMetadata({ params }: CategoryProps): Promise<Metadata> {
  const { slug, brand, sort, page } = await readParams(params);
  const category = CATEGORIES.find((known) => known.slug === slug);
  if (!category) return {};
  const order = sort === 'recommended' ? undefined : SORT_LABELS[sort].toLowerCase();
  const title = [category.name, brand, order].filter(Boolean).join(' · ');
  return { title: numberedTitle(title, page), description: category.tagline };
}

export default async function CategoryPage({ params }: CategoryProps) {
  const { slug, brand, sort, page: pageAsked } = await readParams(params);
  const list = await (await shop()).listCategory({ slug, brand, sort, page: pageAsked });
  if (!list) notFound();

  const { category, brands, items, total, page, pageCount } = list;
  const path = `/category/${category.slug}`;
  const sorted = sort === 'recommended' ? undefined : sort;
  const listName = `category:${category.slug}`;
  const shown = toTrackedList(listName, items, (page - 1) * PAGE_SIZE);
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
          list={listName}
          brands={brands}
          chosen={brand}
          hrefFor={(name) => addressWith(path, { brand: name, sort: sorted })}
        />
        <SortSelect list={listName} path={path} sort={sort} brand={brand} />
      </div>
      {total === 0 ? (
        <p className={styles.none}>
          This category has no products of this brand. Choose another brand above.
        </p>
      ) : (
        <ProductList products={items} list={listName} label={category.name} heading="h2" first />
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
