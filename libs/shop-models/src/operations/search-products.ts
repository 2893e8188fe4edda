import type { DataSource } from 'typeorm';
import type { OperationInputs } from '../contract/operation-inputs';
import { PAGE_SIZE, type Product, type SearchPage, type SearchSuggestions } from '../contract/shop-contract';
import { CATEGORIES } from '../catalogue/categories';
import { readIndex } from '../search/read-index';
import { searchWords } from '../search/search-words';
import { listPopular } from './list-popular';
import { toListed } from './families';
import { pageOf } from './product-page';
import { selectProducts } from './product-view';

const SUGGESTED = 6;

/**
 * Products for the words of a search, the best first: in any order, with or without Vietnamese
 * accents, in the singular or plural, and with a typing mistake. A search that finds nothing offers
 * others, and what is bought most.
 */
export async function searchProducts(
  dataSource: DataSource,
  { term, page: asked = 1 }: OperationInputs['search'],
): Promise<SearchPage> {
  const index = await readIndex(dataSource);
  const { ids, correctedTo } = index.find(term);
  const { page, pageCount, from } = pageOf(ids.length, asked);
  const [items, popular] = await Promise.all([
    readInOrder(dataSource, ids.slice(from, from + PAGE_SIZE)),
    ids.length === 0 ? listPopular(dataSource) : [],
  ]);
  const alternatives = ids.length === 0 ? index.alternatives(term) : [];
  return { items, total: ids.length, page, pageCount, correctedTo, alternatives, popular };
}

/** Departments and products for a search that is still being typed. */
export async function suggestProducts(
  dataSource: DataSource,
  { term }: OperationInputs['suggest'],
): Promise<SearchSuggestions> {
  const words = searchWords(term);
  const { ids } = (await readIndex(dataSource)).find(term);
  const categories = CATEGORIES.filter(({ name }) =>
    words.every((word) => word.length > 1 && name.toLowerCase().startsWith(word)),
  );
  return {
    categories: words.length > 0 ? categories : [],
    products: await readInOrder(dataSource, ids.slice(0, SUGGESTED)),
  };
}

async function readInOrder(dataSource: DataSource, ids: readonly string[]): Promise<Product[]> {
  if (ids.length === 0) return [];
  const rows = await selectProducts(dataSource).where('product.id = ANY(:ids)', { ids }).getMany();
  const byId = new Map((await toListed(dataSource.manager, rows)).map((product) => [product.id, product]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
