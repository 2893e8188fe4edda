import { compact, type Compacted, type LakeBucket, planCompaction } from '@clickstream/lake';
import { aLake, type TestLake } from '@clickstream/lake/testing';
import { connectTo, openWarehouse } from '@clickstream/warehouse-load/warehouse';
import { replay } from '@clickstream/warehouse-maintenance';
import {
  anErasureWorld,
  type ErasureWorld,
  idsOf,
  rawEvent,
  VICTIM,
} from '@clickstream/warehouse-maintenance/testing';
import type pg from 'pg';
import { rebuildAll } from '../rebuild/rebuild-all';

const DAYS = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'];

let world: ErasureWorld;
let lake: TestLake;
let client: pg.Client;
let compacting: Promise<Compacted>;

beforeAll(async () => {
  world = await anErasureWorld();
  lake = aLake(world.bucket.name);
  client = await connectTo(world.warehouse.shinyUrl);
  for (const day of DAYS) await put(day, 9, [visitor(day), visitor(day)]);
  await put('2026-11-02', 10, [ofVictim()]);
  await put('2026-11-04', 10, [ofVictim(), '{"broken']);
  await world.load();
  expect(await run()).toMatchObject({ written: DAYS, rows: 10 });
});

afterAll(async () => {
  lake.close();
  await client.end();
  await world.close();
});

const visitor = (client: string, over: object = {}) =>
  rawEvent({ hour: 1, user: null, client, name: 'page_view' }, over);
const ofVictim = () => rawEvent({ hour: 2, user: VICTIM, client: 'browser-1', name: 'product_view' });

const put = (day: string, hour: number, events: readonly unknown[]) =>
  world.bucket.putEvents(
    `events/${day.replaceAll('-', '/')}/${String(hour).padStart(2, '0')}/a.json.gz`,
    events,
  );

/** Compacts twice: the second time there must be nothing to do. */
async function run(): Promise<Compacted> {
  const compaction = { client, bucket: lake.bucket, now: new Date('2026-11-30T00:00:00Z') };
  const compacted = await compact(compaction);
  expect(await planCompaction(compaction)).toMatchObject({ write: [], remove: [] });
  expect(await compact(compaction)).toMatchObject({ written: [], removed: [], factFiles: 0 });
  return compacted;
}

/** The parts of sessions and hourly sums in the lake, each with its edition. */
async function parts(): Promise<Record<string, string>> {
  const { facts } = await lake.bucket.readManifest();
  const tables = ['activity_hourly', 'sessions'] as const;
  return Object.fromEntries(
    tables.flatMap((table) =>
      Object.entries(facts?.parts[`public.${table}`] ?? {}).map(([part, edition]) => [
        `${table} ${part}`,
        edition,
      ]),
    ),
  );
}

/** Those that are new, gone, or have another edition. */
const differing = (before: Record<string, string>, after: Record<string, string>) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((part) => before[part] !== after[part])
    .sort();

/** Events of each day by the lake and by the warehouse, which must be equal. */
async function eventsByDay(): Promise<Record<string, unknown>[]> {
  const ids = 'array_to_string(array_agg(CAST(event_id AS text) ORDER BY event_id), $$ $$) AS ids';
  const inLake = await lake.query(
    `SELECT CAST(day AS text) AS day, ${ids}
     FROM read_parquet('{lake}events/*/*.parquet', hive_partitioning = true) GROUP BY day ORDER BY day`,
  );
  const inWarehouse = await world.warehouse.query(
    'shiny',
    `SELECT to_char(hour, 'YYYY-MM-DD') AS day, ${ids}
     FROM clickstream_events JOIN etl_objects ON object_id = source_object_id GROUP BY 1 ORDER BY 1`,
  );
  expect(inLake).toEqual(inWarehouse);
  return inLake;
}

/** Events of the person in the lake. */
const seen = () =>
  lake.query(
    `SELECT count(*)::INTEGER AS events FROM '{lake}events/*/*.parquet' WHERE user_id = '${VICTIM}'`,
  );

describe('a compaction writes again exactly the days that were touched', () => {
  it('by an object that was loaded late', async () => {
    const before = await parts();
    await put('2026-11-03', 11, [visitor('late', { eventTimestamp: '2026-11-03T11:00:00.000Z' })]);
    await world.load();
    expect(await run()).toMatchObject({ written: ['2026-11-03'], removed: [], unchanged: 3, rows: 3 });
    expect(differing(before, await parts())).toEqual(['activity_hourly 2026-11-03', 'sessions 2026-11-03']);
    await eventsByDay();
  });

  it('by an earlier copy of an event, which takes it from a later day', async () => {
    const copied = visitor('copied');
    await put('2026-11-05', 12, [copied]);
    await world.load();
    expect(await run()).toMatchObject({ written: ['2026-11-05'] });
    await put('2026-11-02', 12, [copied]);
    await world.load();
    expect(await run()).toMatchObject({ written: ['2026-11-02', '2026-11-05'], unchanged: 2 });
    await eventsByDay();
  });

  it('by a replay', async () => {
    await world.warehouse.query('admin', 'UPDATE etl_quarantine SET raw = $1', [
      JSON.stringify(visitor('mended')),
    ]);
    const replaying = await connectTo(world.warehouse.etlUrl);
    await replay({
      client: replaying,
      source: world.bucket.source,
      filter: {},
      isDryRun: false,
      isStopped: () => false,
    });
    await replaying.end();
    expect(await run()).toMatchObject({ written: ['2026-11-04'], unchanged: 3, rows: 4 });
    await eventsByDay();
  });

  it('by an erasure, and nothing of the person is left', async () => {
    expect(await seen()).toEqual([{ events: 2 }]);
    const before = await parts();
    await world.erase();
    const touched = ['activity_hourly 2026-11-02', 'sessions 2026-11-02'];
    expect(differing(before, await parts())).toEqual(touched);
    expect(await run()).toMatchObject({ written: ['2026-11-02', '2026-11-04'], unchanged: 2 });
    expect(differing(before, await parts())).toEqual(touched);
    expect(await seen()).toEqual([{ events: 0 }]);
    await eventsByDay();
  });

  it('by an erasure during a compaction, which waits for the day that is being written', async () => {
    await put('2026-11-03', 15, [ofVictim()]);
    await world.load();
    let goOn: () => void = () => undefined;
    const atPut = new Promise<void>((reached) => {
      const paused: LakeBucket = {
        ...lake.bucket,
        async putDay(...file) {
          await new Promise<void>((open) => {
            goOn = open;
            reached();
          });
          return lake.bucket.putDay(...file);
        },
      };
      compacting = compact({ client, bucket: paused, now: new Date('2026-11-30T00:00:00Z') });
    });
    await atPut;
    let hasEnded = false;
    const erasing = world.erase().finally(() => (hasEnded = true));
    const waits = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    while (!hasEnded && (await world.warehouse.query('admin', waits)).length === 0);
    expect(hasEnded).toBe(false);
    expect(await idsOf(world.warehouse, `user_id = '${VICTIM}'`)).toEqual([]);
    goOn();
    const [compacted, { lake: removed }] = await Promise.all([compacting, erasing]);
    expect(compacted).toMatchObject({ written: ['2026-11-03'] });
    expect(removed).toMatchObject({ days: ['2026-11-03'], facts: expect.any(Number) as number });
    expect(await run()).toMatchObject({ written: ['2026-11-03'], unchanged: 3 });
    expect(await seen()).toEqual([{ events: 0 }]);
    await eventsByDay();
  });

  it('none by an erasure on a day that is not closed: only the facts are written again', async () => {
    const facts = () =>
      lake.query(
        `SELECT count(*)::INTEGER AS users FROM '{lake}facts/public/sessions/*.parquet' WHERE user_id = 'today'`,
      );
    await world.warehouse.query('admin', `UPDATE etl_runs SET complete_until = '2026-11-06T00:00:00Z'`);
    await put('2026-11-06', 9, [rawEvent({ hour: 3, user: 'today', client: 'b-today', name: 'page_view' })]);
    await world.load();
    await world.warehouse.query('admin', `UPDATE etl_runs SET complete_until = '2026-11-06T00:00:00Z'`);
    await put('2026-11-03', 14, [visitor('makes the facts be written')]);
    await world.load();
    await world.warehouse.query('admin', `UPDATE etl_runs SET complete_until = '2026-11-06T00:00:00Z'`);
    await run();
    expect(await facts()).toEqual([{ users: 1 }]);
    await world.erase({ subject: { kind: 'user', id: 'today' } });
    expect(await run()).toMatchObject({ written: [], removed: [] });
    expect(await facts()).toEqual([{ users: 0 }]);
    await world.warehouse.query('admin', `UPDATE etl_runs SET complete_until = now()`);
  });

  it('by nothing, when an object brings only duplicates and unreadable lines', async () => {
    const [day] = await eventsByDay();
    await put('2026-11-03', 13, [visitor('x', { eventId: String(day?.['ids']).split(' ')[0] }), '{"broken']);
    await world.load();
    expect(await run()).toMatchObject({ written: [], unchanged: 4 });
  });

  it('by the loss of all its events, and then removes its file', async () => {
    const gone = await world.warehouse.query(
      'admin',
      `WITH gone AS (DELETE FROM clickstream_events USING etl_objects
         WHERE object_id = source_object_id AND hour >= '2026-11-05' AND hour < '2026-11-06' RETURNING object_id)
       UPDATE etl_objects SET loaded = 0, expired = expired + loaded WHERE object_id IN (SELECT object_id FROM gone)
       RETURNING object_key`,
    );
    expect(gone).toHaveLength(1);
    expect(await run()).toMatchObject({ written: [], removed: ['2026-11-05'], unchanged: 3 });
    expect(await lake.keys()).not.toContain('lake/events/day=2026-11-05/events.parquet');
    await eventsByDay();
  });

  it('by a rebuild from the bucket, which touches every day', async () => {
    const warehouse = await openWarehouse(world.warehouse.etlUrl);
    await rebuildAll({
      admin: world.admin,
      allowDataLoss: false,
      source: world.bucket.source,
      warehouse,
      now: new Date(),
      sweepPages: 1000,
      isTimeUp: () => false,
      onSkipped: () => undefined,
    });
    await warehouse.close();
    expect(await run()).toMatchObject({ written: DAYS, unchanged: 0 });
    await eventsByDay();
  });
});
