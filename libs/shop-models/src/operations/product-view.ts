import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { MAX_QUANTITY } from '../checkout/pricing';
import { ProductEntity } from '../entities';
import type { Product } from '../contract/shop-contract';

/** The products that lists show: of a family, the one that stands for it. */
export const IN_LISTS = '(product.family IS NULL OR product.family = product.id)';

/** A query for products with their stock, under the name `product`. */
export function selectProducts({
  manager,
}: {
  readonly manager: EntityManager;
}): SelectQueryBuilder<ProductEntity> {
  return manager.createQueryBuilder(ProductEntity, 'product').leftJoinAndSelect('product.stock', 'stock');
}

/** A stored product in the form of lists and carts. */
export function toProduct(row: ProductEntity): Product {
  const { id, slug, name, category, kind, brand, price, discountPrice, tagline, picture, options } = row;
  return {
    id,
    slug,
    name,
    category,
    kind,
    brand,
    price,
    discountPrice,
    tagline,
    picture,
    available: availableOf(row.stock?.pieces ?? 0),
    ...(options.length > 0 && { variant: options.map(([, value]) => value).join(', ') }),
  };
}

/** Pieces that one cart can have of those on the shelf. */
export function availableOf(pieces: number): number {
  return Math.min(pieces, MAX_QUANTITY);
}
