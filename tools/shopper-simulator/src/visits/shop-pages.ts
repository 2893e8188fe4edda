import type { CatalogueProduct, CategorySlug } from '@clickstream/shop-models/catalogue';
import { PAGE_SIZE } from '@clickstream/shop-models/contract';
import {
  categoryName,
  categoryPage,
  HOME_SHELVES,
  relatedProducts,
  searchResults,
  trackedProduct,
  type ShownList,
} from '../shop/assortment';
import type { Visit } from './visit';

const SHOP = 'SBW';

/** The advertisement of departments on the home page. */
export const HERO = { id: 'hero', name: 'The desk you look forward to', slot: 'home:hero' };

const titled = (title: string) => `${title} · ${SHOP}`;

/** Opens the front page. @returns the products that it shows */
export function openHome(visit: Visit, query = ''): readonly CatalogueProduct[] {
  visit.open(query ? `/?${query}` : '/', `${SHOP} · laptops, monitors, accessories`);
  visit.record('home_view', {});
  visit.record('view_promotion', { promotion: HERO });
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

/** Shows one brand of a category, by the filter above its list. @returns its products */
export function filterCategory(visit: Visit, slug: CategorySlug, brand: string): readonly CatalogueProduct[] {
  visit.click('a', brand);
  visit.record('product_list_filter', { filter: { list: `category:${slug}`, name: 'brand', value: brand } });
  const list = categoryPage(slug, 1, brand);
  if (!list) return [];
  visit.open(`/category/${slug}?brand=${encodeURIComponent(brand)}`, titled(categoryName(slug)));
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
  visit.record('product_view', { product: trackedProduct(product, visit.lists.placeOf(product.id)) });
  const related = { name: 'product:similar', products: relatedProducts(product) };
  if (related.products.length > 0) showList(visit, related);
}

/** Opens a page without any event other than the page view. */
export function openPlainPage(visit: Visit, path: string, title: string): void {
  visit.open(path, titled(title));
}

function showList(visit: Visit, { name, products }: ShownList): void {
  const items = products.map((product, index) =>
    trackedProduct(product, { listName: name, position: index + 1 }),
  );
  visit.lists.show(items);
  visit.record('product_list_view', { list: { name, items } });
}
