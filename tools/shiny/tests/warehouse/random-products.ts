import type { Product } from '@clickstream/event-schema';
import { aProduct } from '@clickstream/event-schema/testing';

/** The products of random sessions. */
export const PRODUCTS = Array.from({ length: 12 }, (_, i) =>
  aProduct({
    id: `P-${i}`,
    name: `Product ${i}`,
    category: ['laptops', 'monitors', 'accessories'][i % 3] ?? 'laptops',
    brand: ['Norden', "Aunt Ann's"][i % 2] ?? 'Norden',
    price: (i + 1) * 1_000_000,
    discountPrice: i % 2 === 0 ? (i + 1) * 900_000 : null,
  }),
);

/** Half of the price; in some cases lines whose price is in the order, or nothing. */
export function refundOf({ id, quantity, price }: Product, number: number): object {
  if (number % 4 === 0) return { revenue: null, items: [] };
  if (number % 4 === 1) return { revenue: null, items: [{ id, quantity }] };
  return { revenue: Math.floor((price ?? 0) / 2) };
}

/** A product alone, with one that it is often bought with, or with one of all others. */
export function itemsWith(product: Product, number: number): Product[] {
  const at = PRODUCTS.findIndex(({ id }) => id === product.id);
  const other = PRODUCTS[number % 3 === 0 ? at ^ 1 : (at + number) % PRODUCTS.length];
  return number % 2 === 0 || !other || other.id === product.id ? [product] : [product, other];
}

/** The list in which a product was chosen, of some without a position; others have none. */
export function placeOf(index: number, place: number): { listName?: string; position?: number | null } {
  if (index % 3 > 0) return {};
  return { listName: `list-${place % 4}`, position: index % 9 === 0 ? null : 1 + ((index + place) % 6) };
}

/** A list as shown: its second page in some cases, and products that are not told in others. */
export function listOf(name: string, index: number): object {
  const first = index % 2 === 0 ? 1 : 7;
  const items = PRODUCTS.slice(0, index % 11).map((product, nth) => ({ ...product, position: first + nth }));
  return { name, items };
}
