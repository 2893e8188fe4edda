import type { ClientBase } from 'pg';
import type { LakeBucket } from '../bucket/lake-bucket';
import { withDay } from '../bucket/manifest';
import { planDays } from './plan-days';
import { closedDays } from './warehouse-day';

/**
 * Removes the files of days that differ from the warehouse. After an erasure nobody reads what was
 * erased, and the next compaction writes the days again.
 *
 * @returns the days whose files were removed
 */
export async function dropChangedDays(client: ClientBase, bucket: LakeBucket): Promise<string[]> {
  const [etags, manifest] = await Promise.all([bucket.etags(), bucket.readManifest()]);
  const { write, remove } = planDays(await closedDays(client), manifest, etags);
  const changed = [...write.map(({ day }) => day), ...remove].filter((day) => etags.has(day));
  for (const day of changed) await bucket.removeDay(day);
  if (changed.length > 0)
    await bucket.writeManifest(changed.reduce((left, day) => withDay(left, day, null), manifest));
  return changed.sort();
}
