import { createWarehouseDataSource } from './data-source';
import { migrateWarehouse } from './migrate-warehouse';
import * as migrations from './migrations';
import * as tables from './tables';
import { FIXED_COLUMN_COUNT } from './tables/clickstream-events';
import type { Table } from './tables/table';
import { aWarehouse, type TestWarehouse } from './testing/a-warehouse';
import { columnsOf } from './testing/columns-of';

let warehouse: TestWarehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
});

afterAll(() => warehouse.close());

describe('the migrations', () => {
  it('leave nothing for TypeORM to change between the entities and the database', async () => {
    const dataSource = await createWarehouseDataSource(warehouse.adminUrl).initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it.each(Object.values<Table>(tables))(
    'give $name the columns of its map in their order and with their types, which COPY relies on',
    async ({ name, columns }) => {
      const inDatabase = await columnsOf(warehouse, 'public', name);
      expect(inDatabase.map((column) => column.replace('timestamp with time zone', 'timestamptz'))).toEqual(
        Object.entries(columns).map(([column, { type }]) => `${column} ${type}`),
      );
    },
  );

  it('do nothing when they have already run', async () => {
    expect(await migrateWarehouse(warehouse.adminUrl)).toEqual([]);
  });

  it('can be undone one by one, down to an empty database, and run again', async () => {
    const other = await aWarehouse();
    const dataSource = await createWarehouseDataSource(other.adminUrl).initialize();
    for (let left = Object.keys(migrations).length; left > 0; left--) await dataSource.undoLastMigration();
    const left = await other.query(
      'admin',
      `SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
       WHERE nspname IN ('public', 'dash') AND relkind IN ('r', 'p', 'v', 'S') AND relname NOT LIKE 'migrations%'`,
    );
    await dataSource.destroy();
    expect(left).toEqual([]);
    expect(await migrateWarehouse(other.adminUrl)).toHaveLength(Object.keys(migrations).length);
    await other.close();
  });
});

/** Records these migrations as the only ones that have run. */
async function recordOnly(other: TestWarehouse, ...names: string[]): Promise<void> {
  await other.query('admin', 'DELETE FROM migrations');
  for (const name of names) {
    await other.query('admin', 'INSERT INTO migrations ("timestamp", name) VALUES ($1, $2)', [
      name.slice(-13),
      name,
    ]);
  }
}

describe('a warehouse that was migrated before the migrations were squashed', () => {
  const LAST = 'NoteCorrectedClocks1763900000048';
  const inOrder = Object.keys(migrations).sort(
    (one, other) => Number(one.slice(-13)) - Number(other.slice(-13)),
  );
  const newer = inOrder.slice(inOrder.indexOf('GrantRoles1796000000011') + 1);

  it('is adopted unchanged, with its rows, when it ends at the last of them', async () => {
    const older = await aWarehouse();
    const dataSource = await createWarehouseDataSource(older.adminUrl).initialize();
    for (let left = newer.length; left > 0; left--) await dataSource.undoLastMigration();
    await dataSource.destroy();
    await older.query(
      'etl',
      `INSERT INTO clickstream_events (event_id, event_timestamp, event_name) VALUES (gen_random_uuid(), now(), 'click')`,
    );
    await recordOnly(older, 'CreateEventTable1763900000001', LAST);
    expect(await migrateWarehouse(older.adminUrl)).toEqual(newer);
    expect(await older.query('shiny', 'SELECT event_name FROM clickstream_events')).toEqual([
      { event_name: 'click' },
    ]);
    const recorded = await older.query('admin', 'SELECT name FROM migrations ORDER BY "timestamp"');
    expect(recorded.map(({ name }) => name)).toEqual(['CreateEventTable1763900000001', LAST, ...inOrder]);
    await older.close();
  });

  it('is not changed when it ends before, and the error describes how to make a new one', async () => {
    const older = await aWarehouse();
    await recordOnly(older, 'CreateEventTable1763900000001', 'RefundWhatIsLeft1763900000047');
    await expect(migrateWarehouse(older.adminUrl)).rejects.toThrow(
      /^dw_\w+ ends at migration RefundWhatIsLeft1763900000047; .* from NoteCorrectedClocks1763900000048 on\. Rebuild it from S3: .*$/,
    );
    expect(await older.query('admin', 'SELECT FROM migrations')).toHaveLength(2);
    await older.close();
  });
});

describe('clickstream_events', () => {
  it('begins with the sixteen fixed columns, so that existing SQL runs unchanged', async () => {
    const columns = await columnsOf(warehouse, 'public', 'clickstream_events');
    expect(columns.slice(0, FIXED_COLUMN_COUNT)).toEqual([
      'event_id uuid',
      'event_timestamp timestamp with time zone',
      'event_name text',
      'user_id text',
      'user_login_state text',
      'identity_source text',
      'client_id text',
      'session_id text',
      'is_first_visit boolean',
      'context_product_id text',
      'context_product_name text',
      'context_product_category text',
      'context_product_brand text',
      'context_product_price numeric',
      'context_product_discount_price numeric',
      'context_product_url_path text',
    ]);
  });

  it('accepts a row with only the fixed columns', async () => {
    await warehouse.query(
      'etl',
      `INSERT INTO clickstream_events (event_id, event_timestamp, event_name)
       VALUES (gen_random_uuid(), now(), 'page_view')`,
    );
    const rows = await warehouse.query(
      'shiny',
      'SELECT schema_version, is_bot, is_staff FROM clickstream_events',
    );
    expect(rows).toEqual([{ schema_version: 1, is_bot: false, is_staff: false }]);
  });
});

describe('ledger_hourly', () => {
  it('refuses an hour with a line in no place, or in two places', async () => {
    const insert = (loaded: number) =>
      warehouse.query(
        'etl',
        `INSERT INTO ledger_hourly (hour, received, stored, loaded) VALUES (now(), 5, 5, ${loaded})`,
      );
    await expect(insert(4)).rejects.toThrow('ledger_hourly_stored_closes');
    await expect(insert(6)).rejects.toThrow('ledger_hourly_stored_closes');
    await expect(insert(5)).resolves.toBeDefined();
  });
});

describe('etl_objects', () => {
  it('refuses counts that do not add up', async () => {
    const insert = warehouse.query(
      'etl',
      `INSERT INTO etl_objects (object_key, object_id, hour, etag, size_bytes, lines, loaded, duplicates, quarantined, run_id)
       VALUES ('k', 1, now(), 'e', 10, 5, 3, 1, 0, 1)`,
    );
    await expect(insert).rejects.toThrow('etl_objects_counts_close');
  });
});
