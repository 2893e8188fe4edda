import type { DataSource } from 'typeorm';
import type { OperationInputs } from '../contract/operation-inputs';
import type { Product, ProductDetails } from '../contract/shop-contract';
import { readVariants, toListed } from './families';
import { IN_LISTS, selectProducts, toProduct } from './product-view';

const RELATED = 4;

/** A product by its address, with related ones of its category. Null when it does not exist. */
export async function findProduct(
  dataSource: DataSource,
  { slug }: OperationInputs['findProduct'],
): Promise<ProductDetails | null> {
  const row = await selectProducts(dataSource).where('product.slug = :slug', { slug }).getOne();
  if (!row) return null;

  const related = await selectProducts(dataSource)
    .where(`product.category = :category AND product.id <> :id AND ${IN_LISTS}`, row)
    .andWhere('(product.family IS NULL OR product.family IS DISTINCT FROM :family)')
    // Products of the same kind first, then those with a similar price.
    .orderBy('(product.kind = :kind)', 'DESC')
    .addOrderBy('abs(product.price - :price)', 'ASC')
    .addOrderBy('product.position', 'ASC')
    .setParameters({
      category: row.category,
      id: row.id,
      family: row.family,
      kind: row.kind,
      price: row.price,
    })
    .limit(RELATED)
    .getMany();

  const { description, specs, releasedOn } = row;
  const { manager } = dataSource;
  return {
    ...toProduct(row),
    description,
    specs,
    releasedOn,
    variants: await readVariants(manager, row),
    related: await toListed(manager, related),
  };
}

/** Products by their ids, in this order. One that does not exist is left out. */
export async function listProducts(
  dataSource: DataSource,
  { productIds }: OperationInputs['listProducts'],
): Promise<Product[]> {
  if (productIds.length === 0) return [];
  const rows = await selectProducts(dataSource)
    .where('product.id IN (:...productIds)', { productIds })
    .getMany();
  const products = new Map(rows.map((row) => [row.id, toProduct(row)]));
  return [...new Set(productIds)].flatMap((id) => products.get(id) ?? []);
}
