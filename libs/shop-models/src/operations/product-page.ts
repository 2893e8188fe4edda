import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ProductEntity } from '../entities';
import { PAGE_SIZE, type ProductPage } from '../contract/shop-contract';
import { toListed } from './families';

/**
 * The page to show of a list. For a number past the end it is the last page, so that an old link
 * still shows products.
 *
 * @returns `from`: the number of products on the pages before
 */
export function pageOf(
  total: number,
  asked: number,
  size = PAGE_SIZE,
): { page: number; pageCount: number; from: number } {
  const pageCount = Math.max(1, Math.ceil(total / size));
  const page = Math.min(asked, pageCount);
  return { page, pageCount, from: (page - 1) * size };
}

/** Reads one page of a query. */
export async function readPage(
  manager: EntityManager,
  query: SelectQueryBuilder<ProductEntity>,
  asked: number,
): Promise<ProductPage> {
  const total = await query.getCount();
  const { page, pageCount, from } = pageOf(total, asked);
  const rows = await query.offset(from).limit(PAGE_SIZE).getMany();
  return { items: await toListed(manager, rows), total, page, pageCount };
}
