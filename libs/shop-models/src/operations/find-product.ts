import type { DataSource } from 'typeorm';
import type { OperationInputs } from '../contract/operation-inputs';
import type { ProductDetails } from '../contract/shop-contract';
import { selectProducts, toProduct } from './product-view';

const RELATED = 4;

/** A product by its address, with related ones of its category. Null when it does not exist. */
export async function findProduct(
  dataSource: DataSource,
  { slug }: OperationInputs['findProduct'],
): Promise<ProductDetails | null> {
  const row = await selectProducts(dataSource).where('product.slug = :slug', { slug }).getOne();
  if (!row) return null;

  const related = await selectProducts(dataSource)
    .where('product.category = :category AND product.id <> :id', row)
    // Products of the same kind first, then those with a similar price.
    .orderBy('(product.kind = :kind)', 'DESC')
    .addOrderBy('abs(product.price - :price)', 'ASC')
    .addOrderBy('product.position', 'ASC')
    .setParameters({ category: row.category, id: row.id, kind: row.kind, price: row.price })
    .limit(RELATED)
    .getMany();

  const { description, specs, releasedOn } = row;
  return { ...toProduct(row), description, specs, releasedOn, related: related.map(toProduct) };
}
