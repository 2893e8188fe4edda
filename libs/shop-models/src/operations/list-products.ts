import type { DataSource } from 'typeorm';
import type { OperationInputs } from '../contract/operation-inputs';
import type { Product } from '../contract/shop-contract';
import { selectProducts, toProduct } from './product-view';

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
