import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { MAX_QUANTITY } from '../checkout/pricing';
import { ProductEntity } from '../entities';
import type { Product } from '../contract/shop-contract';

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
  const { id, slug, name, category, kind, brand, price, discountPrice, tagline, picture } = row;
  const available = Math.min(row.stock?.pieces ?? 0, MAX_QUANTITY);
  return { id, slug, name, category, kind, brand, price, discountPrice, tagline, picture, available };
}
