import type { DataSource } from 'typeorm';
import { CategoryEntity, ProductEntity } from '../entities';
import { SearchIndex } from './search-index';

interface ReadIndex {
  readonly version: string;
  readonly index: Promise<SearchIndex>;
}

/** The index of each database that this process searches. */
const indexes = new WeakMap<DataSource, ReadIndex>();

/** PostgreSQL gives every written row the number of its transaction. */
const VERSION = `SELECT concat_ws(':', count(*), sum(xmin::text::bigint),
  (SELECT sum(xmin::text::bigint) FROM categories)) AS version FROM products`;

/**
 * The index of today's catalogue. It is kept in memory and made again as soon as a product or a
 * category was written.
 */
export async function readIndex(dataSource: DataSource): Promise<SearchIndex> {
  const [row] = await dataSource.query<{ version: string }[]>(VERSION);
  const version = row?.version ?? '';
  const kept = indexes.get(dataSource);
  if (kept?.version === version) return kept.index;
  const index = buildIndex(dataSource);
  indexes.set(dataSource, { version, index });
  // A failed attempt is made again by the next search.
  index.catch(() => indexes.delete(dataSource));
  return index;
}

async function buildIndex(dataSource: DataSource): Promise<SearchIndex> {
  const [categories, products] = await Promise.all([
    dataSource.getRepository(CategoryEntity).find(),
    dataSource
      .getRepository(ProductEntity)
      .createQueryBuilder('product')
      .addSelect('product.searchText')
      .orderBy('product.position', 'ASC')
      .addOrderBy('(product.id = product.family)', 'DESC')
      .addOrderBy('product.id', 'ASC')
      .getMany(),
  ]);
  const names = new Map(categories.map(({ slug, name }) => [slug, name]));
  return SearchIndex.of(
    products.map(({ category, searchText, ...product }) => ({
      ...product,
      category: names.get(category) ?? category,
      keywords: searchText,
    })),
  );
}
