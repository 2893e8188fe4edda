import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { newEventId, type ClickstreamEvent } from '@clickstream/event-schema';
import { aPageView } from '@clickstream/event-schema/testing';
import type { LoadRun, RunResult } from '../run/load-run';
import type { RawSource } from '../bucket/raw-source';
import { aBucket, type TestBucket } from './a-bucket';
import { received } from './raw-events';
import { runOnce } from './run-once';

/** The prefix of an hour, and a time in it. */
export const HOUR = 'events/2026/11/02/09/';
export const TIME = '2026-11-02T09:15:30.250Z';

/** The test bed of a load, with a new bucket and a new warehouse. */
export interface Load {
  readonly bucket: TestBucket;
  readonly warehouse: TestWarehouse;
  /** Loads what is in the bucket, or in another source. */
  run(over?: Partial<LoadRun>, source?: RawSource): Promise<RunResult>;
  /** Rows of a table, which a condition may follow. */
  count(sql: string): Promise<number>;
  /** Columns of all objects in the manifest, by key. */
  manifest(columns: string): Promise<Record<string, unknown>[]>;
  /** All lines that are or were in quarantine, by object. */
  quarantine(): Promise<Record<string, unknown>[]>;
}

/** Gives each test of the file a new bucket and a new warehouse. */
export function aLoadForEachTest(): Load {
  let warehouse: TestWarehouse;
  let bucket: TestBucket;
  beforeEach(async () => {
    [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
  });
  afterEach(async () => {
    bucket.close();
    await warehouse.close();
  });
  return {
    get bucket() {
      return bucket;
    },
    get warehouse() {
      return warehouse;
    },
    run: (over = {}, source = bucket.source) => runOnce(warehouse.etlUrl, source, over),
    async count(sql) {
      const [row] = await warehouse.query('shiny', `SELECT count(*)::integer AS count FROM ${sql}`);
      return Number(row?.['count']);
    },
    manifest: (columns) => warehouse.query('shiny', `SELECT ${columns} FROM etl_objects ORDER BY object_key`),
    quarantine: () =>
      warehouse.query(
        'shiny',
        'SELECT object_key, line, reason, detail, raw FROM etl_quarantine ORDER BY object_key, line',
      ),
  };
}

/** Page views of that hour as ingest wrote them, which differ only in their ids. */
export function events(count: number, over: Partial<ClickstreamEvent> = {}): object[] {
  return Array.from({ length: count }, () =>
    received(
      {
        ...aPageView({ eventTimestamp: TIME, eventId: newEventId(Date.parse(TIME)) }),
        ...over,
      } as ClickstreamEvent,
      { receivedAt: TIME },
    ),
  );
}
