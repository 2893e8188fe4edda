import type { ClientBase } from 'pg';
import type { RawSource } from '@clickstream/warehouse-load/reading';
import { type Chunk, horizonOf } from '@clickstream/warehouse-load/warehouse';
import { loadRejected } from './load-rejected';
import { loadReplayed } from './load-replayed';
import { openLines, type PageStart } from './open-lines';
import { readAgain, type SecondReading } from './read-again';
import { readRejected, rejectedObjects, type RejectedObject } from './rejected-lines';
import type { ReplayCounts } from './replay-counts';
import type { ReplayFilter } from './replay-filter';

/** The page at which a stopped replay goes on: of quarantined lines, or of rejected ones. */
export type ReplayPosition = { readonly quarantined: PageStart | null } | { readonly rejectedAfter: string };

/** Settings of a replay. */
export interface Replay {
  readonly filter: ReplayFilter;
  /** True when nothing is to be changed. */
  readonly isDryRun: boolean;
  /** Where an earlier replay stopped; the beginning without it. */
  readonly from?: ReplayPosition | undefined;
  /** Connection with the role etl_writer that has the run lock. */
  readonly client: ClientBase;
  readonly source: RawSource;
  /** True when the replay should end after the current lines. */
  isStopped(): boolean;
  /** Called with the number of lines read so far. */
  onProgress?(lines: number): void;
}

/** The counts of a replay, and the page at which the next one goes on if it was stopped. */
export type ReplayResult = ReplayCounts & { readonly next?: ReplayPosition };

/**
 * Reads quarantined lines again, then rejected ones, and loads the readable lines page by page,
 * each page in one transaction.
 */
export async function replay(run: Replay): Promise<ReplayResult> {
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
  const { from = { quarantined: null } } = run;
  const next =
    'quarantined' in from
      ? ((await replayQuarantined(run, from.quarantined, horizon, add)) ??
        (await replayRejected(run, '', horizon, add)))
      : await replayRejected(run, from.rejectedAfter, horizon, add);
  return { ...total, ...(next ? { next } : {}) };
}

type AddCounts = (counts: ReplayCounts) => void;

/** @returns where it stopped; null when it has read all */
async function replayQuarantined(
  { client, source, filter, isDryRun, ...run }: Replay,
  start: PageStart | null,
  horizon: string | null,
  add: AddCounts,
): Promise<ReplayPosition | null> {
  let after = start;
  while (!run.isStopped()) {
    const page = await openLines(client, filter, after);
    const last = page.at(-1);
    if (!last) return null;
    after = { objectKey: last.object.key, quarantineId: last.quarantineId };
    const reading = await readAgain(source, page, horizon);
    add(isDryRun ? wouldBe(reading) : await loadReplayed(client, reading));
  }
  return { quarantined: after };
}

/** @returns where it stopped; null when it has read all */
async function replayRejected(
  { client, source, filter, isDryRun, ...run }: Replay,
  start: string,
  horizon: string | null,
  add: AddCounts,
): Promise<ReplayPosition | null> {
  let after = start;
  while (!run.isStopped()) {
    const page = await rejectedObjects(client, filter, after);
    const last = page.at(-1);
    if (!last) return null;
    after = last.key;
    const chunk = await readRejected(client, source, page, horizon);
    add(isDryRun ? wouldBeOfRejected(chunk, page) : await loadRejected(client, chunk, page));
  }
  return { rejectedAfter: after };
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
