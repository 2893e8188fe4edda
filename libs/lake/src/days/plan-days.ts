import { HISTORY, type LakeManifest } from '../bucket/manifest';
import type { WarehouseDay, WarehouseDays } from './warehouse-day';

/** Days, both counted, as `YYYY-MM-DD`; each end may be open. */
export interface DayRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The difference between the lake and the warehouse. */
export interface DayPlan {
  /** New days, and those whose events have changed. */
  readonly write: readonly WarehouseDay[];
  /**
   * Days that the warehouse knows, and of which it has no events any more. A day that it does not
   * know has left it because of its age, and stays.
   */
  readonly remove: readonly string[];
  readonly unchanged: number;
}

/**
 * Compares the warehouse with the lake.
 *
 * @param known days of which the warehouse has objects, with events or without
 * @param etags of the files in the bucket, by day: a file that the manifest does not describe is
 *   written again
 */
export function planDays(
  { days, known }: WarehouseDays,
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
  const isHistory = (day: string) =>
    manifest.days[day]?.edition === HISTORY && manifest.days[day].etag === etags.get(day);
  const inLake = new Set([...Object.keys(manifest.days), ...etags.keys()]);
  return {
    write,
    remove: [...inLake]
      .filter((day) => isAsked(day) && known.has(day) && !kept.has(day) && !isHistory(day))
      .sort(),
    unchanged: asked.length - write.length,
  };
}
