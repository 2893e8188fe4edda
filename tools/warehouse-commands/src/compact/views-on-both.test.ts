import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '@clickstream/command-line';
import { compact, type Compacted, EXPORTS, exportTable, type TableExport } from '@clickstream/lake';
import { aLake, asTexts, readColumns, type TestLake } from '@clickstream/lake/testing';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import {
  aBucket,
  outcomeOf,
  runOnce,
  startCommand,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import { retain } from '@clickstream/warehouse-maintenance';
import type pg from 'pg';
import { EXPORT_HELP, exportOptions } from '../export/export-options';
import { eraseSomebodyWhoBought, refundOrders } from '../testing/refunds-and-erasure';
import { rowsInLake, rowsInWarehouse, sorted } from '../testing/rows-of-views';
import { putVisits, simulatedMonth } from '../testing/simulated-days';

let warehouse: TestWarehouse;
let bucket: TestBucket;
let lake: TestLake;
let client: pg.Client;
let first: Compacted;
let second: Compacted;
/** A shopper who bought, and is erased between the two compactions. */
let erased: string;

/** The first day that the warehouse keeps at the end. */
const HORIZON = '2026-11-14';

beforeAll(async () => {
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
  lake = aLake(bucket.name);
  client = await connectTo(warehouse.shinyUrl);
  const { inTime, foundLater, sentLater } = simulatedMonth({
    seed: 19,
    days: 30,
    sessionsPerDay: 12,
    until: new Date('2026-11-28T00:00:00Z'),
  });
  await putVisits(bucket, inTime, 'a');
  await runOnce(warehouse.etlUrl, bucket.source);
  await refundOrders(warehouse, bucket);
  await warehouse.query(
    'admin',
    `INSERT INTO staff_users (user_id) SELECT user_id FROM sessions WHERE user_id IS NOT NULL LIMIT 1;
     INSERT INTO ad_costs (day, source, medium, campaign, channel, currency, cost, clicks, impressions)
     VALUES ('2026-11-25', 'google', 'cpc', 'sale', 'paid_search', 'VND', 12.5, 3, 4)`,
  );
  const compaction = { client, bucket: lake.bucket, now: new Date('2026-11-30T00:00:00Z') };
  first = await compact(compaction);
  await putVisits(bucket, foundLater, 'b');
  await putVisits(bucket, sentLater, 'c', 1);
  await runOnce(warehouse.etlUrl, bucket.source);
  erased = await eraseSomebodyWhoBought(warehouse, bucket, lake);
  second = await compact(compaction);
});

afterAll(async () => {
  lake.close();
  bucket.close();
  await client.end();
  await warehouse.close();
});

const eventsInLake = () =>
  lake.query(
    `SELECT CAST(day AS text) AS day, event_id FROM read_parquet('{lake}events/*/*.parquet', hive_partitioning = true)
     ORDER BY ALL`,
  );

describe('the views of the dashboards, after a month with late events and an erasure', () => {
  it('are over days of which the second compaction has written those that were touched', async () => {
    expect(first.written.length).toBeGreaterThanOrEqual(30);
    expect(second.written.length).toBeGreaterThan(10);
    expect(second.unchanged).toBeGreaterThan(5);
    expect(second.factFiles).toBeLessThan(first.factFiles);
    expect(second.left).toBe(0);
    const late = await warehouse.query(
      'shiny',
      `SELECT count(*)::integer AS events FROM clickstream_events JOIN etl_objects ON object_id = source_object_id
       WHERE hour > event_timestamp + interval '24 hours'`,
    );
    expect(Number(late[0]?.['events'])).toBeGreaterThan(100);
    const [found] = await lake.query(
      `SELECT count(*)::INTEGER AS events FROM '{lake}events/*/*.parquet' WHERE user_id = '${erased}'`,
    );
    expect(found).toEqual({ events: 0 });
  });

  it('have the same rows in PostgreSQL and, by the same definitions, in DuckDB over the lake', async () => {
    const inLake = await rowsInLake(client, lake);
    expect(inLake).toEqual(await rowsInWarehouse(client));
    expect(Object.values(inLake).filter((rows) => rows.length === 0)).toEqual([]);
  });

  it('answers of events are the same as well', async () => {
    const question = `SELECT event_name, CAST(count(*) AS integer) AS events, CAST(count(DISTINCT client_id) AS integer) AS visitors
      FROM clickstream_events GROUP BY event_name ORDER BY event_name`;
    const events = `read_parquet('{lake}events/*/*.parquet') AS clickstream_events`;
    expect(await lake.query(question.replace('clickstream_events', events))).toEqual(
      await warehouse.query('shiny', question),
    );
  });
});

describe('npm run export', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'export-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(Object.keys(EXPORTS) as TableExport['table'][])(
    'writes the %s of some days as Parquet',
    async (table) => {
      const file = join(folder, `${table}.parquet`);
      const { relation, time } = EXPORTS[table];
      const days = { from: '2026-11-24', to: '2026-11-27' };
      const columns = await readColumns(client, relation);
      const expected = await warehouse.query(
        'shiny',
        `SELECT ${asTexts(columns, 'postgres')} FROM ${relation}
       WHERE ${time} >= '2026-11-24T00:00Z' AND ${time} < '2026-11-28T00:00Z'`,
      );
      expect(await exportTable(client, { table, format: 'parquet', ...days, file })).toBe(expected.length);
      const found = await lake.query(`SELECT ${asTexts(columns, 'duckdb')} FROM '${file}'`);
      expect(expected.length).toBeGreaterThan(0);
      expect(sorted(found)).toEqual(sorted(expected));
    },
  );

  it('writes CSV with a heading, and reports in one line', async () => {
    const file = join(folder, 'orders.csv');
    const env = { DW_SHINY_URL: warehouse.shinyUrl };
    const args = ['--table', 'orders', '--format', 'csv', '--file', file];
    const { output, code } = await outcomeOf(
      startCommand('tools/warehouse-commands/src/export.ts', env, args),
    );
    const [heading, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect({ output, code }).toEqual({ output: `Wrote ${lines.length} orders into ${file}.\n`, code: 0 });
    expect(heading).toMatch(/^order_id,placed_at,/);
    expect(await warehouse.query('shiny', 'SELECT count(*)::integer AS orders FROM dash.orders')).toEqual([
      { orders: lines.length },
    ]);
  });

  it('names what is wrong with its options', () => {
    expect(exportOptions(['--table', 'carts', '--format', 'csv', '--to', '2026-11-02'])).toEqual({
      table: 'carts',
      format: 'csv',
      from: undefined,
      to: '2026-11-02',
      file: 'carts.csv',
    });
    expect(() => exportOptions(['--table', 'users', '--format', 'csv'])).toThrow(UsageError);
    expect(() => exportOptions(['--table', 'carts', '--format', 'xml'])).toThrow(UsageError);
    expect(exportOptions(['--help'])).toBe('help');
    expect(EXPORT_HELP).toContain('Exit codes:');
  });
});

describe('after the older half has left the warehouse', () => {
  let before: Record<string, string[]>;
  let events: Record<string, unknown>[];
  beforeAll(async () => {
    before = await rowsInWarehouse(client);
    events = await eventsInLake();
    const admin = await connectTo(warehouse.adminUrl);
    const now = new Date('2026-11-30T00:00:00Z');
    const kept = { bucket: lake.bucket, from: '2023-11-01', now };
    const dropped = await retain({ client: admin, horizon: HORIZON, isDryRun: false, lake: kept });
    expect(dropped?.events).toBeGreaterThan(1000);
    await admin.end();
    await compact({ client, bucket: lake.bucket, now });
  });

  it('the lake has every event that it had', async () => {
    expect(await eventsInLake()).toEqual(events);
  });

  it.each(['parquet', 'csv'] as const)('an export has the rows of both, as %s', async (format) => {
    const [file, again] = ['orders', 'events'].map((name) =>
      join(tmpdir(), `both-${name}-${Date.now()}.${format}`),
    );
    const days = { from: undefined, to: undefined, format };
    const orders = await exportTable(client, { table: 'orders', file: String(file), ...days }, lake.bucket);
    expect(orders).toBe(before['orders']?.length);
    const all = await exportTable(client, { table: 'events', file: String(again), ...days }, lake.bucket);
    expect(all).toBe(events.length);
    const [found] = await lake.query(
      `SELECT (SELECT string_agg(order_id, ' ' ORDER BY order_id) FROM '${file}') AS orders,
         (SELECT count(DISTINCT event_id)::INTEGER FROM '${again}') AS events`,
    );
    const ids = before['orders']?.map((row) => (JSON.parse(row) as { order_id: string }).order_id).sort();
    expect(found).toEqual({ orders: ids?.join(' '), events: events.length });
    await Promise.all([rm(String(file)), rm(String(again))]);
  });

  it('its views have the rows that the warehouse had, but for earlier visits of later orders', async () => {
    const after = await rowsInLake(client, lake);
    const differing = Object.keys(before).filter((name) => `${after[name]}` !== `${before[name]}`);
    expect(differing).toEqual(['order_credits', 'order_touches']);
    for (const name of differing)
      expect(placedBefore(after[name], HORIZON)).toEqual(placedBefore(before[name], HORIZON));
    expect(placedBefore(after['order_touches'], HORIZON).length).toBeGreaterThan(0);
  });
});

/** Rows of orders from before a day. */
const placedBefore = (rows: readonly string[] | undefined, day: string) =>
  (rows ?? []).filter(
    (row) => Number((JSON.parse(row) as { placed_at: string }).placed_at) / 1000 < Date.parse(day),
  );
