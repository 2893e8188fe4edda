import { carryAccessories } from './accessories-carry';
import { deskAccessories } from './accessories-desk';
import { inputAccessories } from './accessories-input';
import type { CatalogueProduct } from './catalogue-product';
import { everydayLaptops } from './laptops-everyday';
import { gamingLaptops } from './laptops-gaming';
import { workLaptops } from './laptops-work';
import { flatMonitors } from './monitors-flat';
import { wideMonitors } from './monitors-wide';

export { CATEGORIES } from './categories';
export { CATEGORY_SLUGS } from './catalogue-product';
export type { CatalogueCategory, CatalogueProduct, CategorySlug } from './catalogue-product';
export type * from './picture';

/** Every product of the shop; within a category, the order is the one the shop recommends. */
export const CATALOGUE: readonly CatalogueProduct[] = [
  ...interleave(everydayLaptops, workLaptops, gamingLaptops),
  ...interleave(flatMonitors, wideMonitors),
  ...interleave(inputAccessories, deskAccessories, carryAccessories),
];

/** Takes one of each shelf in turn, so that the first page of a category shows its whole range. */
function interleave(...shelves: readonly (readonly CatalogueProduct[])[]): CatalogueProduct[] {
  const longest = Math.max(...shelves.map((shelf) => shelf.length));
  return Array.from({ length: longest }, (_, row) => shelves.flatMap((shelf) => shelf[row] ?? [])).flat();
}
