import { gzipSync } from 'node:zlib';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { newEventId } from '@clickstream/event-schema';
import { aCheckoutComplete, aProductView } from '@clickstream/event-schema/testing';
import { erasedLine } from '@clickstream/warehouse-load/reading';
import {
  aBucket,
  HOSTILE_VALUES,
  ledgerDifferences,
  received,
  runOnce,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';
import { connectTo, FACT_TABLES, horizonAfter, openWarehouse } from '@clickstream/warehouse-load/warehouse';
import { retain } from '@clickstream/warehouse-maintenance';
import { rebuildAll, type RebuildAll } from './rebuild-all';

let warehouse: TestWarehouse;
let bucket: TestBucket;

beforeEach(async () => {
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
});

afterEach(async () => {
  expect(await ledgerDifferences(warehouse)).toEqual([]);
  bucket.close();
  await warehouse.close();
});

const TIME = '2026-11-02T09:15:30.250Z';

const event = (time = TIME, over: object = {}) => ({
  ...received(aProductView({ eventTimestamp: time, eventId: newEventId(Date.parse(time)) }), {
    receivedAt: time,
  }),
  ...over,
});

async function rebuild(over: Partial<RebuildAll> = {}) {
  const admin = await connectTo(warehouse.adminUrl);
  const loading = await openWarehouse(warehouse.etlUrl);
  try {
    return await rebuildAll({
      admin,
      warehouse: loading,
      source: bucket.source,
      allowDataLoss: false,
      now: new Date(),
      sweepPages: 1000,
      isTimeUp: () => false,
      onSkipped: () => undefined,
      ...over,
    });
  } finally {
    await Promise.all([loading.close(), admin.end()]);
  }
}

/**
 * Everything that a rebuild restores, without the values that differ between loads: numbers of
 * objects and runs, and times of loading.
 */
async function content() {
  const tables = {
    events: `SELECT to_jsonb(e) - 'source_object_id' AS row, object_key FROM clickstream_events e
      LEFT JOIN etl_objects ON object_id = source_object_id ORDER BY event_id`,
    objects: `SELECT to_jsonb(o) - '{object_id,run_id,loaded_at}'::text[] AS row FROM etl_objects o ORDER BY object_key`,
    quarantine: `SELECT object_key, line, reason, raw FROM etl_quarantine WHERE resolved_at IS NULL ORDER BY 1, 2`,
    ledger: `SELECT to_jsonb(l) - 'replayed' AS row FROM ledger_hourly l ORDER BY hour`,
    ...Object.fromEntries(
      FACT_TABLES.map((table) => [
        table,
        `SELECT to_jsonb(f) AS row FROM ${table} f ORDER BY to_jsonb(f)::text`,
      ]),
    ),
    audit: `SELECT to_jsonb(a) AS row FROM identity_audit a ORDER BY to_jsonb(a)::text`,
  };
  const rows = await Promise.all(
    Object.entries(tables).map(async ([name, sql]) => [name, await warehouse.query('admin', sql)] as const),
  );
  return Object.fromEntries(rows);
}

async function loadSomeOfEverything(): Promise<void> {
  const twice = event();
  const nameless = event(TIME, { eventId: undefined });
  await bucket.putEvents('events/2026/11/02/09/a.json.gz', [
    event(),
    twice,
    nameless,
    '{"broken',
    erasedLine(new Date()),
  ]);
  await bucket.putEvents('events/2026/11/02/10/b.json.gz', [
    twice,
    received(
      aCheckoutComplete({ eventTimestamp: TIME, eventId: newEventId(Date.parse(TIME)), userId: 'user-1' }),
    ),
  ]);
  await bucket.put('events/2026/11/03/event-1.json', JSON.stringify({ event_name: 'page_view' }));
  await bucket.putEvents('rejected/2026/11/02/10/r.json.gz', [{ reason: 'no' }]);
  await runOnce(warehouse.etlUrl, bucket.source);
}

describe('a rebuild from the bucket', () => {
  it('loses nothing of hostile objects, up to the harmful byte', async () => {
    await loadSomeOfEverything();
    const events = Array.from({ length: 3 }, () => JSON.stringify(event())).join('\n');
    const bomb = Buffer.concat([gzipSync(`${events}\n`), gzipSync(Buffer.alloc(600 * 1024 * 1024, 'x'))]);
    await bucket.put('events/2026/11/02/09/bomb.json.gz', bomb);
    await bucket.put('events/2026/11/02/09/deep.json', '['.repeat(20_000) + ']'.repeat(20_000));
    await bucket.putEvents('events/2026/11/02/09/poison.json.gz', [
      ...HOSTILE_VALUES,
      ...HOSTILE_VALUES.map((json) => `{"eventName":"page_view","isStaff":${json},"eventTimestamp":${json}}`),
      event(),
    ]);
    await runOnce(warehouse.etlUrl, bucket.source);
    const before = await content();
    // Events whose time is an object are quarantined: their time is not known.
    expect(before['events']).toHaveLength(9);
    expect(await rebuild()).toMatchObject({ failed: 0, more: false });
    expect(await content()).toEqual(before);
  });

  it('gives the same warehouse again: rows, ids, manifest, quarantine, ledger, facts, undone links', async () => {
    await loadSomeOfEverything();
    await warehouse.query(
      'admin',
      `SELECT undo_identity_link(client_id, user_id, 'a shared phone') FROM identity_links`,
    );
    const before = await content();
    expect(before['audit']).toHaveLength(2);
    expect(await rebuild()).toMatchObject({
      objects: 4,
      loaded: 5,
      duplicates: 1,
      quarantined: 1,
      more: false,
    });
    expect(await content()).toEqual(before);
  });

  it('restores what was damaged by hand', async () => {
    await loadSomeOfEverything();
    const before = await content();
    await warehouse.query(
      'admin',
      'DELETE FROM clickstream_events WHERE source_line = 1; UPDATE ledger_hourly SET received = 1000; DELETE FROM sessions',
    );
    await rebuild();
    expect(await content()).toEqual(before);
  });

  it('is continued by the next run of the ETL when it is interrupted', async () => {
    await loadSomeOfEverything();
    const before = await content();
    let asked = 0;
    expect(await rebuild({ isTimeUp: () => ++asked > 2 })).toMatchObject({ more: true });
    await runOnce(warehouse.etlUrl, bucket.source);
    expect(await content()).toEqual(before);
  });

  it('changes nothing when loaded objects are missing in the bucket, unless that is allowed', async () => {
    await loadSomeOfEverything();
    const before = await content();
    await bucket.delete('events/2026/11/02/09/a.json.gz');
    await expect(rebuild()).rejects.toThrow('1 objects that were loaded are no longer in the bucket');
    expect(await content()).toEqual(before);
    expect(await rebuild({ allowDataLoss: true })).toMatchObject({ objects: 3 });
  });

  it('neither restores nor loses what is older than the retention', async () => {
    const now = new Date();
    const at = (months: number) =>
      new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 15)).toISOString();
    const folder = (time: string) => `events/${time.slice(0, 10).replaceAll('-', '/')}/00/`;
    await bucket.putEvents(`${folder(at(14))}a.json.gz`, [
      event(at(14)),
      event(at(14), { eventId: newEventId(Date.parse(at(1))) }),
    ]);
    await bucket.putEvents(`${folder(at(1))}b.json.gz`, [event(at(14)), event(at(1))]);
    await runOnce(warehouse.etlUrl, bucket.source);
    const client = await connectTo(warehouse.adminUrl);
    await retain({ client, horizon: horizonAfter(12, now), isDryRun: false });
    await client.end();
    const before = await content();
    expect(before['events']).toHaveLength(2);
    expect(await rebuild()).toMatchObject({ objects: 1, loaded: 1 });
    expect(await content()).toEqual(before);
  });
});
