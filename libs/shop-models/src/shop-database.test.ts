import pg from 'pg';
import { CATALOGUE } from './catalogue';
import { createShopDatabase } from './create-shop-database';
import { createShopDataSource } from './data-source';
import { migrateShop } from './migrate-shop';
import { seedShop } from './seed-shop';
import { PASSWORDS, aShop, anEmptyShopDatabase, testServer, type TestShop } from './testing/a-shop';

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

describe('createShopDatabase', () => {
  it('may be called again, at the same moment too, and leaves the data', async () => {
    const urls = await anEmptyShopDatabase();
    await query(urls.shop_admin, 'CREATE TABLE kept (it integer)');
    const name = new URL(urls.shop_admin).pathname.slice(1);
    const again = () => createShopDatabase(testServer(), PASSWORDS, name);
    await Promise.all([again(), again(), again()]);
    await expect(query(urls.shop_admin, 'SELECT * FROM kept')).resolves.toEqual([]);
  });

  it('lets the application in, but not make tables', async () => {
    const urls = await anEmptyShopDatabase();
    await expect(query(urls.shop_app, 'CREATE TABLE mine (it integer)')).rejects.toThrow('permission denied');
  });
});

describe('migrateShop', () => {
  it('runs every migration once', async () => {
    const { shop_admin } = await anEmptyShopDatabase();
    await expect(migrateShop(shop_admin)).resolves.toEqual([
      'CreateShop1795392000000',
      'CartKeys1795910400000',
    ]);
    await expect(migrateShop(shop_admin)).resolves.toEqual([]);
  });

  it('makes exactly the columns that the entities describe', async () => {
    const { shop_admin } = await anEmptyShopDatabase();
    await migrateShop(shop_admin);
    const dataSource = await createShopDataSource(shop_admin).initialize();
    const columns = (await dataSource.query(
      `SELECT table_name || '.' || column_name AS name, data_type AS type, is_nullable = 'YES' AS nullable
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'shop_migrations'`,
    )) as { name: string; type: string; nullable: boolean }[];
    const described = dataSource.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => ({
        name: `${entity.tableName}.${column.databaseName}`,
        type: String(column.type).replace('timestamptz', 'timestamp with time zone'),
        nullable: column.isNullable,
      })),
    );
    await dataSource.destroy();
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
    expect(described.sort(byName)).toEqual(columns.sort(byName));
  });
});

describe('a seeded shop', () => {
  let test: TestShop;
  beforeAll(async () => {
    test = await aShop();
  });
  afterAll(() => test.close());

  it('holds the catalogue, and seeding again only brings it up to date', async () => {
    await query(
      test.urls.shop_admin,
      `UPDATE products SET price = 1, discount_price = NULL WHERE id = 'LT-1302'`,
    );
    await expect(seedShop(test.urls.shop_admin)).resolves.toBe(CATALOGUE.length);
    const [row] = await query(
      test.urls.shop_app,
      `SELECT count(*)::integer AS products, max(price) FILTER (WHERE id = 'LT-1302') AS price FROM products`,
    );
    expect(row).toEqual({ products: CATALOGUE.length, price: '33990000' });
  });

  it('keeps the application from changing prices and placed orders', async () => {
    const { shop_app } = test.urls;
    for (const change of [
      'UPDATE products SET price = 1',
      'DELETE FROM orders',
      'UPDATE order_items SET quantity = 9',
    ]) {
      await expect(query(shop_app, change)).rejects.toThrow('permission denied');
    }
  });
});
