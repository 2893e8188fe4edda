import { lakeBucket } from '@clickstream/lake';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { newEventId } from '@clickstream/event-schema';
import { anEventNamed } from '@clickstream/event-schema/testing';
import type pg from 'pg';
import { createS3Client } from '@clickstream/warehouse-load/reading';
import {
  aBucket,
  emptyTables,
  etlEnvironment,
  ledgerDifferences,
  ledgerOf,
  rebuild,
  runOnce,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';
import { connectTo, openWarehouse } from '@clickstream/warehouse-load/warehouse';
import { rebuildAll } from '../rebuild/rebuild-all';
import { erase, openRawBucket, replay, type Replay } from '@clickstream/warehouse-maintenance';

const HOUR = '2026-11-02T09';
const TIME = '2026-11-02T09:15:30.250Z';
const KEY = 'rejected/2026/11/02/09/r.json.gz';

let warehouse: TestWarehouse;
let bucket: TestBucket;
let admin: pg.Client;

beforeAll(async () => {
  warehouse = await aWarehouse();
  admin = await connectTo(warehouse.adminUrl);
});

beforeEach(async () => {
  bucket = await aBucket();
});

afterEach(async () => {
  expect(await ledgerDifferences(warehouse)).toEqual([]);
  await emptyTables(warehouse);
  bucket.close();
});

afterAll(async () => {
  await admin.end();
  await warehouse.close();
});

/** An order with a fault that an earlier contract did not accept. */
const anOrder = (over: object = {}) => {
  const order = anEventNamed('checkout_complete', {
    eventTimestamp: TIME,
    eventId: newEventId(Date.parse(TIME)),
    userId: 'user-1',
    clientId: 'browser-1',
  }) as { order: object };
  return { ...order, order: { ...order.order, currency: 'vnd' }, ...over };
};

/** A line as ingest writes it to an object under `rejected/`. */
const rejected = (event: unknown, reason = 'order/currency must be three capital letters') => ({
  reason,
  index: 0,
  event,
  _ingest: { receivedAt: TIME, requestId: 'r-1', sourceIp: '203.0.113.0', userAgent: null },
});

const load = () => runOnce(warehouse.etlUrl, bucket.source);
const runReplay = (over: Partial<Replay> = {}) =>
  replay({
    client: admin,
    source: bucket.source,
    filter: {},
    isDryRun: false,
    isStopped: () => false,
    ...over,
  });
const query = (sql: string) => warehouse.query('shiny', sql);
const rows = () =>
  query('SELECT event_id, event_timestamp, source_line, currency FROM clickstream_events ORDER BY 1');
const NOTHING = { loaded: 0, duplicates: 0, dropped: 0 };

/** Loads an object like an ETL that could read none of its lines, or not these. */
async function loadByAnEarlierEtl(lines: readonly unknown[], unread = lines.map((_, index) => index + 1)) {
  await bucket.putEvents(KEY, lines);
  await load();
  const { rowCount } = await admin.query('DELETE FROM clickstream_events WHERE source_line = ANY($1)', [
    unread,
  ]);
  for (const table of ['etl_objects', 'ledger_hourly']) {
    const stored = table === 'ledger_hourly' ? `, stored = stored - ${rowCount}` : '';
    await admin.query(
      `UPDATE ${table} SET loaded = loaded - $1, rejected = rejected + $1${stored}
       WHERE ${table === 'etl_objects' ? `object_key = '${KEY}'` : `hour = '${HOUR}:00Z'`}`,
      [rowCount],
    );
  }
  await rebuild(warehouse);
  expect(await ledgerDifferences(warehouse)).toEqual([]);
}

describe('what ingest rejected', () => {
  it('is loaded at once if the ETL can read it, and only counted if it cannot', async () => {
    await bucket.putEvents(KEY, [
      rejected(anOrder()),
      rejected({}),
      rejected(7),
      { _erased: TIME },
      // Cut by ingest: it looks like an event, but is not what was sent.
      rejected(anOrder(), 'The event nests deeper than 32 layers.'),
    ]);
    await load();
    expect(await ledgerOf(warehouse, HOUR)).toEqual({
      received: 5,
      rejected: 3,
      stored: 2,
      loaded: 1,
      erased: 1,
    });
    expect(await rows()).toEqual([expect.objectContaining({ source_line: 1, currency: 'VND' })]);
  });

  it('is loaded by a replay exactly once when a later contract accepts it, as by a rebuild', async () => {
    await loadByAnEarlierEtl([rejected(anOrder()), rejected({}), rejected(anOrder({ eventId: undefined }))]);
    expect(await rows()).toEqual([]);

    expect(await runReplay()).toEqual({ ...NOTHING, loaded: 2, left: 1 });
    const counts = { received: 3, rejected: 1, stored: 2, loaded: 2, replayed: 2 };
    expect(await ledgerOf(warehouse, HOUR)).toEqual(counts);
    expect(await query('SELECT sum(completions)::integer AS sum FROM orders')).toEqual([{ sum: 2 }]);
    const replayed = await rows();

    expect(await runReplay()).toEqual({ ...NOTHING, left: 1 });
    expect(await ledgerOf(warehouse, HOUR)).toEqual(counts);
    expect(await load()).toMatchObject({ objects: 0, loaded: 0 });

    const loading = await openWarehouse(warehouse.etlUrl);
    const calmly = { now: new Date(), sweepPages: 10, isTimeUp: () => false, onSkipped: () => undefined };
    await rebuildAll({ ...calmly, admin, source: bucket.source, warehouse: loading, allowDataLoss: false });
    await loading.close();
    expect(await rows()).toEqual(replayed);
  });

  it('is loaded next to lines of its object that were loaded before', async () => {
    await loadByAnEarlierEtl([rejected(anOrder()), rejected(anOrder()), rejected({})], [2]);
    expect(await runReplay()).toEqual({ ...NOTHING, loaded: 1, left: 1 });
    expect(await runReplay()).toEqual({ ...NOTHING, left: 1 });
    expect((await rows()).map((row) => row['source_line']).sort()).toEqual([1, 2]);
  });

  it('is a duplicate if the browser has sent it again in the meantime', async () => {
    const order = anOrder();
    await loadByAnEarlierEtl([rejected(order)]);
    await bucket.putEvents('events/2026/11/02/10/a.json.gz', [{ ...order, _ingest: { receivedAt: TIME } }]);
    await load();
    expect(await runReplay()).toEqual({ ...NOTHING, duplicates: 1, left: 0 });
    expect(await runReplay()).toEqual({ ...NOTHING, left: 0 });
    expect(await rows()).toHaveLength(1);
  });

  it('is quarantined once if another event has its id', async () => {
    const order = anOrder();
    await loadByAnEarlierEtl([rejected(order), rejected({})]);
    const other = { ...order, eventName: 'order_refund', _ingest: { receivedAt: TIME } };
    await bucket.putEvents('events/2026/11/02/10/a.json.gz', [other]);
    await load();
    const inQuarantine = [{ object_key: KEY, line: 1, reason: 'id_conflict' }];
    for (let times = 0; times < 2; times++) {
      expect(await runReplay()).toMatchObject(NOTHING);
      expect(await query('SELECT object_key, line, reason FROM etl_quarantine')).toEqual(inQuarantine);
    }
  });

  it('stays as it is in a dry run, by another reason, and in other hours', async () => {
    await loadByAnEarlierEtl([rejected(anOrder()), rejected({})]);
    expect(await runReplay({ isDryRun: true })).toEqual({ ...NOTHING, loaded: 1, left: 1 });
    expect(await runReplay({ filter: { reason: 'not_json' } })).toEqual({ ...NOTHING, left: 0 });
    const range = (hour: string) => ({
      from: `events/2026/11/02/${hour}/`,
      to: `events/2026/11/02/${hour}/`,
    });
    expect(await runReplay({ filter: { range: range('10') } })).toEqual({ ...NOTHING, left: 0 });
    expect(await runReplay({ filter: { object: 'rejected/other' } })).toEqual({ ...NOTHING, left: 0 });
    expect(await rows()).toEqual([]);
    expect(await runReplay({ filter: { reason: 'rejected', range: range('09') } })).toMatchObject({
      loaded: 1,
    });
  });

  it('is loaded once by two concurrent replays', async () => {
    await loadByAnEarlierEtl([rejected(anOrder()), rejected(anOrder())]);
    const other = await connectTo(warehouse.etlUrl);
    const both = await Promise.allSettled([runReplay(), runReplay({ client: other })]);
    await other.end();
    const loaded = both.map((end) => (end.status === 'fulfilled' ? end.value.loaded : 0));
    expect(loaded.sort()).toEqual([0, 2]);
    expect(await rows()).toHaveLength(2);
  });

  it('is erased with its rows and its counts', async () => {
    await loadByAnEarlierEtl([
      rejected(anOrder()),
      rejected(anOrder({ userId: 'user-2' })),
      rejected({ userId: 'user-1' }),
    ]);
    await runReplay();
    Object.assign(process.env, etlEnvironment(bucket.name, warehouse.etlUrl));
    const s3 = createS3Client(true);
    await erase({
      client: admin,
      bucket: await openRawBucket(s3, bucket.name),
      lake: lakeBucket(s3, bucket.name),
      subject: { kind: 'user', id: 'user-1' },
      everywhere: false,
      now: new Date(),
    });
    s3.destroy();
    expect(await ledgerOf(warehouse, HOUR)).toMatchObject({ received: 3, stored: 3, loaded: 1, erased: 2 });
    expect(await runReplay()).toEqual({ ...NOTHING, left: 0 });
  });
});
