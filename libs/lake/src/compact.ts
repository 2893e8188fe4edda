import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import type { LakeBucket } from './bucket/lake-bucket';
import { holdsHistory, type LakeDay, withDay } from './bucket/manifest';
import { compactDay, type Compactor } from './compact-day';
import { inLakeTurn } from './days/lake-turn';
import { type DayPlan, type DayRange, planDays } from './days/plan-days';
import { warehouseDays } from './days/warehouse-day';
import { writeFacts, type WrittenFacts } from './facts/write-facts';
import { openParquetWriter } from './parquet/parquet-writer';

/** Settings of a compaction. */
export interface Compaction {
  /** A connection to the warehouse with a role that may read. */
  readonly client: ClientBase;
  readonly bucket: LakeBucket;
  readonly range?: DayRange;
  readonly now: Date;
  /** An existing folder for the files of one day; the system's own for such files by default. */
  readonly scratch?: string;
  /** True when the rest should be left to the next run; one step is always done. */
  isTimeUp?(): boolean;
  /** Called before the first day and after each one. */
  onDay?(done: number, of: number): void;
}

/** The outcome of a compaction. */
export interface Compacted {
  /** Days that were written. */
  readonly written: readonly string[];
  /** Days that were removed: they have lost all their events, not because of their age. */
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** Of the written files. */
  readonly rows: number;
  readonly bytes: number;
  /** Files of facts that were written. */
  readonly factFiles: number;
  /** Steps that are left to the next run, because the time was up: days, and files of facts. */
  readonly left: number;
}

/** The days that a compaction would write and remove. */
export async function planCompaction({ client, bucket, range }: Compaction): Promise<DayPlan> {
  const [manifest, etags] = await Promise.all([bucket.readManifest(), bucket.etags()]);
  return planDays(await warehouseDays(client), manifest, etags, range);
}

/**
 * Makes the lake equal to the warehouse: writes the days that are new or have changed, removes
 * those without events, and then writes the parts of the facts that have changed. A stop leaves
 * whole files; the next run does the rest.
 */
export async function compact(compaction: Compaction): Promise<Compacted> {
  const { client, bucket, now, onDay, isTimeUp = () => false, scratch = tmpdir() } = compaction;
  const plan = await planCompaction(compaction);
  const days = [...plan.write.map(({ day }) => day), ...plan.remove];
  const outcome = { written: [] as string[], removed: [] as string[], rows: 0, bytes: 0 };
  const folder = await mkdtemp(join(scratch, 'lake-'));
  const parquet = await openParquetWriter();
  const compactor = { client, bucket, parquet, folder };
  try {
    if (days.length > 0) onDay?.(0, days.length);
    for (const [done, day] of days.entries()) {
      if (done > 0 && isTimeUp()) break;
      const entry = await inLakeTurn(client, () => writeDay(compactor, day, now));
      (entry ? outcome.written : outcome.removed).push(day);
      outcome.rows += entry?.rows ?? 0;
      outcome.bytes += entry?.bytes ?? 0;
      onDay?.(done + 1, days.length);
    }
    const left = days.length - outcome.written.length - outcome.removed.length;
    // The facts are one more step.
    if (left > 0 || (days.length > 0 && isTimeUp()))
      return { ...outcome, factFiles: 0, unchanged: plan.unchanged, left: left + 1 };
    const facts = await inLakeTurn(client, () => writeChangedFacts(compactor, isTimeUp));
    return { ...outcome, factFiles: facts.written, unchanged: plan.unchanged, left: facts.left };
  } finally {
    parquet.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeDay(compactor: Compactor, day: string, now: Date): Promise<LakeDay | null> {
  const { bucket } = compactor;
  const manifest = await bucket.readManifest();
  const hasHistory = holdsHistory(manifest, day) && (await bucket.etags()).has(day);
  const before = hasHistory ? manifest.history?.before : undefined;
  const written = await compactDay(compactor, day, now, before);
  if (!written) await bucket.removeDay(day);
  await bucket.writeManifest(withDay(manifest, day, written));
  return written;
}

async function writeChangedFacts(
  compactor: Compactor,
  isTimeUp: () => boolean,
): Promise<Pick<WrittenFacts, 'written' | 'left'>> {
  const { bucket } = compactor;
  const manifest = await bucket.readManifest();
  if (Object.keys(manifest.days).length === 0) return { written: 0, left: 0 };
  const { facts, written, left } = await writeFacts(compactor, manifest, isTimeUp);
  if (written > 0 || facts.views !== manifest.facts?.views)
    await bucket.writeManifest({ ...manifest, facts });
  return { written, left };
}
