import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import { newEventId } from '@clickstream/event-schema';
import { aPageView } from '@clickstream/event-schema/testing';
import pg from 'pg';
import { toWarehouseRow } from '@clickstream/warehouse-load/reading';
import {
  aBucket,
  CopyRows,
  etlEnvironment,
  FactDeltas,
  outcomeOf,
  received,
  runOnce,
  startCommand,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';
import { insertRows, openWarehouse, writeFacts } from '@clickstream/warehouse-load/warehouse';

jest.setTimeout(120_000);

const TIME = '2026-11-02T09:15:30.250Z';

let warehouse: TestWarehouse;
let bucket: TestBucket;
let superuser: pg.Client;
let children: ChildProcess[];

beforeEach(async () => {
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
  children = [];
  superuser = new pg.Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
  await superuser.connect();
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  bucket.close();
  await superuser.end();
  await warehouse.close();
});

const event = () =>
  received(aPageView({ eventId: newEventId(Date.parse(TIME)), eventTimestamp: TIME, sessionId: 's' }), {
    receivedAt: TIME,
  });

/** Puts objects of so many events each; the ids of all events, in order. */
async function putObjects(objects: number, eventsEach: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < objects; index++) {
    const events = Array.from({ length: eventsEach }, event);
    ids.push(...events.map((each) => (each as { eventId: string }).eventId));
    await bucket.putEvents(`events/2026/11/02/09/${String(index).padStart(4, '0')}.json.gz`, events);
  }
  return ids;
}

/** Runs `npm run etl` as a process. */
function startEtl(): ChildProcess {
  const child = startCommand(
    'apps/etl-lambda/src/run-locally.ts',
    etlEnvironment(bucket.name, warehouse.etlUrl),
  );
  children.push(child);
  return child;
}

/** A transaction that inserts one event of session `s` and then its facts, step by step. */
async function transaction() {
  const client = new pg.Client({ connectionString: warehouse.etlUrl, application_name: 'etl' });
  await client.connect();
  await client.query('BEGIN');
  const deltas = new FactDeltas();
  return {
    insert: async (eventName: 'page_view' | 'product_view') => {
      const place = { objectKey: 'events/2026/11/02/09/a', objectId: 1, line: 1, keyTime: Date.parse(TIME) };
      const result = toWarehouseRow({ ...event(), eventName }, place);
      if (!result.ok) throw new Error(result.detail);
      const rows = new CopyRows(CLICKSTREAM_EVENTS.columns);
      rows.add(result.row);
      await insertRows(client, rows.pieces, false);
      deltas.add(result.row);
    },
    writeFacts: () => writeFacts(client, deltas),
    commit: async () => {
      await client.query('COMMIT');
      await client.end();
    },
  };
}

/** The connections of a run to the test's warehouse, as only a superuser sees them. */
async function connections(condition = 'true'): Promise<number> {
  const database = new URL(warehouse.etlUrl).pathname.slice(1);
  const { rowCount } = await superuser.query(
    `SELECT FROM pg_stat_activity WHERE application_name = 'etl' AND datname = $1 AND ${condition}`,
    [database],
  );
  return rowCount ?? 0;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries++) {
    if (tries > 1000) throw new Error('It did not happen.');
    await sleep(50);
  }
}

const numbers = async () =>
  (
    await warehouse.query(
      'shiny',
      `SELECT (SELECT count(*) FROM clickstream_events)::integer AS rows,
         (SELECT count(DISTINCT event_id) FROM clickstream_events)::integer AS ids,
         (SELECT coalesce(sum(loaded), 0) FROM etl_objects)::integer AS loaded,
         (SELECT coalesce(sum(events), 0) FROM activity_hourly)::integer AS counted,
         (SELECT coalesce(sum(events), 0) FROM sessions)::integer AS in_sessions`,
    )
  )[0];

const allNumbers = (rows: number) => ({ rows, ids: rows, loaded: rows, counted: rows, in_sessions: rows });

describe('two runs at once', () => {
  it('load each event once, even without the lock by which they take turns', async () => {
    await putObjects(40, 50);
    const both = await Promise.all([
      runOnce(warehouse.etlUrl, bucket.source, { chunkRows: 200 }),
      runOnce(warehouse.etlUrl, bucket.source, { chunkRows: 330 }),
    ]);
    const last = await runOnce(warehouse.etlUrl, bucket.source);
    expect(both[0].loaded + both[1].loaded + last.loaded).toBe(2_000);
    expect(await numbers()).toEqual(allNumbers(2_000));
  });

  it('load each event once when it lies in objects of both', async () => {
    const events = Array.from({ length: 300 }, event);
    for (const hour of ['08', '09', '10', '11']) {
      await bucket.putEvents(`events/2026/11/02/${hour}/a.json.gz`, events);
      await bucket.putEvents(`events/2026/11/02/${hour}/b.json.gz`, [...events].reverse());
    }
    await Promise.all(
      [100, 170, 250].map((chunkRows) => runOnce(warehouse.etlUrl, bucket.source, { chunkRows })),
    );
    await runOnce(warehouse.etlUrl, bucket.source);
    expect(await numbers()).toEqual(allNumbers(300));
    const [objects] = await warehouse.query(
      'shiny',
      'SELECT count(*)::integer AS n, sum(lines)::integer AS lines FROM etl_objects',
    );
    expect(objects).toEqual({ n: 8, lines: 2_400 });
  });

  it('that touch one session at the same moment both count in it', async () => {
    const [one, other] = await Promise.all([transaction(), transaction()]);
    await one.insert('page_view');
    await other.insert('product_view');
    await one.writeFacts();
    const waiting = other.writeFacts();
    await until(async () => (await connections(`wait_event_type = 'Lock'`)) === 1);
    await one.commit();
    await waiting;
    await other.commit();
    const [session] = await warehouse.query('shiny', 'SELECT events, page_views FROM sessions');
    expect(session).toEqual({ events: 2, page_views: 1 });
  });

  it('from the command line take turns: the second waits and says so', async () => {
    await putObjects(2, 5);
    const first = await openWarehouse(warehouse.etlUrl);
    expect(await first.tryRunLock()).toBe(true);
    const second = startEtl();
    const outcome = outcomeOf(second);
    await new Promise((waits) => second.stderr?.once('data', waits));
    await first.close();
    expect(await outcome).toEqual({
      code: 0,
      output: 'Loaded 10 events of 2 objects; 0 duplicates, 0 quarantined.\n',
      errors: 'Another run is at work: waiting for it to end.\n',
    });
  });
});

describe('a run that is killed in the middle of COPY', () => {
  it('leaves nothing behind, and the next run loads everything once', async () => {
    const ids = await putObjects(10, 100);
    // An insert of one of the ids that is not committed holds the COPY up at exactly that row.
    const other = new pg.Client({ connectionString: warehouse.etlUrl });
    await other.connect();
    await other.query(`SELECT ensure_event_partitions('2026-11-01', '2026-11-01')`);
    await other.query('BEGIN');
    await other.query(
      `INSERT INTO clickstream_events (event_id, event_timestamp, event_name) VALUES ($1, now(), 'x')`,
      [ids[500]],
    );
    const child = startEtl();
    const ended = outcomeOf(child);
    await until(
      async () =>
        (await connections(`query LIKE 'COPY clickstream_events%' AND wait_event_type = 'Lock'`)) === 1,
    );
    child.kill('SIGKILL');
    await ended;
    await other.query('ROLLBACK');
    await other.end();
    await until(async () => (await connections()) === 0);

    expect(await numbers()).toEqual(allNumbers(0));
    expect(await runOnce(warehouse.etlUrl, bucket.source)).toMatchObject({
      objects: 10,
      loaded: 1_000,
      duplicates: 0,
    });
    expect(await numbers()).toEqual(allNumbers(1_000));
    expect(await runOnce(warehouse.etlUrl, bucket.source)).toMatchObject({ objects: 0 });
  });
});
