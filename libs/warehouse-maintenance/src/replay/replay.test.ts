import { createHash } from 'node:crypto';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { newEventId } from '@clickstream/event-schema';
import { aProductView } from '@clickstream/event-schema/testing';
import { keyRangeOf } from '@clickstream/warehouse-load/reading';
import {
  aBucket,
  gzippedLines,
  ledgerDifferences,
  ledgerOf,
  received,
  runOnce,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import { replay, type Replay } from './replay';

const KEY = 'events/2026/11/02/09/a.json.gz';
const HOUR = '2026-11-02T09';
const TIME = '2026-11-02T09:15:30.250Z';

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

const event = (over: object = {}) => ({
  ...received(aProductView({ eventTimestamp: TIME, eventId: newEventId(Date.parse(TIME)) }), {
    receivedAt: TIME,
  }),
  ...over,
});

async function runReplay(over: Partial<Replay> = {}) {
  const client = await connectTo(warehouse.etlUrl);
  try {
    const defaults = { client, source: bucket.source, filter: {}, isDryRun: false, isStopped: () => false };
    return await replay({ ...defaults, ...over });
  } finally {
    await client.end();
  }
}

/** Loads lines; those that are not events go to quarantine. */
async function load(lines: readonly unknown[], key = KEY): Promise<void> {
  await bucket.putEvents(key, lines);
  await runOnce(warehouse.etlUrl, bucket.source);
}

/** Simulates a line that earlier code could not read and current code can. */
const mendText = (line: number, value: unknown) =>
  warehouse.query('admin', 'UPDATE etl_quarantine SET raw = $2 WHERE line = $1', [
    line,
    JSON.stringify(value),
  ]);

const query = (sql: string) => warehouse.query('shiny', sql);

describe('a replay', () => {
  it('loads readable lines with their facts, once, and leaves the others with the current reason', async () => {
    const readable = event();
    await load([event(), event({ eventName: 'Not A Name' }), '{"broken', event({ eventName: 7 })]);
    await mendText(2, readable);
    await warehouse.query('admin', `UPDATE etl_quarantine SET reason = 'of_old' WHERE line = 4`);

    expect(await runReplay()).toEqual({ loaded: 1, duplicates: 0, dropped: 0, left: 2 });
    expect(await runReplay()).toEqual({ loaded: 0, duplicates: 0, dropped: 0, left: 2 });

    expect(await ledgerOf(warehouse, HOUR)).toEqual({
      received: 4,
      stored: 4,
      loaded: 2,
      quarantined: 2,
      replayed: 1,
    });
    expect(
      await query('SELECT line, reason FROM etl_quarantine WHERE resolved_at IS NULL ORDER BY line'),
    ).toEqual([
      { line: 3, reason: 'not_json' },
      { line: 4, reason: 'bad_event_name' },
    ]);
    expect(await query('SELECT sum(events)::integer AS events FROM activity_hourly')).toEqual([
      { events: 2 },
    ]);
    expect(await query(`SELECT event_id, source_line FROM clickstream_events WHERE source_line = 2`)).toEqual(
      [{ event_id: (readable as { eventId?: string }).eventId, source_line: 2 }],
    );
  });

  it('reads a line from its object if the quarantine has it cut off, or in another form', async () => {
    await load([event(), event()]);
    await warehouse.query(
      'admin',
      `DELETE FROM clickstream_events WHERE source_line = 2;
       UPDATE sessions SET events = 1; UPDATE activity_hourly SET events = 1;
       INSERT INTO etl_quarantine (object_key, line, reason, raw) VALUES ('${KEY}', 2, 'refused_by_warehouse', 'a\tb');
       UPDATE etl_objects SET loaded = 1, quarantined = 1; UPDATE ledger_hourly SET loaded = 1, quarantined = 1`,
    );
    expect(await runReplay()).toMatchObject({ loaded: 1, left: 0 });
    expect(await query('SELECT source_line FROM clickstream_events ORDER BY 1')).toEqual([
      { source_line: 1 },
      { source_line: 2 },
    ]);
  });

  it('gives an event without an id the same id as a load', async () => {
    const nameless = event({ eventId: undefined });
    await load([{ ...nameless, eventName: '!' }]);
    await mendText(1, nameless);
    await runReplay();
    const ids = await query('SELECT event_id FROM clickstream_events');
    // The same object, loaded by code that can read it.
    const other = await aWarehouse();
    await bucket.put(KEY, gzippedLines([nameless]));
    await runOnce(other.etlUrl, bucket.source);
    expect(await other.query('shiny', 'SELECT event_id FROM clickstream_events')).toEqual(ids);
    await other.close();
  });

  it('counts a line as a duplicate if its event has been loaded since', async () => {
    const twice = event();
    await load([event({ eventName: '!' })]);
    await mendText(1, twice);
    await load([twice], 'events/2026/11/02/10/b.json.gz');
    expect(await runReplay()).toEqual({ loaded: 0, duplicates: 1, dropped: 0, left: 0 });
    expect(await query('SELECT count(*)::integer AS rows FROM clickstream_events')).toEqual([{ rows: 1 }]);
  });

  it('drops a line that has been erased in the bucket', async () => {
    await load(['{"broken']);
    const erased = gzippedLines([{ _erased: TIME }]);
    await bucket.put(KEY, erased);
    const etag = createHash('md5').update(erased).digest('hex');
    await warehouse.query('admin', 'UPDATE etl_objects SET etag = $1, size_bytes = $2', [
      etag,
      erased.length,
    ]);
    expect(await runReplay()).toEqual({ loaded: 0, duplicates: 0, dropped: 1, left: 0 });
    expect(await ledgerOf(warehouse, HOUR)).toEqual({ received: 1, stored: 1, erased: 1 });
  });

  it('leaves an object that has changed since it was loaded to the next run', async () => {
    await load(['{"broken']);
    await bucket.putEvents(KEY, [event()]);
    expect(await runReplay()).toMatchObject({ loaded: 0, left: 1 });
    await runOnce(warehouse.etlUrl, bucket.source);
    expect(await query('SELECT count(*)::integer AS rows FROM clickstream_events')).toEqual([{ rows: 1 }]);
  });

  it('leaves a line of several events, which an earlier reader could not read, to a rebuild', async () => {
    const events = [event(), event(), event()].map((each) => JSON.stringify(each)).join('');
    await bucket.put(KEY, `${events}\n`);
    await runOnce(warehouse.etlUrl, bucket.source);
    expect(await query('SELECT count(*)::integer AS rows FROM clickstream_events')).toEqual([{ rows: 3 }]);
    // As the earlier load left it.
    await warehouse.query(
      'admin',
      `DELETE FROM clickstream_events; DELETE FROM activity_hourly; DELETE FROM sessions; DELETE FROM products_hourly;
       INSERT INTO etl_quarantine (object_key, line, reason, raw) VALUES ('${KEY}', 1, 'not_json', '${events}');
       UPDATE etl_objects SET lines = 1, loaded = 0, quarantined = 1;
       UPDATE ledger_hourly SET received = 1, stored = 1, loaded = 0, quarantined = 1`,
    );
    expect(await runReplay()).toEqual({ loaded: 0, duplicates: 0, dropped: 0, left: 1 });
    expect(await query('SELECT reason, detail FROM etl_quarantine')).toEqual([
      { reason: 'not_json', detail: expect.stringContaining('several events') as string },
    ]);
  });

  it('changes nothing in a dry run', async () => {
    await load([event({ eventName: '!' })]);
    await mendText(1, event());
    expect(await runReplay({ isDryRun: true })).toMatchObject({ loaded: 1 });
    expect(await ledgerOf(warehouse, HOUR)).toEqual({ received: 1, stored: 1, quarantined: 1 });
    expect(await query('SELECT count(*)::integer AS rows FROM clickstream_events')).toEqual([{ rows: 0 }]);
  });

  it('reads only the lines asked for', async () => {
    await load(['{"broken', { eventName: '!' }]);
    await load(['{"broken'], 'events/2026/11/03/00/b.json.gz');
    const left = async (filter: Replay['filter']) => (await runReplay({ filter })).left;
    expect(await left({})).toBe(3);
    expect(await left({ reason: 'not_json' })).toBe(2);
    expect(await left({ object: KEY })).toBe(2);
    expect(await left({ range: keyRangeOf({ from: '2026-11-02T10' }) })).toBe(1);
    expect(await left({ range: keyRangeOf({ to: '2026-11-02' }), reason: 'not_json' })).toBe(1);
  });

  it('processes more lines than it reads at once, of many objects', async () => {
    for (const name of ['a', 'b', 'c']) {
      await bucket.putEvents(
        `events/2026/11/02/09/${name}.json.gz`,
        Array.from({ length: 200 }, () => event({ eventName: '!' })),
      );
    }
    await runOnce(warehouse.etlUrl, bucket.source);
    await warehouse.query(
      'admin',
      `UPDATE etl_quarantine SET raw = replace(raw, '"!"', '"click"') WHERE line % 2 = 0`,
    );
    expect(await runReplay()).toEqual({ loaded: 300, duplicates: 0, dropped: 0, left: 300 });
  });

  it('loads each line once when two run at the same time, even without the lock', async () => {
    await load(Array.from({ length: 200 }, () => event({ eventName: '!' })));
    await warehouse.query('admin', `UPDATE etl_quarantine SET raw = replace(raw, '"!"', '"click"')`);
    const both = await Promise.allSettled([runReplay(), runReplay()]);
    const loaded = both.map((end) => (end.status === 'fulfilled' ? end.value.loaded : 0));
    expect(loaded.sort((one, other) => one - other)).toEqual([0, 200]);
    expect(await ledgerOf(warehouse, HOUR)).toMatchObject({ loaded: 200, replayed: 200 });
  });

  it('continues where a killed one stopped', async () => {
    await load(Array.from({ length: 400 }, () => event({ eventName: '!' })));
    await warehouse.query('admin', `UPDATE etl_quarantine SET raw = replace(raw, '"!"', '"click"')`);
    let pages = 0;
    expect(await runReplay({ isStopped: () => pages++ > 0 })).toMatchObject({ loaded: 250 });
    expect(await runReplay()).toMatchObject({ loaded: 150, left: 0 });
  });
});
