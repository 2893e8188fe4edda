import { CATALOGUE, CATEGORIES, type CatalogueProduct } from '../catalogue';
import { createShopDataSource } from './data-source';
import { CategoryEntity, ProductEntity } from '../entities';
import { foldForSearch } from '../search/search-text';

/**
 * Writes the catalogue into the database at `url`, as `shop_admin`. Existing products are updated
 * and nothing else changes, so it may run at every start.
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
      await manager.upsert(ProductEntity, CATALOGUE.map(toProductRow), ['id']);
    });
    return CATALOGUE.length;
  } finally {
    await dataSource.destroy();
  }
}

function toProductRow({ keywords, specs, ...product }: CatalogueProduct, position: number) {
  return {
    ...product,
    specs: specs.map(([label, value]): [string, string] => [label, value]),
    position,
    searchText: foldForSearch([product.name, product.brand, product.kind, keywords].join(' ')),
  };
}
