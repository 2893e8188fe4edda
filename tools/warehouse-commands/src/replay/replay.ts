import type { ClientBase } from 'pg';
import type { RawSource } from '@clickstream/warehouse-load/reading';
import { type Chunk, horizonOf } from '@clickstream/warehouse-load/warehouse';
import { loadRejected } from './load-rejected';
import { loadReplayed } from './load-replayed';
import { openLines, type PageStart } from './open-lines';
import { readAgain, type SecondReading } from './read-again';
import { readRejected, rejectedObjects, type RejectedObject } from './rejected-lines';
import type { ReplayCounts } from './replay-counts';
import type { ReplayOptions } from './replay-options';

/** Settings of a replay. */
export interface Replay extends ReplayOptions {
  /** Connection with the role etl_writer that has the run lock. */
  readonly client: ClientBase;
  readonly source: RawSource;
  /** True when the replay should end after the current lines. */
  isStopped(): boolean;
  /** Called with the number of lines read so far. */
  onProgress?(lines: number): void;
}

/**
 * Reads quarantined lines again, then rejected ones, and loads the readable lines page by page,
 * each page in one transaction.
 */
export async function replay(run: Replay): Promise<ReplayCounts> {
  const horizon = await horizonOf(run.client);
  let lines = 0;
  const total = { loaded: 0, duplicates: 0, dropped: 0, left: 0 };
  const add = (counts: ReplayCounts) => {
    total.loaded += counts.loaded;
    total.duplicates += counts.duplicates;
    total.dropped += counts.dropped;
    total.left += counts.left;
    lines += counts.loaded + counts.duplicates + counts.dropped + counts.left;
    run.onProgress?.(lines);
  };
  await replayQuarantined(run, horizon, add);
  await replayRejected(run, horizon, add);
  return total;
}

type AddCounts = (counts: ReplayCounts) => void;

async function replayQuarantined(
  { client, source, filter, isDryRun, ...run }: Replay,
  horizon: string | null,
  add: AddCounts,
): Promise<void> {
  for (let after: PageStart | null = null; !run.isStopped();) {
    const page = await openLines(client, filter, after);
    const last = page.at(-1);
    if (!last) return;
    after = { objectKey: last.object.key, quarantineId: last.quarantineId };
    const reading = await readAgain(source, page, horizon);
    add(isDryRun ? wouldBe(reading) : await loadReplayed(client, reading));
  }
}

async function replayRejected(
  { client, source, filter, isDryRun, ...run }: Replay,
  horizon: string | null,
  add: AddCounts,
): Promise<void> {
  for (let after = ''; !run.isStopped();) {
    const page = await rejectedObjects(client, filter, after);
    const last = page.at(-1);
    if (!last) return;
    after = last.key;
    const chunk = await readRejected(client, source, page, horizon);
    add(isDryRun ? wouldBeOfRejected(chunk, page) : await loadRejected(client, chunk, page));
  }
}

/** The counts of a dry run, which does not check which events are in the warehouse. */
function wouldBe({ chunk, unreadable }: SecondReading): ReplayCounts {
  const dropped = chunk.slices.reduce((sum, { erased, expired }) => sum + erased + expired, 0);
  return { loaded: chunk.rows, duplicates: chunk.duplicates, dropped, left: unreadable.length };
}

/** The counts of a dry run for rejected lines: all readable ones count as loaded. */
function wouldBeOfRejected(chunk: Chunk, objects: readonly RejectedObject[]): ReplayCounts {
  const still = new Map(chunk.slices.map(({ object, rejected }) => [object.objectId, rejected]));
  const sumOf = (count: (object: RejectedObject) => number) =>
    objects.reduce((sum, object) => sum + count(object), 0);
  const left = sumOf(({ objectId, rejected }) => still.get(objectId) ?? rejected);
  return { loaded: sumOf(({ rejected }) => rejected) - left, duplicates: 0, dropped: 0, left };
}
