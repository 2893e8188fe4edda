import type { ClientBase } from 'pg';
import type { LakeBucket } from '../bucket/lake-bucket';
import { dayKey } from '../bucket/lake-keys';
import { withDay } from '../bucket/manifest';
import { inLakeTurn } from './lake-turn';
import { planDays } from './plan-days';
import { closedDays } from './warehouse-day';

/** Files that were removed from the lake. */
export interface DroppedFiles {
  readonly days: readonly string[];
  /** The keys of all of them. */
  readonly keys: readonly string[];
}

/**
 * Removes the facts, and the files of days that differ from the warehouse. After an erasure nobody
 * reads what was erased, and the next compaction writes the files again.
 */
export function dropChangedDays(client: ClientBase, bucket: LakeBucket): Promise<DroppedFiles> {
  return inLakeTurn(client, () => dropInTurn(client, bucket));
}

async function dropInTurn(client: ClientBase, bucket: LakeBucket): Promise<DroppedFiles> {
  const [etags, manifest] = await Promise.all([bucket.etags(), bucket.readManifest()]);
  const { write, remove } = planDays(await closedDays(client), manifest, etags);
  const changed = [...write.map(({ day }) => day), ...remove].filter((day) => etags.has(day));
  for (const day of changed) await bucket.removeDay(day);
  const facts = await bucket.removeFacts();
  if (changed.length + facts.length > 0) {
    const left = changed.reduce((all, day) => withDay(all, day, null), manifest);
    await bucket.writeManifest({ days: left.days });
  }
  return { days: changed.sort(), keys: [...changed.map(dayKey), ...facts] };
}
