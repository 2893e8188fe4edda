import type { Product } from '@clickstream/event-schema';
import {
  CATALOGUE,
  CATEGORIES,
  type CatalogueProduct,
  type CategorySlug,
} from '@clickstream/shop-models/catalogue';
import { PAGE_SIZE } from '@clickstream/shop-models/contract';

const ON_A_SHELF = 8;

/** A list of products as a page shows it. */
export interface ShownList {
  readonly name: string;
  readonly products: readonly CatalogueProduct[];
}

/** A product as reported in events. */
export function trackedProduct(product: CatalogueProduct, over: Partial<Product> = {}): Product {
  const { id, slug, name, category, brand, price, discountPrice } = product;
  return { id, name, category, brand, price, discountPrice, urlPath: `/product/${slug}`, ...over };
}

/** The name that the shop shows for a category. */
export function categoryName(slug: CategorySlug): string {
  return CATEGORIES.find((category) => category.slug === slug)?.name ?? slug;
}

/** One page of a category, from page 1; undefined when the category has no such page. */
export function categoryPage(slug: CategorySlug, page: number, brand?: string): ShownList | undefined {
  const products = CATALOGUE.filter(
    (product) => product.category === slug && (brand === undefined || product.brand === brand),
  );
  const shown = products.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return shown.length > 0 ? { name: `category:${slug}`, products: shown } : undefined;
}

/** Products on the home page: the largest offers, then the newest. */
export const HOME_SHELVES: readonly ShownList[] = [
  { name: 'home:offers', products: offers().slice(0, ON_A_SHELF) },
  { name: 'home:newest', products: newest().slice(0, ON_A_SHELF) },
];

function offers(): CatalogueProduct[] {
  const share = ({ price, discountPrice }: CatalogueProduct) => (discountPrice ?? price) / price;
  return CATALOGUE.filter(({ discountPrice }) => discountPrice !== null).sort((a, b) => share(a) - share(b));
}

function newest(): CatalogueProduct[] {
  return [...CATALOGUE].sort((a, b) => b.releasedOn.localeCompare(a.releasedOn));
}

/** Every product that contains all words of a search. */
export function searchResults(term: string): readonly CatalogueProduct[] {
  const words = term.toLowerCase().split(' ');
  return CATALOGUE.filter(({ name, kind, brand, category, keywords }) => {
    const text = `${name} ${kind} ${brand} ${category} ${keywords}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Others of the same category, those of the same kind and price first. */
export function relatedProducts(product: CatalogueProduct): readonly CatalogueProduct[] {
  const distance = (other: CatalogueProduct) =>
    Math.abs(other.price - product.price) + (other.kind === product.kind ? 0 : 1e9);
  return CATALOGUE.filter(({ id, category }) => category === product.category && id !== product.id)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 4);
}
