import { randomBytes } from 'node:crypto';
import { createShopDatabase, migrateShop, seedShop } from '@clickstream/shop-models';

/** A new shop database on the test run's PostgreSQL, as its address for the role shop_app. */
export async function aWebDatabase(): Promise<string> {
  const server = process.env['TEST_POSTGRES_URL'];
  if (!server) throw new Error('TEST_POSTGRES_URL is not set: run with jestConfig(name, { servers: true }).');
  const name = `shop_lambda_${randomBytes(6).toString('hex')}`;
  const urls = await createShopDatabase(server, { shop_admin: 'admin', shop_app: 'app' }, name);
  await migrateShop(urls.shop_admin);
  await seedShop(urls.shop_admin);
  return urls.shop_app;
}
