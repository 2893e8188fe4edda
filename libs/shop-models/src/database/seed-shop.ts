import type { EntityManager } from 'typeorm';
import { CATALOGUE, CATEGORIES, FAMILY_OF, VARIANTS, type CatalogueVariant } from '../catalogue';
import { createShopDataSource } from './data-source';
import { CategoryEntity, ProductEntity, StockEntity } from '../entities';
import { foldForSearch } from '../search/search-text';

/** Pieces of a new product of which the catalogue says nothing else. */
const FIRST_PIECES = 200;

interface SoldProduct extends Omit<CatalogueVariant, 'family'> {
  readonly family: string | null;
  readonly position: number;
}

/** Every product, with its family and its position in lists, which a family shares. */
const SOLD: readonly SoldProduct[] = CATALOGUE.flatMap((product, position) => {
  const options = FAMILY_OF.get(product.id);
  const first = { ...product, family: options ? product.id : null, options: options ?? [], position };
  const others = VARIANTS.filter(({ family }) => family === product.id);
  return [first, ...others.map((variant) => ({ ...variant, position }))];
});

/**
 * Writes the catalogue into the database at `url`, as `shop_admin`. Existing products are
 * updated but for stock and for prices from the desk, and nothing else changes, so it may run at
 * every start.
 *
 * @returns the number of products in the catalogue
 */
export async function seedShop(url: string): Promise<number> {
  const dataSource = await createShopDataSource(url, { connections: 1 }).initialize();
  try {
    await dataSource.transaction(async (manager) => {
      await manager.upsert(
        CategoryEntity,
        CATEGORIES.map((category, position) => ({ ...category, position })),
        ['slug'],
      );
      const atDesk = await pricesOfDesk(manager);
      await manager.upsert(
        ProductEntity,
        SOLD.map((product) => ({ ...toProductRow(product), ...atDesk.get(product.id) })),
        ['id'],
      );
      // Pieces of a product that was there before have been sold, or counted.
      await manager
        .createQueryBuilder()
        .insert()
        .into(StockEntity)
        .values(SOLD.map(({ id, pieces = FIRST_PIECES }) => ({ productId: id, pieces })))
        .orIgnore()
        .execute();
    });
    return SOLD.length;
  } finally {
    await dataSource.destroy();
  }
}

/** Prices that somebody set at the desk: the catalogue has older ones. */
async function pricesOfDesk(manager: EntityManager) {
  const rows = await manager
    .createQueryBuilder(ProductEntity, 'product')
    .where(`EXISTS (SELECT FROM product_changes WHERE product_id = product.id AND field <> 'pieces')`)
    .getMany();
  return new Map(rows.map(({ id, price, discountPrice }) => [id, { price, discountPrice }]));
}

function toProductRow({ keywords, specs, pieces: _counted, options, ...product }: SoldProduct) {
  const pairs = (texts: SoldProduct['options'] | typeof specs) =>
    texts.map(([label, value]): [string, string] => [label, value]);
  return {
    ...product,
    specs: pairs(specs),
    options: pairs(options),
    searchText: foldForSearch([product.name, product.brand, product.kind, keywords].join(' ')),
  };
}
