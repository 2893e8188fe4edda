import { createWarehouseDataSource, migrateWarehouse } from './data-source';
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

async function columnsIn(other: TestWarehouse): Promise<string[]> {
  const rows = await other.query(
    'admin',
    `SELECT attname::text AS name FROM pg_attribute WHERE attrelid = 'clickstream_events'::regclass AND attnum > 0`,
  );
  return rows.map(({ name }) => String(name));
}

describe('the migrations', () => {
  it('leave nothing for TypeORM to change between the entities and the database', async () => {
    const dataSource = await createWarehouseDataSource(warehouse.adminUrl).initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it.each(Object.values<Table>(tables))(
    'give $name the columns of its map in their order and of their types, which COPY relies on',
    async ({ name, columns }) => {
      const inDatabase = await columnsOf(warehouse, 'public', name);
      expect(inDatabase.map((column) => column.replace('timestamp with time zone', 'timestamptz'))).toEqual(
        Object.entries(columns).map(([column, { type }]) => `${column} ${type}`),
      );
    },
  );

  it('do nothing when they have run already', async () => {
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

describe('clickstream_events', () => {
  it('begins with the sixteen fixed columns, so that SQL that people already have runs unchanged', async () => {
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

  it('keeps its rows when columns are added behind them', async () => {
    const older = await aWarehouse();
    const dataSource = await createWarehouseDataSource(older.adminUrl).initialize();
    while ((await columnsIn(older)).includes('sequence')) await dataSource.undoLastMigration();
    await older.query('etl', `SELECT ensure_event_partitions('2026-11-01', '2026-11-01')`);
    await older.query(
      'admin',
      `INSERT INTO clickstream_events (event_id, event_timestamp, event_name)
       VALUES ('019a4341-7f6a-7abc-8def-0123456789ab', now(), 'page_view'), (gen_random_uuid(), now(), 'click')`,
    );
    await dataSource.destroy();
    await migrateWarehouse(older.adminUrl);
    expect(
      await older.query(
        'shiny',
        'SELECT event_name, sequence, clock_offset_ms FROM clickstream_events ORDER BY event_name',
      ),
    ).toEqual([
      { event_name: 'click', sequence: null, clock_offset_ms: null },
      { event_name: 'page_view', sequence: null, clock_offset_ms: null },
    ]);
    await older.close();
  });

  it('takes a row of the fixed columns alone', async () => {
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
  it('begins with what the manifest has counted before there was a ledger', async () => {
    const older = await aWarehouse();
    const dataSource = await createWarehouseDataSource(older.adminUrl).initialize();
    const hasLedger = () => older.query('admin', `SELECT 1 FROM pg_class WHERE relname = 'ledger_hourly'`);
    while ((await hasLedger()).length > 0) await dataSource.undoLastMigration();
    await dataSource.destroy();
    await older.query(
      'admin',
      `INSERT INTO etl_objects (object_key, object_id, etag, size_bytes, lines, loaded, duplicates, quarantined, run_id)
       VALUES ('events/2026/11/02/09/a.json.gz', 1, 'e', 1, 5, 3, 1, 1, 1), ('events/2026/11/02/09/b.json', 2, 'e', 1, 1, 1, 0, 0, 1),
         ('events/2026/11/03/event-1.json', 3, 'e', 1, 2, 2, 0, 0, 1), ('events/2026/13/45/x', 4, 'e', 1, 1, 0, 0, 1, 1)`,
    );
    await migrateWarehouse(older.adminUrl);
    const hours = await older.query(
      'shiny',
      `SELECT to_char(hour AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24') AS hour, received::integer, stored::integer,
         loaded::integer, duplicates::integer, quarantined::integer
       FROM ledger_hourly ORDER BY ledger_hourly.hour`,
    );
    expect(hours).toEqual([
      { hour: '1970-01-01 00', received: 1, stored: 1, loaded: 0, duplicates: 0, quarantined: 1 },
      { hour: '2026-11-02 09', received: 6, stored: 6, loaded: 4, duplicates: 1, quarantined: 1 },
      { hour: '2026-11-03 00', received: 2, stored: 2, loaded: 2, duplicates: 0, quarantined: 0 },
    ]);
    await older.close();
  });

  it('refuses an hour of which a line is nowhere, or in two places', async () => {
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
