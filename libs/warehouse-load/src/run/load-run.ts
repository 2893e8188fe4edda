import { ChunkLoader, type AddOutcome, type LoadProgress } from '../chunk/chunk-loader';
import { findObjects, type Sweep } from '../bucket/find-objects';
import type { KeyRange } from '../bucket/key-range';
import { fetchContent } from '../bucket/fetch-content';
import type { RawSource } from '../bucket/raw-source';
import { workAhead } from '../flow/read-ahead';
import type { RunCounts, StartedRun } from '../warehouse/runs';
import type { Warehouse } from '../chunk/warehouse';
import type { PendingObject } from '../objects/pending-object';
import { detailOfError } from '../text/fault-detail';

/** Number of objects that are downloaded at the same time. */
const DOWNLOADS = 16;

const TIME_IS_UP: AddOutcome = { state: 'time_is_up' };

/** This many unreadable objects in a row are not the fault of one object. */
const MAX_FAILURES_IN_A_ROW = 50;

/** Settings and dependencies of a run. */
export interface LoadRun {
  readonly source: RawSource;
  /** An open warehouse whose run lock is held. */
  readonly warehouse: Warehouse;
  /** Limits the load to objects with these keys; absent: all that are new. */
  readonly range?: KeyRange;
  readonly now: Date;
  readonly sweepPages: number;
  /** The shop's, for alerts: its hours and weekdays are compared; absent: UTC. */
  readonly timeZone?: string;
  /** Rows that fill a chunk; absent: as many as load fast. */
  readonly chunkRows?: number;
  /** True when the time is up, so that the run ends with what it holds. */
  isTimeUp(): boolean;
  /** Called for each object that is left for the next run, with one line that says why. */
  onSkipped(key: string, reason: string): void;
  /** Called with a line that the operator of the warehouse should read. */
  onNote?(line: string): void;
  /** Called as the run goes on. */
  onProgress?(progress: LoadProgress & { readonly found: number }): void;
}

/** The result of a run. */
export interface RunResult extends RunCounts {
  /**
   * True when the run stopped before the work was done, or left some to a concurrent run: the next
   * run continues.
   */
  readonly more: boolean;
  /** Objects that could not be read; the next run tries again. */
  readonly failed: number;
  /** Objects that were listed but gone when they were to be read. */
  readonly gone: number;
}

/** The result of a run that finds nothing to do. */
export const NO_WORK: RunResult = {
  objects: 0,
  loaded: 0,
  duplicates: 0,
  quarantined: 0,
  more: false,
  failed: 0,
  gone: 0,
};

/**
 * Loads what is in the bucket and not yet in the warehouse. Listing, downloading and inflating,
 * reading lines, and loading chunks overlap. Each holds a bounded amount, so memory does not grow
 * with the backlog.
 *
 * @throws Error when the bucket or the warehouse fails as a whole; what was loaded until then stays
 */
export async function loadRun(run: LoadRun): Promise<RunResult> {
  const started = await run.warehouse.startRun();
  try {
    const note = await run.warehouse.rebuildOutdatedFacts();
    if (note !== null) run.onNote?.(note);
    const result = await loadStarted(run, started);
    await checkForAlerts(run, started.runId);
    return result;
  } catch (error) {
    await run.warehouse.failRun(started.runId, error);
    throw error;
  }
}

/** Alerts come after the load: when they fail, it is loaded all the same. */
async function checkForAlerts(
  { warehouse, timeZone = 'UTC', onNote }: LoadRun,
  runId: number,
): Promise<void> {
  try {
    for (const line of await warehouse.raiseAlerts(runId, timeZone)) onNote?.(line);
  } catch (error) {
    onNote?.(`The load is complete, but alerts could not be checked: ${detailOfError(error)}`);
  }
}

async function loadStarted(run: LoadRun, { runId, sweepAfter, horizon }: StartedRun): Promise<RunResult> {
  const { source, warehouse } = run;
  const sweep: Sweep = { pages: run.sweepPages, after: sweepAfter, until: sweepAfter };
  const skipped = { failed: 0, gone: 0 };
  let found = 0;
  let failuresInARow = 0;
  let isOutOfTime = false;
  const onProgress = (progress: LoadProgress) => run.onProgress?.({ ...progress, found });
  const loader = new ChunkLoader(warehouse, runId, onProgress, run.chunkRows, horizon);

  const objects = findObjects({
    source,
    pendingObjects: (listed) => warehouse.pendingObjects(listed),
    range: run.range,
    now: run.now,
    sweep,
  });
  const contents = workAhead(objects, DOWNLOADS, (object: PendingObject) => {
    found += 1;
    return fetchContent(source, object);
  });
  for await (const content of contents) {
    const outcome = run.isTimeUp() ? TIME_IS_UP : await loader.add(content, run.isTimeUp);
    if (outcome.state === 'time_is_up') {
      isOutOfTime = true;
      break;
    }
    if (outcome.state === 'read') {
      failuresInARow = 0;
      continue;
    }
    skipped[outcome.state] += 1;
    run.onSkipped(content.object.key, outcome.reason);
    if (outcome.state === 'failed' && ++failuresInARow >= MAX_FAILURES_IN_A_ROW) {
      await loader.finish();
      throw new Error(`The bucket cannot be read: ${outcome.reason}`);
    }
  }
  const counts = await loader.finish();
  const { onNote = () => undefined } = run;
  const books = await warehouse.loadBooks({ ...run, runId, onNote });
  skipped.failed += books.failed;
  const more = isOutOfTime || loader.takenByOthers > 0 || books.more;
  const isComplete = !more && skipped.failed === 0;
  const hasSeenAll = isComplete && !run.range;
  await warehouse.finishRun(runId, hasSeenAll ? sweep.until : sweepAfter, hasSeenAll);
  return { ...counts, ...skipped, more };
}
