import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '@clickstream/command-line';
import {
  compact,
  type Compacted,
  EXPORTS,
  exportTable,
  NOT_IN_LAKE,
  type TableExport,
} from '@clickstream/lake';
import { aLake, asTexts, readColumns, type TestLake } from '@clickstream/lake/testing';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import {
  aBucket,
  etlEnvironment,
  outcomeOf,
  received,
  runOnce,
  startCommand,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';
import { createS3Client } from '@clickstream/warehouse-load/reading';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import { erase, openRawBucket } from '@clickstream/warehouse-maintenance';
import type pg from 'pg';
import { EXPORT_HELP, exportOptions } from '../export/export-options';
import { putVisits, simulatedMonth } from '../testing/simulated-days';

let warehouse: TestWarehouse;
let bucket: TestBucket;
let lake: TestLake;
let client: pg.Client;
let first: Compacted;
let second: Compacted;
/** A shopper who bought, and is erased between the two compactions. */
let erased: string;

beforeAll(async () => {
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
  lake = aLake(bucket.name);
  client = await connectTo(warehouse.shinyUrl);
  const { inTime, foundLater, sentLater } = simulatedMonth({
    seed: 5,
    days: 30,
    sessionsPerDay: 12,
    until: new Date('2026-11-28T00:00:00Z'),
  });
  await putVisits(bucket, inTime, 'a');
  await runOnce(warehouse.etlUrl, bucket.source);
  await refundOrders();
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
  erased = await eraseSomebodyWhoBought();
  second = await compact(compaction);
});

afterAll(async () => {
  lake.close();
  bucket.close();
  await client.end();
  await warehouse.close();
});

/** Refunds with an amount, with lines only, and without either; and a fault of a sender. */
async function refundOrders(): Promise<void> {
  const orders = await warehouse.query(
    'shiny',
    'SELECT order_id, items FROM orders ORDER BY order_id LIMIT 4',
  );
  const refunds = orders.map(({ order_id: orderId, items }, index) => {
    const [first] = items as readonly object[];
    const order = [
      { revenue: 1000.25 },
      { items: [{ ...first, quantity: 1 }] },
      {},
      { revenue: 5, tax: 'much' },
    ][index];
    const refund = received(
      {
        eventName: 'order_refund',
        eventId: `019acb31-0000-7000-8000-00000000000${index}`,
        eventTimestamp: '2026-11-28T10:00:00.000Z',
        order: { orderId, currency: 'VND', ...order },
      } as never,
      { receivedAt: '2026-11-28T10:00:01.000Z' },
    ) as { readonly _ingest: object };
    return { ...refund, _ingest: { ...refund._ingest, corrections: ['order.tax: not a number'] } };
  });
  await bucket.putEvents('events/2026/11/28/10/refunds.json.gz', refunds);
  await runOnce(warehouse.etlUrl, bucket.source);
}

/** @returns the id of the user */
async function eraseSomebodyWhoBought(): Promise<string> {
  const [buyer] = await warehouse.query(
    'shiny',
    'SELECT user_id AS id FROM orders WHERE user_id IS NOT NULL ORDER BY placed_at LIMIT 1',
  );
  const id = String(buyer?.['id']);
  const admin = await connectTo(warehouse.adminUrl);
  Object.assign(process.env, etlEnvironment(bucket.name, warehouse.etlUrl));
  const s3 = createS3Client(true);
  const receipt = await erase({
    client: admin,
    bucket: await openRawBucket(s3, bucket.name),
    lake: lake.bucket,
    subject: { kind: 'user', id },
    everywhere: false,
    now: new Date('2026-11-30T00:00:00Z'),
  });
  expect(receipt).toMatchObject({ failed: [], notRead: { objects: 0 } });
  expect(receipt.warehouse.events).toBeGreaterThan(3);
  s3.destroy();
  await admin.end();
  return id;
}

/** The rows of a view as texts, sorted. */
const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

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
    const script = await lake.text('lake/views.sql');
    const copy = await lake.copy(script.replaceAll("'lake/", "'{lake}"));
    const views = await warehouse.query(
      'shiny',
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'dash'::regnamespace AND relkind = 'v' ORDER BY 1`,
    );
    const names = views.map(({ name }) => String(name));
    expect(Object.keys(NOT_IN_LAKE).filter((name) => !names.includes(name))).toEqual([]);
    const shared = names.filter((name) => !(name in NOT_IN_LAKE));
    expect(shared.length).toBeGreaterThanOrEqual(18);
    const empty: string[] = [];
    for (const name of shared) {
      const columns = await readColumns(client, `dash.${name}`);
      const inWarehouse = await warehouse.query(
        'shiny',
        `SELECT ${asTexts(columns, 'postgres')} FROM dash.${name}`,
      );
      const inLake = await copy.query(`SELECT ${asTexts(columns, 'duckdb')} FROM dash.${name}`);
      expect({ name, rows: sorted(inLake) }).toEqual({ name, rows: sorted(inWarehouse) });
      if (inLake.length === 0) empty.push(name);
    }
    await copy.close();
    expect(empty).toEqual([]);
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
