import type { LakeManifest } from '../bucket/manifest';
import type { WarehouseDay } from './warehouse-day';

/** Days, both counted, as `YYYY-MM-DD`; each end may be open. */
export interface DayRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The difference between the lake and the warehouse. */
export interface DayPlan {
  /** New days, and those whose events have changed. */
  readonly write: readonly WarehouseDay[];
  /** Days of which the warehouse has no events any more. */
  readonly remove: readonly string[];
  readonly unchanged: number;
}

/**
 * Compares the warehouse with the lake.
 *
 * @param etags of the files in the bucket, by day: a file that the manifest does not describe is
 *   written again
 */
export function planDays(
  days: readonly WarehouseDay[],
  manifest: LakeManifest,
  etags: ReadonlyMap<string, string>,
  { from = '', to = '9999-12-31' }: DayRange = {},
): DayPlan {
  const isAsked = (day: string) => from <= day && day <= to;
  const isCurrent = ({ day, edition }: WarehouseDay) =>
    manifest.days[day]?.edition === edition && manifest.days[day].etag === etags.get(day);
  const asked = days.filter(({ day }) => isAsked(day));
  const write = asked.filter((day) => !isCurrent(day));
  const kept = new Set(days.map(({ day }) => day));
  const inLake = new Set([...Object.keys(manifest.days), ...etags.keys()]);
  return {
    write,
    remove: [...inLake].filter((day) => isAsked(day) && !kept.has(day)).sort(),
    unchanged: asked.length - write.length,
  };
}
