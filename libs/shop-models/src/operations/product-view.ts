import type { ProductEntity } from '../entities';
import type { Product } from '../contract/shop-contract';

/** A stored product in the form of lists and carts. */
export function toProduct(row: ProductEntity): Product {
  const { id, slug, name, category, kind, brand, price, discountPrice, tagline, picture } = row;
  return { id, slug, name, category, kind, brand, price, discountPrice, tagline, picture };
}
