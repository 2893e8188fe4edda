import { migrate, type Squash } from '@clickstream/migrations';
import { createShopDataSource } from './data-source';

const SQUASH: Squash = {
  replaces: 'CartKeys1795910400000',
  migrations: [
    'CreateCatalogue1796000000001',
    'CreateCarts1796000000002',
    'CreateOrders1796000000003',
    'GrantRoles1796000000004',
  ],
  remedy:
    'Migrate it with the version before this one first; or begin with an empty shop: drop the database (of npm start: ' +
    'rm -r .local/clickstream_web) and start again.',
};

/**
 * Brings the shop's database to the newest schema, with one transaction per migration.
 *
 * @param url postgres:// address with the role `shop_admin`, which then owns the tables
 * @returns names of the migrations that ran, empty when it was up to date
 * @throws Error with one line when the database is too old to be migrated
 */
export async function migrateShop(url: string): Promise<string[]> {
  return migrate(createShopDataSource(url, { connections: 1 }), SQUASH);
}
