import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import type { ClickstreamEvent } from '@clickstream/event-schema';
import pg from 'pg';
import { FACT_TABLES, rebuildFacts } from '../facts/rebuild-facts';
import { inTransaction } from '../warehouse/transaction';
import { openWarehouse, type Warehouse } from '../chunk/warehouse';
import { gzippedLines } from './a-bucket';
import { memorySource } from './memory-source';
import { received } from './raw-events';
import { runIn } from './run-once';

/** Nine o'clock on a day in the past. */
export const NINE = Date.parse('2026-11-02T09:00:00Z');

/** An event at the given number of minutes past nine. */
export const at = <E extends ClickstreamEvent>(minute: number, event: E): E => ({
  ...event,
  eventTimestamp: new Date(NINE + minute * 60_000).toISOString(),
});

/** The test bed of facts. */
export interface FactsTestBed {
  readonly warehouse: TestWarehouse;
  /** Loads events as one object, in one run. */
  load(...events: ClickstreamEvent[]): Promise<void>;
  /** Loads lines as any ingester may have written them. */
  loadLines(...lines: object[]): Promise<void>;
  /** Rows of a view after the loads; a rebuild must give the same. */
  rowsOf(sql: string): Promise<Record<string, unknown>[]>;
}

/** Gives the file a warehouse, which is emptied before each test. */
export function aFactsTestBed(): FactsTestBed {
  let warehouse: TestWarehouse;
  let loading: Warehouse;
  let objects = 0;
  beforeAll(async () => {
    warehouse = await aWarehouse();
    loading = await openWarehouse(warehouse.etlUrl);
  });
  beforeEach(() =>
    warehouse.empty('clickstream_events', 'identity_audit', ...FACT_TABLES, 'etl_objects', 'etl_runs'),
  );
  afterAll(async () => {
    await loading.close();
    await warehouse.close();
  });
  const loadLines = async (...lines: object[]) => {
    const source = memorySource();
    source.put(`events/2026/11/02/09/${String(++objects).padStart(6, '0')}.json.gz`, gzippedLines(lines));
    await runIn(loading, source);
  };
  return {
    get warehouse() {
      return warehouse;
    },
    load: (...events) => loadLines(...events.map((event) => received(event))),
    loadLines,
    async rowsOf(sql) {
      const loaded = await warehouse.query('shiny', sql);
      await rebuild(warehouse);
      expect(await warehouse.query('shiny', sql)).toEqual(loaded);
      return loaded;
    },
  };
}

/** Computes all facts of a warehouse again. */
export async function rebuild(warehouse: TestWarehouse): Promise<void> {
  const client = new pg.Client({ connectionString: warehouse.etlUrl });
  await client.connect();
  await inTransaction(client, () => rebuildFacts(client));
  await client.end();
}
