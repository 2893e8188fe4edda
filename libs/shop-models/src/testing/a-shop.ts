import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createShopDatabase, type ShopUrls } from '../database/create-shop-database';
import { createShopDataSource } from '../database/data-source';
import { migrateShop } from '../database/migrate-shop';
import { seedShop } from '../database/seed-shop';
import { createShop } from '../shop';
import type { ShopOperations } from '../contract/shop-contract';

/** One password for the whole run: roles belong to the server, which the test files share. */
export const PASSWORDS = { shop_admin: "admin's @secret", shop_app: 'app/secret' };

/** The address of the test run's PostgreSQL, as a superuser. */
export function testServer(): string {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) throw new Error('TEST_POSTGRES_URL is not set: run with jestConfig(name, { servers: true }).');
  return url;
}

/** A new, empty database. */
export async function anEmptyShopDatabase(): Promise<ShopUrls> {
  return createShopDatabase(testServer(), PASSWORDS, `shop_${randomBytes(6).toString('hex')}`);
}

export interface TestShop {
  readonly urls: ShopUrls;
  readonly shop: ShopOperations;
  /** The address with which the storefront signs in. */
  readonly dataSource: DataSource;
  close(): Promise<void>;
}

/** A shop with the whole catalogue in a new database. */
export async function aShop(): Promise<TestShop> {
  const urls = await anEmptyShopDatabase();
  await migrateShop(urls.shop_admin);
  await seedShop(urls.shop_admin);
  const dataSource = await createShopDataSource(urls.shop_app, { connections: 8 }).initialize();
  return { urls, shop: createShop(dataSource), dataSource, close: () => dataSource.destroy() };
}

/** A delivery that the shop accepts. */
export const aDelivery = {
  name: 'Nguyễn Thị Lan',
  email: 'lan@example.com',
  phone: '0912345678',
  address: '12 Lê Lợi',
  ward: 'Bến Thành',
  province: 'TP. Hồ Chí Minh',
  method: 'standard',
  note: '',
} as const;
