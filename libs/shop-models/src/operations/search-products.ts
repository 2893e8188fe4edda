import type { DataSource } from 'typeorm';
import { ProductEntity } from '../entities';
import type { OperationInputs } from '../contract/operation-inputs';
import { foldForSearch, searchWords } from '../search-text';
import type { ProductPage } from '../contract/shop-contract';
import { readPage } from './product-page';

/**
 * Products that contain every word of the search, with or without Vietnamese accents; those that
 * contain the whole phrase come first. An empty search finds nothing.
 */
export async function searchProducts(
  dataSource: DataSource,
  { term, page = 1 }: OperationInputs['search'],
): Promise<ProductPage> {
  const words = searchWords(term);
  if (words.length === 0) return { items: [], total: 0, page: 1, pageCount: 1 };

  const query = dataSource.getRepository(ProductEntity).createQueryBuilder('product');
  words.forEach((word, index) => {
    query.andWhere(`position(:word${index} in product.search_text) > 0`, { [`word${index}`]: word });
  });
  query
    .setParameter('whole', foldForSearch(term.slice(0, 200)))
    .orderBy('(position(:whole in product.search_text) > 0)', 'DESC')
    .addOrderBy('product.position', 'ASC');
  return readPage(query, page);
}
