import type { SelectQueryBuilder } from 'typeorm';
import type { ProductEntity } from '../entities';
import { PAGE_SIZE, type ProductPage } from '../contract/shop-contract';
import { toProduct } from './product-view';

/**
 * Reads one page of a query. For a page number past the end it returns the last page, so that an
 * old link still shows products.
 */
export async function readPage(
  query: SelectQueryBuilder<ProductEntity>,
  asked: number,
): Promise<ProductPage> {
  const total = await query.getCount();
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(asked, pageCount);
  const rows = await query
    .offset((page - 1) * PAGE_SIZE)
    .limit(PAGE_SIZE)
    .getMany();
  return { items: rows.map(toProduct), total, page, pageCount };
}
