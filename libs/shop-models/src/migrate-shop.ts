import { createShopDataSource } from './data-source';

/**
 * Runs the migrations that the database at `url` has not had yet, as `shop_admin`.
 *
 * @returns the names of those that ran
 */
export async function migrateShop(url: string): Promise<string[]> {
  const dataSource = await createShopDataSource(url, { connections: 1 }).initialize();
  try {
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}
