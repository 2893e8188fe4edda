import type { CatalogueProduct } from './catalogue-product';
import { variantsOf } from './families';
import carryAccessories from './products/accessories-carry.json';
import deskAccessories from './products/accessories-desk.json';
import inputAccessories from './products/accessories-input.json';
import everydayLaptops from './products/laptops-everyday.json';
import gamingLaptops from './products/laptops-gaming.json';
import workLaptops from './products/laptops-work.json';
import flatMonitors from './products/monitors-flat.json';
import wideMonitors from './products/monitors-wide.json';

export type { CatalogueProduct } from './catalogue-product';
export { FAMILY_OF, type CatalogueVariant } from './families';
export { CATEGORIES, CATEGORY_SLUGS } from './categories';
export type { CatalogueCategory, CategorySlug } from './categories';
export type * from '@clickstream/product-pictures/picture';

/** A file of products. Its category and keywords apply to each product without its own. */
interface ProductFile {
  readonly category: string;
  readonly keywords?: string;
  readonly products: readonly object[];
}

/**
 * Every product that lists show; within a category, in the order that the shop recommends. Of a
 * family it has the one that stands for it.
 */
export const CATALOGUE: readonly CatalogueProduct[] = [
  ...interleave(everydayLaptops, workLaptops, gamingLaptops),
  ...interleave(flatMonitors, wideMonitors),
  ...interleave(inputAccessories, deskAccessories, carryAccessories),
];

/** The other products of each family. */
export const VARIANTS = variantsOf(CATALOGUE);

/**
 * Takes one product of each file in turn, so that the first page of a
 * category shows its whole range.
 */
function interleave(...files: readonly ProductFile[]): CatalogueProduct[] {
  const columns = files.map(productsOf);
  const longest = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: longest }, (_, row) => columns.flatMap((column) => column[row] ?? [])).flat();
}

/** A test validates every product against CatalogueProductSchema, so the files are trusted here. */
function productsOf({ products, ...shared }: ProductFile): CatalogueProduct[] {
  return products.map((product) => ({ ...shared, ...product }) as CatalogueProduct);
}
