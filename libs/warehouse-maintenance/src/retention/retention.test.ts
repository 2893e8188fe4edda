import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { newEventId } from '@clickstream/event-schema';
import { aPageView } from '@clickstream/event-schema/testing';
import {
  aBucket,
  gzippedLines,
  ledgerDifferences,
  ledgerOf,
  received,
  runOnce,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';
import { connectTo, horizonAfter, inTransaction, rebuildFacts } from '@clickstream/warehouse-load/warehouse';
import { retain } from './retain';

const NOW = new Date();
/** The middle of the month this many months ago: partitions go back five years from today. */
const monthsAgo = (months: number) => {
  const day = new Date(Date.UTC(NOW.getUTCFullYear(), NOW.getUTCMonth() - months, 15, 9, 20));
  return { time: day.toISOString(), hour: day.toISOString().slice(0, 13), folder: folderOf(day) };
};
const folderOf = (day: Date) => `${day.toISOString().slice(0, 13).replaceAll('-', '/').replace('T', '/')}/`;

const OLD = monthsAgo(14);
const NEW = monthsAgo(1);
const HORIZON = horizonAfter(12, NOW);

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

const eventsAt = (time: string, count: number, over: object = {}) =>
  Array.from({ length: count }, () => ({
    ...received(
      aPageView({
        eventTimestamp: time,
        eventId: newEventId(Date.parse(time)),
        sessionId: `session of ${time}`,
      }),
      { receivedAt: time },
    ),
    ...over,
  }));

async function runRetention(over: { horizon?: string; isDryRun?: boolean } = {}) {
  const client = await connectTo(warehouse.adminUrl);
  try {
    return await retain({ client, horizon: HORIZON, isDryRun: false, ...over });
  } finally {
    await client.end();
  }
}

const load = () => runOnce(warehouse.etlUrl, bucket.source);

const query = (sql: string) => warehouse.query('shiny', sql);

const counted = async (what: string) => Number((await query(`SELECT count(*) AS n FROM ${what}`))[0]?.['n']);

describe('horizonAfter', () => {
  it('is the first day of a month, over the ends of years', () => {
    expect(horizonAfter(12, new Date('2026-11-23T10:00:00Z'))).toBe('2025-11-01');
    expect(horizonAfter(11, new Date('2026-11-30T23:59:59Z'))).toBe('2025-12-01');
    expect(horizonAfter(25, new Date('2026-01-31T00:00:00Z'))).toBe('2023-12-01');
  });
});

describe('the retention', () => {
  beforeEach(async () => {
    await bucket.putEvents(`events/${OLD.folder}a.json.gz`, [...eventsAt(OLD.time, 3), '{"broken']);
    await bucket.putEvents(`events/${NEW.folder}b.json.gz`, [...eventsAt(NEW.time, 2), '{"broken']);
    await load();
  });

  it('drops the partition of an old month, with its quarantine and manifest, and updates the ledger', async () => {
    expect(await runRetention()).toEqual({ partitions: 1, events: 3, quarantined: 1, objects: 1 });
    expect(await counted('clickstream_events')).toBe(2);
    expect(await counted('etl_quarantine')).toBe(1);
    expect(await counted('etl_objects')).toBe(1);
    expect(await ledgerOf(warehouse, OLD.hour)).toEqual({ received: 4, stored: 4, expired: 4 });
    expect(await ledgerOf(warehouse, NEW.hour)).toEqual({
      received: 3,
      stored: 3,
      loaded: 2,
      quarantined: 1,
    });
    expect(await runRetention()).toEqual({ partitions: 0, events: 0, quarantined: 0, objects: 0 });
  });

  it('leaves the facts of the remaining events', async () => {
    await runRetention();
    const facts = () =>
      query(
        'SELECT session_id, events FROM sessions UNION ALL SELECT event_name, events FROM activity_hourly',
      );
    const kept = await facts();
    expect(kept).toHaveLength(2);
    const client = await connectTo(warehouse.adminUrl);
    await inTransaction(client, () => rebuildFacts(client));
    await client.end();
    expect(await facts()).toEqual(kept);
  });

  it('does not let a sweep restore what is still in the bucket', async () => {
    await runRetention();
    await bucket.putEvents(`events/${OLD.folder}late.json.gz`, eventsAt(OLD.time, 5));
    expect(await load()).toMatchObject({ objects: 0, loaded: 0 });
    expect(await counted('clickstream_events')).toBe(2);
  });

  it('counts events that arrive too late as expired, and creates no partition for them', async () => {
    await runRetention();
    const timeless = eventsAt(OLD.time, 2).map((event) => ({ ...event, eventId: crypto.randomUUID() }));
    await bucket.putEvents(`events/${NEW.folder}late.json.gz`, [
      ...eventsAt(OLD.time, 3),
      ...timeless,
      ...eventsAt(NEW.time, 1),
    ]);
    await load();
    expect(await ledgerOf(warehouse, NEW.hour)).toMatchObject({ stored: 9, loaded: 3, expired: 5 });
    expect(await runRetention()).toMatchObject({ partitions: 0, events: 0 });
  });

  it('drops events without a partition by their time', async () => {
    const withoutMonth = (time: string) =>
      eventsAt(time, 2).map((event) => ({ ...event, eventId: crypto.randomUUID() }));
    await bucket.putEvents(`events/${NEW.folder}c.json.gz`, [
      ...withoutMonth(OLD.time),
      ...withoutMonth(NEW.time),
    ]);
    await load();
    expect(await counted('clickstream_events_default')).toBe(4);
    expect(await runRetention()).toMatchObject({ events: 5 });
    expect(await counted('clickstream_events_default')).toBe(2);
    expect(await ledgerOf(warehouse, NEW.hour)).toMatchObject({ loaded: 4, expired: 2 });
  });

  it('keeps newer events of an old object, and drops them later', async () => {
    const folder = OLD.folder;
    await bucket.put(
      `events/${folder}mixed.json.gz`,
      gzippedLines([...eventsAt(OLD.time, 1), ...eventsAt(NEW.time, 1, { eventTimestamp: OLD.time })]),
    );
    await load();
    await runRetention();
    expect(await ledgerOf(warehouse, OLD.hour)).toEqual({ received: 6, stored: 6, loaded: 1, expired: 5 });
    await runRetention({ horizon: horizonAfter(0, NOW) });
    expect(await ledgerOf(warehouse, OLD.hour)).toEqual({ received: 6, stored: 6, expired: 6 });
    expect(await counted('etl_objects')).toBe(0);
  });

  it('keeps recent events whose id comes from a clock that was wrong by a year', async () => {
    const withOldId = () =>
      eventsAt(NEW.time, 2).map((event) => ({ ...event, eventId: newEventId(Date.parse(OLD.time)) }));
    await bucket.putEvents(`events/${NEW.folder}before.json.gz`, withOldId());
    await load();
    expect(await runRetention()).toMatchObject({ partitions: 1, events: 3 });
    await bucket.putEvents(`events/${NEW.folder}after.json.gz`, withOldId());
    await load();
    expect(await ledgerOf(warehouse, NEW.hour)).toMatchObject({ stored: 7, loaded: 6, quarantined: 1 });
    expect(await runRetention()).toEqual({ partitions: 0, events: 0, quarantined: 0, objects: 0 });
    expect(await counted('clickstream_events')).toBe(6);
  });

  it('changes nothing in a dry run', async () => {
    expect(await runRetention({ isDryRun: true })).toEqual({
      partitions: 1,
      events: 3,
      quarantined: 1,
      objects: 1,
    });
    expect(await counted('clickstream_events')).toBe(5);
    expect(await counted('retention_runs')).toBe(0);
  });

  it('updates the facts after a run that was killed before it did', async () => {
    await runRetention();
    await warehouse.query(
      'admin',
      `INSERT INTO sessions SELECT * FROM sessions ON CONFLICT DO NOTHING; UPDATE sessions SET events = 99;
       UPDATE retention_runs SET facts_rebuilt_at = NULL`,
    );
    await runRetention();
    expect(await query('SELECT events FROM sessions')).toEqual([{ events: 2 }]);
  });
});
