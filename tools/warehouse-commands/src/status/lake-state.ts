import { lakeBucket } from '@clickstream/lake';
import { createS3Client } from '@clickstream/warehouse-load/reading';
import type { RawBucket } from './waiting-objects';

/** Days of receipt of the lake, `YYYY-MM-DD`. */
export interface LakeState {
  readonly days: number;
  readonly first: string;
  readonly last: string;
  readonly events: number;
  /** Only the lake has events from before this day; null while the warehouse has all of them. */
  readonly onlyThereBefore: string | null;
}

/** Reads what the lake holds; null where there is none. */
export async function lakeState({ name, forcePathStyle }: RawBucket): Promise<LakeState | null> {
  const s3 = createS3Client(forcePathStyle);
  try {
    const { days, history } = await lakeBucket(s3, name).readManifest();
    const names = Object.keys(days).sort();
    const [first, last] = [names.at(0), names.at(-1)];
    if (first === undefined || last === undefined) return null;
    const events = Object.values(days).reduce((sum, { rows }) => sum + rows, 0);
    const oldest = Object.values(days).map(({ oldest: day = first }) => day);
    const isOlder = history !== undefined && oldest.some((day) => day < history.before);
    return { days: names.length, first, last, events, onlyThereBefore: isOlder ? history.before : null };
  } finally {
    s3.destroy();
  }
}

/** The lake in a line; none where there is none. */
export function lakeLines(lake: LakeState | null): string[] {
  if (!lake) return [];
  const { days, first, last, events, onlyThereBefore } = lake;
  const held = `${events.toLocaleString('en')} events of ${days.toLocaleString('en')} ${days === 1 ? 'day' : 'days'} of receipt`;
  const history = onlyThereBefore === null ? '' : `; only there is what happened before ${onlyThereBefore}`;
  return [`The lake has ${held}, ${first} to ${last}${history}.`];
}
