import type { CatalogueProduct, CategorySlug } from '@clickstream/shop-models/catalogue';
import { PAGE_SIZE } from '@clickstream/shop-models/contract';
import {
  categoryName,
  categoryPage,
  HOME_SHELVES,
  searchResults,
  trackedProduct,
  type ShownList,
} from '../shop/assortment';
import type { Visit } from './visit';

const SHOP = 'SBW';

const titled = (title: string) => `${title} · ${SHOP}`;

/** Opens the front page. @returns the products that it shows */
export function openHome(visit: Visit, query = ''): readonly CatalogueProduct[] {
  visit.open(query ? `/?${query}` : '/', `${SHOP} · laptops, monitors, accessories`);
  visit.record('home_view', {});
  HOME_SHELVES.forEach((shelf) => showList(visit, shelf));
  return HOME_SHELVES.flatMap(({ products }) => products);
}

/**
 * Opens a page of a category, or the first one if it does not exist. @returns
 * the products that it shows
 */
export function openCategory(
  visit: Visit,
  slug: CategorySlug,
  page = 1,
  query = '',
): readonly CatalogueProduct[] {
  const list = categoryPage(slug, page);
  if (!list) return openCategory(visit, slug, 1, query);
  const queries = [page > 1 ? `page=${page}` : '', query].filter(Boolean).join('&');
  visit.open(`/category/${slug}${queries && `?${queries}`}`, titled(categoryName(slug)));
  visit.record('category_view', { category: slug });
  showList(visit, list);
  return list.products;
}

/** Searches. @returns the products that were found and are shown */
export function openSearch(visit: Visit, term: string): readonly CatalogueProduct[] {
  const found = searchResults(term);
  visit.open(`/search?q=${encodeURIComponent(term).replaceAll('%20', '+')}`, titled('Search'));
  visit.record('search', { search: { term, results: found.length } });
  const shown = found.slice(0, PAGE_SIZE);
  if (shown.length > 0) showList(visit, { name: 'search', products: shown });
  return shown;
}

/** Opens the page of a product. */
export function openProduct(visit: Visit, product: CatalogueProduct, query = ''): void {
  visit.open(`/product/${product.slug}${query && `?${query}`}`, titled(product.name));
  visit.record('product_view', { product: trackedProduct(product) });
}

/** Opens a page without any event other than the page view. */
export function openPlainPage(visit: Visit, path: string, title: string): void {
  visit.open(path, titled(title));
}

function showList(visit: Visit, { name, products }: ShownList): void {
  const items = products.map((product, index) =>
    trackedProduct(product, { listName: name, position: index + 1 }),
  );
  visit.record('product_list_view', { list: { name, items } });
}
