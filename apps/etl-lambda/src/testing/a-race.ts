import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { newEventId } from '@clickstream/event-schema';
import { aPageView } from '@clickstream/event-schema/testing';
import {
  aBucket,
  etlEnvironment,
  received,
  startCommand,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';
import pg from 'pg';

export const TIME = '2026-11-02T09:15:30.250Z';

/** An event of the session `s`. */
export const event = () =>
  received(aPageView({ eventId: newEventId(Date.parse(TIME)), eventTimestamp: TIME, sessionId: 's' }), {
    receivedAt: TIME,
  });

/** Waits until the condition holds. @throws Error when it does not after a thousand checks */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries++) {
    if (tries > 1000) throw new Error('The condition did not become true within 1000 checks.');
    await sleep(50);
  }
}

/** Expected content of every table after the given number of events, each loaded once. */
export const allNumbers = (rows: number) => ({
  rows,
  ids: rows,
  loaded: rows,
  counted: rows,
  in_sessions: rows,
});

/** Gives each test a bucket, a warehouse, runs as processes, and a superuser's view of them. */
export function aRaceForEachTest() {
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

  /** Puts objects with the given numbers of events; returns the ids of all events, in order. */
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

  /** The connections of a run to the test's warehouse, which only a superuser sees. */
  async function connections(condition = 'true'): Promise<number> {
    const database = new URL(warehouse.etlUrl).pathname.slice(1);
    const { rowCount } = await superuser.query(
      `SELECT FROM pg_stat_activity WHERE application_name = 'etl' AND datname = $1 AND ${condition}`,
      [database],
    );
    return rowCount ?? 0;
  }

  /** Number of events in each table. */
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

  return {
    get warehouse() {
      return warehouse;
    },
    get bucket() {
      return bucket;
    },
    putObjects,
    startEtl,
    connections,
    numbers,
  };
}
