import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { CategoryEntity, type ProductEntity } from '../entities';
import type { OperationInputs } from '../contract/operation-inputs';
import type { CategoryPage } from '../contract/shop-contract';
import type { SortOrder } from '../contract/sort-order';
import { FROM_PRICE } from './families';
import { readPage } from './product-page';
import { IN_LISTS, selectProducts } from './product-view';

/** One page of a category, with its brands. Null when the category does not exist. */
export async function listCategory(
  dataSource: DataSource,
  { slug, brand, sort = 'recommended', page = 1 }: OperationInputs['listCategory'],
): Promise<CategoryPage | null> {
  const category = await dataSource.getRepository(CategoryEntity).findOneBy({ slug: slug as never });
  if (!category) return null;

  const products = selectProducts(dataSource).where(`product.category = :slug AND ${IN_LISTS}`, { slug });
  const brands = await products
    .clone()
    .select('product.brand', 'name')
    .addSelect('count(*)::integer', 'products')
    .groupBy('product.brand')
    .orderBy('product.brand')
    .getRawMany<{ name: string; products: number }>();

  if (brand) products.andWhere('product.brand = :brand', { brand });
  const { name, tagline } = category;
  return {
    ...(await readPage(dataSource.manager, sorted(products, sort), page)),
    category: { slug: category.slug, name, tagline },
    brands,
  };
}

function sorted(query: SelectQueryBuilder<ProductEntity>, order: SortOrder) {
  switch (order) {
    case 'price-up':
      query.orderBy(FROM_PRICE, 'ASC');
      break;
    case 'price-down':
      query.orderBy(FROM_PRICE, 'DESC');
      break;
    case 'newest':
      query.orderBy('product.releasedOn', 'DESC');
      break;
    case 'recommended':
  }
  // Ties keep one order, so that a product is not on two pages.
  return query.addOrderBy('product.position', 'ASC');
}
