import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ABSENT } from '../../../../../../../../cached-pages.mjs';
import { BrandFilter } from '../../../../../../../components/category/brand-filter';
import { Pages } from '../../../../../../../components/category/pages';
import { SortSelect } from '../../../../../../../components/category/sort-select';
import { Page } from '../../../../../../../components/layout/page';
import { ProductList } from '../../../../../../../components/product/product-list';
import { addressWith, pageNumber } from '../../../../../../../formatting/query';
import { numberedTitle } from '../../../../../../../formatting/title';
import { metadataOf } from '../../../../../../../language/page-metadata';
import { shownWords } from '../../../../../../../language/shown-language';
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
  const [{ slug, brand, sort, page }, { browse }] = await Promise.all([readParams(params), shownWords()]);
  const category = CATEGORIES.find((known) => known.slug === slug);
  if (!category) return {};
  const { name, tagline: description } = browse.departments[category.slug];
  const order = sort === 'recommended' ? undefined : browse.list.orders[sort].toLowerCase();
  const title = numberedTitle([name, brand, order].filter(Boolean).join(' · '), page, browse.list);
  // A brand or another order is the same department.
  const path = addressWith(`/category/${slug}`, { page: page > 1 ? page : undefined });
  return { title, ...(await metadataOf({ title, description, path })) };
}

export default async function CategoryPage({ params }: CategoryProps) {
  const [{ slug, brand, sort, page: pageAsked }, { browse }] = await Promise.all([
    readParams(params),
    shownWords(),
  ]);
  const list = await (await shop()).listCategory({ slug, brand, sort, page: pageAsked });
  if (!list) notFound();

  const { brands, items, total, page, pageCount } = list;
  const department = browse.departments[list.category.slug];
  const path = `/category/${list.category.slug}`;
  const sorted = sortShown(sort);
  const listName = `category:${list.category.slug}`;
  const { sortBy, sort: button, orders } = browse.list;
  const sortWords = { sortBy, sort: button, orders };
  const shown = toTrackedList(listName, items, (page - 1) * PAGE_SIZE);
  return (
    <Page>
      <TrackView event={['category_view', { category: list.category.slug }]} />
      {total > 0 && <TrackView event={['product_list_view', shown]} />}
      <header className={styles.head}>
        <h1>{department.name}</h1>
        <p>{department.tagline}</p>
      </header>
      <div className={styles.tools}>
        <BrandFilter
          list={listName}
          brands={brands}
          chosen={brand}
          hrefFor={(name) => addressWith(path, { brand: name, sort: sorted })}
          words={browse.list}
        />
        <SortSelect list={listName} path={path} sort={sort} brand={brand} words={sortWords} />
      </div>
      {total === 0 ? (
        <p className={styles.none}>{browse.list.noneOfBrand}</p>
      ) : (
        <ProductList products={items} list={listName} label={department.name} heading="h2" first />
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

/** An order in an address, which does not name the usual one. */
function sortShown(sort: SortOrder): SortOrder | undefined {
  return sort === 'recommended' ? undefined : sort;
}

function sortOrder(asked: string | undefined): SortOrder {
  return SORT_ORDERS.find((order) => order === asked) ?? 'recommended';
}
