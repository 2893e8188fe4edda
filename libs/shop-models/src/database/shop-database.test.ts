import pg from 'pg';
import { CATALOGUE, VARIANTS } from '../catalogue';
import { createShopDatabase } from './create-shop-database';
import { createShopDataSource } from './data-source';
import { migrateShop } from './migrate-shop';
import * as migrations from '../migrations';
import { seedShop } from './seed-shop';
import { PASSWORDS, aShop, anEmptyShopDatabase, testServer, type TestShop } from '../testing/a-shop';

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

const byTimestamp = (one: string, other: string) => Number(one.slice(-13)) - Number(other.slice(-13));
const MIGRATIONS = Object.keys(migrations).sort(byTimestamp);

/** The migrations that the squash does not cover: a shop from before it has none of them. */
async function undoMigrationsSinceSquash(url: string): Promise<string[]> {
  const since = MIGRATIONS.slice(MIGRATIONS.indexOf('GrantRoles1796000000004') + 1);
  const dataSource = await createShopDataSource(url).initialize();
  for (let left = since.length; left > 0; left--) await dataSource.undoLastMigration();
  await dataSource.destroy();
  return since;
}

const SOLD = CATALOGUE.length + VARIANTS.length;

describe('createShopDatabase', () => {
  it('can be called again, also at the same moment, and keeps the data', async () => {
    const urls = await anEmptyShopDatabase();
    await query(urls.shop_admin, 'CREATE TABLE kept (it integer)');
    const name = new URL(urls.shop_admin).pathname.slice(1);
    const again = () => createShopDatabase(testServer(), PASSWORDS, name);
    await Promise.all([again(), again(), again()]);
    await expect(query(urls.shop_admin, 'SELECT * FROM kept')).resolves.toEqual([]);
  });

  it('lets the application sign in, but not create tables', async () => {
    const urls = await anEmptyShopDatabase();
    await expect(query(urls.shop_app, 'CREATE TABLE mine (it integer)')).rejects.toThrow('permission denied');
  });
});

describe('migrateShop', () => {
  it('runs every migration once', async () => {
    const { shop_admin } = await anEmptyShopDatabase();
    await expect(migrateShop(shop_admin)).resolves.toEqual(MIGRATIONS);
    await expect(migrateShop(shop_admin)).resolves.toEqual([]);
  });

  it('adopts a shop that ends at the last migration before the squash, with its carts', async () => {
    const { shop_admin } = await anEmptyShopDatabase();
    await migrateShop(shop_admin);
    const since = await undoMigrationsSinceSquash(shop_admin);
    await query(shop_admin, 'INSERT INTO carts DEFAULT VALUES');
    await query(
      shop_admin,
      `DELETE FROM shop_migrations; INSERT INTO shop_migrations ("timestamp", name) VALUES
         (1795392000000, 'CreateShop1795392000000'), (1795910400000, 'CartKeys1795910400000')`,
    );
    await expect(migrateShop(shop_admin)).resolves.toEqual(since);
    await expect(query(shop_admin, 'SELECT count(*)::integer AS carts FROM carts')).resolves.toEqual([
      { carts: 1 },
    ]);
  });

  it('does not change a shop that ends before, and throws with the next step', async () => {
    const { shop_admin } = await anEmptyShopDatabase();
    await migrateShop(shop_admin);
    await query(
      shop_admin,
      `DELETE FROM shop_migrations;
       INSERT INTO shop_migrations ("timestamp", name) VALUES (1795392000000, 'CreateShop1795392000000')`,
    );
    await expect(migrateShop(shop_admin)).rejects.toThrow(
      /^shop_\w+ ends at migration CreateShop1795392000000; .* Migrate it with the version before this one/,
    );
  });

  it('can be reverted to an empty database, and run again', async () => {
    const { shop_admin } = await anEmptyShopDatabase();
    await migrateShop(shop_admin);
    const dataSource = await createShopDataSource(shop_admin).initialize();
    for (let left = MIGRATIONS.length; left > 0; left--) await dataSource.undoLastMigration();
    await dataSource.destroy();
    await expect(
      query(
        shop_admin,
        `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')
           AND relname NOT LIKE 'shop_migrations%'`,
      ),
    ).resolves.toEqual([]);
    await expect(migrateShop(shop_admin)).resolves.toHaveLength(MIGRATIONS.length);
  });

  it('creates exactly the columns that the entities describe', async () => {
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
        type: column.isArray
          ? 'ARRAY'
          : String(column.type).replace('timestamptz', 'timestamp with time zone'),
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

  it('holds the catalogue, and seeding again only updates it', async () => {
    await query(
      test.urls.shop_admin,
      `UPDATE products SET price = 1, discount_price = NULL WHERE id = 'LT-1302'`,
    );
    await expect(seedShop(test.urls.shop_admin)).resolves.toBe(SOLD);
    const [row] = await query(
      test.urls.shop_app,
      `SELECT count(*)::integer AS products, max(price) FILTER (WHERE id = 'LT-1302') AS price FROM products`,
    );
    expect(row).toEqual({ products: SOLD, price: '33990000' });
  });

  it('keeps the application from changing placed orders, what was written down, and other texts', async () => {
    const { shop_app } = test.urls;
    for (const change of [
      `UPDATE products SET name = ''`,
      'UPDATE orders SET total = 1',
      'DELETE FROM order_changes',
      `UPDATE order_changes SET actor = 'nobody'`,
      'DELETE FROM product_changes',
      'UPDATE refunds SET amount = 1',
      'DELETE FROM stock',
      'DELETE FROM orders',
      'UPDATE order_items SET quantity = 9',
    ]) {
      await expect(query(shop_app, change)).rejects.toThrow('permission denied');
    }
  });
});
