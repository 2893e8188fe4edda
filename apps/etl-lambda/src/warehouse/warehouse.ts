import pg from 'pg';
import { timeOfKey } from '@clickstream/event-schema/raw-object';
import type { Chunk, PendingObject } from '../chunk';
import type { ListedObject } from '../raw/raw-source';
import { loadChunk } from './load-chunk';
import { pendingObjects } from './manifest';
import { finishRun, startRun, type RunCounts, type StartedRun } from './runs';

/** Runs take turns: who holds this lock of the database loads. */
const RUN_LOCK = 7_215_003;

const CONNECT_MILLISECONDS = 10_000;
const STATEMENT_MILLISECONDS = 10 * 60_000;

/** The warehouse as the ETL uses it. */
export interface Warehouse {
  /** Whether this is now the only run; it stays so until the connection closes. */
  tryRunLock(): Promise<boolean>;
  startRun(): Promise<StartedRun>;
  finishRun(runId: number, sweptUntil: string): Promise<void>;
  /** Those of the listed objects that are still to be loaded. May be asked while a chunk is loading. */
  pendingObjects(listed: readonly ListedObject[]): Promise<PendingObject[]>;
  /** Loads a chunk in one transaction. @throws {ObjectsTakenError} */
  loadChunk(chunk: Chunk, runId: number): Promise<RunCounts>;
  close(): Promise<void>;
}

/**
 * Connects to the warehouse.
 *
 * @param url postgres:// address with the role etl_writer
 * @throws Error in one line when it cannot be reached
 */
export async function openWarehouse(url: string): Promise<Warehouse> {
  // Two connections: the next objects are looked up while a chunk is loading.
  const [loading, looking] = await Promise.all([connect(url), connect(url)]);
  const knownMonths = new Set<string>();
  let expectStored = false;
  let horizon: string | null = null;
  return {
    async tryRunLock() {
      const { rows } = await loading.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [
        RUN_LOCK,
      ]);
      return rows[0]?.held === true;
    },
    async startRun() {
      const run = await startRun(loading);
      horizon = run.horizon;
      return run;
    },
    finishRun: (runId, sweptUntil) => finishRun(loading, runId, sweptUntil),
    pendingObjects: (listed) => pendingObjects(looking, keptObjects(listed, horizon)),
    async loadChunk(chunk, runId) {
      for (const month of chunk.months) {
        if (knownMonths.has(month)) continue;
        await loading.query('SELECT ensure_event_partitions($1, $1)', [month]);
        knownMonths.add(month);
      }
      const counts = await loadChunk(loading, chunk, runId, expectStored);
      // Events come again in bursts: after a chunk that held some, the next likely does too.
      expectStored = counts.storedBefore > 0;
      return counts;
    },
    close: async () => {
      await Promise.all([loading.end(), looking.end()]);
    },
  };
}

/** Without those that are older than what the warehouse keeps: the bucket may keep them longer. */
function keptObjects(listed: readonly ListedObject[], horizon: string | null): readonly ListedObject[] {
  if (horizon === null) return listed;
  const first = Date.parse(horizon);
  return listed.filter(({ key }) => (timeOfKey(key) ?? 0) >= first);
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'etl',
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    statement_timeout: STATEMENT_MILLISECONDS,
    keepAlive: true,
  });
  // A connection that breaks fails the query that uses it; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new Error(`The warehouse cannot be reached: ${reason}`, { cause: error });
  }
  return client;
}
