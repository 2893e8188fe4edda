import type { ClientBase } from 'pg';
import type { LakeBucket } from './bucket/lake-bucket';
import { dayKey } from './bucket/lake-keys';
import { holdsHistory, withDay } from './bucket/manifest';
import { dropChangedFacts } from './facts/drop-changed-facts';
import { inLakeTurn } from './days/lake-turn';
import { planDays } from './days/plan-days';
import { warehouseDays } from './days/warehouse-day';

/** Files that were removed from the lake. */
export interface DroppedFiles {
  readonly days: readonly string[];
  /** The keys of all of them. */
  readonly keys: readonly string[];
}

/**
 * Removes the files of days and the parts of facts that differ from the warehouse. After an erasure
 * nobody reads what was erased, and the next compaction writes the files again.
 */
export function dropChangedDays(client: ClientBase, bucket: LakeBucket): Promise<DroppedFiles> {
  return inLakeTurn(client, () => dropInTurn(client, bucket));
}

async function dropInTurn(client: ClientBase, bucket: LakeBucket): Promise<DroppedFiles> {
  const [etags, manifest] = await Promise.all([bucket.etags(), bucket.readManifest()]);
  const { write, remove } = planDays(await warehouseDays(client), manifest, etags);
  const changed = [...write.map(({ day }) => day), ...remove].filter(
    (day) => etags.has(day) && !holdsHistory(manifest, day),
  );
  for (const day of changed) await bucket.removeDay(day);
  const dropped =
    manifest.facts && (await dropChangedFacts(client, bucket, manifest.facts, manifest.history));
  const keys = [...changed.map(dayKey), ...(dropped?.keys ?? [])];
  if (keys.length > 0) {
    const left = changed.reduce((all, day) => withDay(all, day, null), manifest);
    await bucket.writeManifest({ ...left, ...(dropped && { facts: dropped.facts }) });
  }
  return { days: changed.sort(), keys };
}
