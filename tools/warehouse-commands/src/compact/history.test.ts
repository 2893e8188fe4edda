import { newEventId } from '@clickstream/event-schema';
import { compact, type Compacted } from '@clickstream/lake';
import { aLake, type TestLake } from '@clickstream/lake/testing';
import { etlEnvironment, ledgerDifferences, ledgerOf } from '@clickstream/warehouse-load/testing';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import { retain } from '@clickstream/warehouse-maintenance';
import {
  anErasureWorld,
  type ErasureWorld,
  idsOf,
  rawEvent,
  textsOf,
  VICTIM,
} from '@clickstream/warehouse-maintenance/testing';
import type pg from 'pg';
import { lakeLines, lakeState } from '../status/lake-state';

const NOW = new Date('2026-11-30T00:00:00Z');
const HORIZON = '2026-11-01';
const OLD_DAY = '2026-10-20';
const NEW_DAY = '2026-11-02';

let world: ErasureWorld;
let lake: TestLake;
let client: pg.Client;

beforeAll(async () => {
  world = await anErasureWorld();
  Object.assign(process.env, etlEnvironment(world.bucket.name, ''));
  lake = aLake(world.bucket.name);
  client = await connectTo(world.warehouse.shinyUrl);
  await put(OLD_DAY, 9, [
    at(OLD_DAY, 'page_view', VICTIM, 'browser-1', 1),
    at(OLD_DAY, 'product_view', null, 'browser-1', 5),
    at(OLD_DAY, 'checkout_complete', VICTIM, 'browser-1', 9),
    at(OLD_DAY, 'checkout_complete', 'another', 'browser-2', 3),
    at(OLD_DAY, 'page_view', null, 'browser-3', 4),
  ]);
  await put(NEW_DAY, 9, [
    at(NEW_DAY, 'page_view', null, 'browser-3', 2),
    at(NEW_DAY, 'page_view', VICTIM, 'browser-1', 3),
    at('2026-10-21', 'page_view', null, 'browser-late', 4),
  ]);
  await world.load();
  await run();
});

afterAll(async () => {
  lake.close();
  await client.end();
  await world.close();
});

/** An event as ingest stored it a minute after it happened. */
function at(day: string, name: string, user: string | null, browser: string, hour: number) {
  const time = new Date(Date.parse(day) + hour * 3_600_000);
  return {
    ...rawEvent({ hour, user, client: browser, name }),
    eventTimestamp: time.toISOString(),
    eventId: newEventId(time.getTime()),
    sessionId: `session-${browser}-${day}`,
    _ingest: { receivedAt: new Date(time.getTime() + 60_000).toISOString() },
  };
}

const put = (day: string, hour: number, events: readonly unknown[]) =>
  world.bucket.putEvents(
    `events/${day.replaceAll('-', '/')}/${String(hour).padStart(2, '0')}/${events.length}.json.gz`,
    events,
  );

const run = (): Promise<Compacted> => compact({ client, bucket: lake.bucket, now: NOW });

const dropUntil = (horizon: string, from = '2023-11-01') =>
  retain({ client: world.admin, horizon, isDryRun: false, lake: { bucket: lake.bucket, from, now: NOW } });

/** Events of each day of the lake: browser and hour. */
async function eventsByDay(): Promise<Record<string, string>> {
  const rows = await lake.query(
    `SELECT CAST(day AS text) AS day, string_agg(client_id, ' ' ORDER BY client_id, event_timestamp) AS browsers
     FROM read_parquet('{lake}events/*/*.parquet', hive_partitioning = true) GROUP BY day`,
  );
  return Object.fromEntries(rows.map(({ day, browsers }) => [day, browsers])) as Record<string, string>;
}

/** Rows of a table of the views, in the lake. */
async function factsOf(table: string, column: string): Promise<unknown[]> {
  const script = await lake.text('lake/views.sql');
  const copy = await lake.copy(script.replaceAll("'lake/", "'{lake}"));
  const rows = await copy.query(`SELECT ${column} AS value FROM ${table} ORDER BY 1`);
  await copy.close();
  return rows.map(({ value }) => value);
}

const IN_OLD_DAY = 'browser-1 browser-1 browser-1 browser-2 browser-3';
const IN_NEW_DAY = 'browser-1 browser-3 browser-late';

it('a retention leaves the lake what it drops from the warehouse, and compactions keep it', async () => {
  const sessions = await factsOf('dash.sessions', 'session_id');
  expect(await dropUntil(HORIZON)).toMatchObject({ events: 6 });
  expect(await idsOf(world.warehouse)).toHaveLength(2);
  expect(await run()).toMatchObject({ written: [NEW_DAY], removed: [] });
  expect(await run()).toMatchObject({ written: [], removed: [], factFiles: 0 });
  expect(await eventsByDay()).toEqual({ [OLD_DAY]: IN_OLD_DAY, [NEW_DAY]: IN_NEW_DAY });
  expect(await factsOf('dash.sessions', 'session_id')).toEqual(sessions);
  expect(await factsOf('dash.orders', 'client_id')).toEqual(['browser-1', 'browser-2']);
  const state = await lakeState({ name: world.bucket.name, forcePathStyle: true });
  expect(lakeLines(state)).toEqual([
    'The lake has 8 events of 2 days of receipt, 2026-10-20 to 2026-11-02; only there is what happened before 2026-11-01.',
  ]);
  expect(await lake.bucket.readManifest()).toMatchObject({
    history: { before: HORIZON },
    days: { [OLD_DAY]: { oldest: OLD_DAY, rows: 5 }, [NEW_DAY]: { oldest: '2026-10-21', rows: 3 } },
  });
});

it('an event that arrives after its month has left stays in the bucket, and in the ledger as expired', async () => {
  const late = at(OLD_DAY, 'page_view', null, 'browser-too-late', 7);
  await put('2026-11-04', 9, [late, at('2026-11-04', 'page_view', null, 'browser-4', 1)]);
  await world.load();
  await run();
  expect(await ledgerOf(world.warehouse, '2026-11-04T09')).toMatchObject({ loaded: 1, expired: 1 });
  expect(await ledgerDifferences(world.warehouse)).toEqual([]);
  expect(JSON.stringify(await textsOf(world.raw))).toContain('browser-too-late');
  expect(await eventsByDay()).toEqual({
    [OLD_DAY]: IN_OLD_DAY,
    [NEW_DAY]: IN_NEW_DAY,
    '2026-11-04': 'browser-4',
  });
});

it('a late event of an old day is added to what the lake alone has of it', async () => {
  await put(NEW_DAY, 10, [at(NEW_DAY, 'page_view', null, 'browser-5', 1)]);
  await world.load();
  expect(await run()).toMatchObject({ written: [NEW_DAY] });
  expect(await eventsByDay()).toMatchObject({ [NEW_DAY]: 'browser-1 browser-3 browser-5 browser-late' });
});

it('an erasure rewrites what only the lake has, and nothing of the person is left anywhere', async () => {
  const receipt = await world.erase();
  expect(receipt).toMatchObject({
    bucket: { linesErased: 4 },
    warehouse: { events: 1 },
    history: { days: [OLD_DAY, NEW_DAY], events: 4, factFiles: 5 },
    failed: [],
  });
  for (const done of [() => Promise.resolve(), run]) {
    await done();
    expect(await eventsByDay()).toMatchObject({
      [OLD_DAY]: 'browser-2 browser-3',
      [NEW_DAY]: 'browser-3 browser-5 browser-late',
    });
  }
  expect(await factsOf('dash.orders', 'client_id')).toEqual(['browser-2']);
  for (const table of ['sessions', 'carts', 'order_touches', 'identity_links'])
    expect(JSON.stringify(await factsOf(`public.${table}`, `CAST(${table} AS VARCHAR)`))).not.toMatch(
      new RegExp(`${VICTIM}|browser-1`),
    );
  expect(JSON.stringify(await textsOf(world.raw))).not.toContain(VICTIM);
  expect(await world.erase()).toMatchObject({ history: { days: [], events: 0 }, warehouse: { events: 0 } });
});

it('events of a day that is not closed wait for the next retention', async () => {
  await world.warehouse.query('admin', `UPDATE etl_runs SET complete_until = '2026-11-04T12:00Z'`);
  expect(await dropUntil('2026-12-01')).toMatchObject({ events: 2 });
  expect(await idsOf(world.warehouse)).toHaveLength(1);
  await world.warehouse.query('admin', `UPDATE etl_runs SET complete_until = now()`);
  expect(await dropUntil('2026-12-01')).toMatchObject({ events: 1 });
  await run();
  expect(Object.keys(await eventsByDay()).sort()).toEqual([OLD_DAY, NEW_DAY, '2026-11-04']);
});

it('a retention removes days and facts that the lake no longer keeps', async () => {
  await dropUntil('2026-12-01', '2026-11-03');
  await run();
  expect(await eventsByDay()).toEqual({ '2026-11-04': 'browser-4' });
  expect(await factsOf('dash.orders', 'client_id')).toEqual([]);
});
