import { timeOfKey } from '@clickstream/event-schema/raw-object';
import { raiseAlerts } from '../alerts/raise-alerts';
import { booksHealth, type BooksHealth } from '../books/books-health';
import { loadBooks, type BooksLoad, type LoadedBooks } from '../books/load-books';
import type { Chunk } from './chunk';
import { rebuildOutdatedFacts } from '../warehouse/rebuild-outdated-facts';
import type { ListedObject } from '../bucket/raw-source';
import { warehouseHealth, type WarehouseHealth } from '../ledger/warehouse-health';
import { connectTo } from '../warehouse/connect';
import { loadChunk } from './load-chunk';
import { pendingObjects } from '../warehouse/manifest';
import { tryRunLock } from '../warehouse/run-lock';
import { failRun, finishRun, startRun, type RunCounts, type StartedRun } from '../warehouse/runs';
import type { PendingObject } from '../objects/pending-object';

/** The warehouse as the ETL uses it. */
export interface Warehouse {
  /** True when this is now the only run; it remains so until the connection closes. */
  tryRunLock(): Promise<boolean>;
  startRun(): Promise<StartedRun>;
  /**
   * Computes facts again whose definitions have changed. @returns a line that reports it, null when
   * nothing had changed
   */
  rebuildOutdatedFacts(): Promise<string | null>;
  finishRun(runId: number, sweptUntil: string, isComplete: boolean): Promise<void>;
  /** Records the error of the run, if the warehouse can still be reached. */
  failRun(runId: number, error: unknown): Promise<void>;
  /**
   * Raises alerts about the hour that has closed with this run, if one has. @returns a line for
   * each that began or ended
   */
  raiseAlerts(runId: number, timeZone: string): Promise<string[]>;
  /** Loads the files of the shop's books that are new or have changed. */
  loadBooks(load: BooksLoad): Promise<LoadedBooks>;
  /** Health of the warehouse, for the hours that this connection has loaded. */
  health(): Promise<WarehouseHealth & BooksHealth>;
  /**
   * Those of the listed objects that are still to be loaded. May be called while a chunk is
   * loading.
   */
  pendingObjects(listed: readonly ListedObject[]): Promise<PendingObject[]>;
  /** Looks up if an event is stored. @throws Error of PostgreSQL when the id is not a UUID */
  hasEvent(eventId: string): Promise<boolean>;
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
  const [loading, looking] = await Promise.all([connectTo(url), connectTo(url)]);
  const knownMonths = new Set<string>();
  const touchedHours = new Set<number>();
  let expectStored = false;
  let horizon: string | null = null;
  return {
    tryRunLock: () => tryRunLock(loading),
    async startRun() {
      const run = await startRun(loading);
      horizon = run.horizon;
      return run;
    },
    rebuildOutdatedFacts: () => rebuildOutdatedFacts(loading),
    finishRun: (runId, sweptUntil, isComplete) => finishRun(loading, runId, sweptUntil, isComplete),
    // The failure may be that of the warehouse itself; then a run without an end shows it.
    failRun: (runId, error) => failRun(loading, runId, error).catch(() => undefined),
    raiseAlerts: (runId, timeZone) => raiseAlerts(loading, runId, timeZone),
    loadBooks: (load) => loadBooks(loading, load),
    health: async () => ({
      ...(await warehouseHealth(loading, [...touchedHours])),
      ...(await booksHealth(loading)),
    }),
    pendingObjects: (listed) => pendingObjects(looking, keptObjects(listed, horizon)),
    async loadChunk(chunk, runId) {
      for (const month of chunk.months) {
        if (knownMonths.has(month)) continue;
        await loading.query('SELECT ensure_event_partitions($1, $1)', [month]);
        knownMonths.add(month);
      }
      for (const { keyTime } of chunk.slices) touchedHours.add(keyTime);
      const counts = await loadChunk(loading, chunk, runId, expectStored);
      // Repeated events come in bursts: after a chunk that held some, the next likely does too.
      expectStored = counts.storedBefore > 0;
      return counts;
    },
    hasEvent: async (eventId) =>
      (await loading.query('SELECT FROM clickstream_events WHERE event_id = $1', [eventId])).rowCount === 1,
    close: async () => {
      await Promise.all([loading.end(), looking.end()]);
    },
  };
}

/**
 * The objects that are not older than what the warehouse keeps: the bucket may keep them longer.
 */
function keptObjects(listed: readonly ListedObject[], horizon: string | null): readonly ListedObject[] {
  if (horizon === null) return listed;
  const first = Date.parse(horizon);
  return listed.filter(({ key }) => (timeOfKey(key) ?? 0) >= first);
}
