import type { DataSource } from 'typeorm';
import { CategoryEntity, ProductEntity } from '../entities';
import type { HomePage } from '../contract/shop-contract';
import { toListed } from './families';
import { IN_LISTS, selectProducts } from './product-view';

const PRODUCTS_IN_A_ROW = 8;

const BEST_OFFER_OF_EACH_CATEGORY_FIRST =
  'row_number() OVER (PARTITION BY product.category_slug ORDER BY product.discount_price::numeric / product.price)';

/** The home page: the categories, the largest offers of each and the newest products. */
export async function getHomePage(dataSource: DataSource): Promise<HomePage> {
  const [categories, offers, newest] = await Promise.all([
    readCategories(dataSource),
    selectProducts(dataSource)
      .where(`product.discountPrice IS NOT NULL AND ${IN_LISTS}`)
      .orderBy(BEST_OFFER_OF_EACH_CATEGORY_FIRST, 'ASC')
      .addOrderBy('product.position', 'ASC')
      .limit(PRODUCTS_IN_A_ROW)
      .getMany(),
    selectProducts(dataSource)
      .where(IN_LISTS)
      .orderBy('product.releasedOn', 'DESC')
      .addOrderBy('product.position', 'ASC')
      .limit(PRODUCTS_IN_A_ROW)
      .getMany(),
  ]);
  const { manager } = dataSource;
  return { categories, offers: await toListed(manager, offers), newest: await toListed(manager, newest) };
}

async function readCategories(dataSource: DataSource): Promise<HomePage['categories']> {
  return dataSource
    .getRepository(CategoryEntity)
    .createQueryBuilder('category')
    .innerJoin(ProductEntity, 'product', `product.category = category.slug AND ${IN_LISTS}`)
    .select('category.slug', 'slug')
    .addSelect('category.name', 'name')
    .addSelect('category.tagline', 'tagline')
    .addSelect('count(*)::integer', 'products')
    .addSelect('(array_agg(product.picture ORDER BY product.position))[1]', 'picture')
    .groupBy('category.slug')
    .orderBy('category.position')
    .getRawMany<HomePage['categories'][number]>();
}
