import type { EntityManager } from 'typeorm';
import type { Product, Variant } from '../contract/shop-contract';
import type { ProductEntity } from '../entities';
import { availableOf, selectProducts, toProduct } from './product-view';

/** The price of the cheapest product of a family; of a product without one, its own. */
export const FROM_PRICE = `(SELECT min(coalesce(one.discount_price, one.price)) FROM products one
  WHERE one.id = product.id OR one.family = product.family)`;

/** Products as lists show them: one of a family says how many there are, and from which price. */
export async function toListed(manager: EntityManager, rows: readonly ProductEntity[]): Promise<Product[]> {
  const families = [...new Set(rows.flatMap(({ family }) => family ?? []))];
  if (families.length === 0) return rows.map(toProduct);
  const sums = await manager.query<{ family: string; count: number; from: string; pieces: number }[]>(
    `SELECT family, count(*)::integer AS count, min(coalesce(discount_price, price)) AS from, max(pieces) AS pieces
     FROM products JOIN stock ON product_id = id WHERE family = ANY ($1) GROUP BY family`,
    [families],
  );
  return rows.map((row) => {
    const family = sums.find((one) => one.family === row.family);
    if (!family) return toProduct(row);
    const { count, from, pieces } = family;
    // A search may find one that does not stand for the others: it says its own price and stock.
    if (row.id !== row.family) return { ...toProduct(row), family: { count, from: null } };
    return { ...toProduct(row), available: availableOf(pieces), family: { count, from: Number(from) } };
  });
}

/** All products of a family, in the order of the catalogue; none for a product without one. */
export async function readVariants(manager: EntityManager, { family }: ProductEntity): Promise<Variant[]> {
  if (family === null) return [];
  const rows = await selectProducts({ manager })
    .where('product.family = :family', { family })
    .orderBy('(product.id = product.family)', 'DESC')
    .addOrderBy('COALESCE(product.discount_price, product.price)', 'ASC')
    .addOrderBy('product.id', 'ASC')
    .getMany();
  return rows.map((row) => ({ ...toProduct(row), options: row.options }));
}
