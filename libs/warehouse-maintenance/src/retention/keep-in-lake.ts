import { beginHistory, compact, type LakeBucket } from '@clickstream/lake';
import type { ClientBase } from 'pg';

/** Months of events that the lake keeps. */
export const LAKE_MONTHS = 36;

/** The lake, and what it keeps. */
export interface KeptLake {
  readonly bucket: LakeBucket;
  /** The first day that it keeps, `YYYY-MM-DD`. */
  readonly from: string;
  readonly now: Date;
  /** An existing folder for files; the system's own by default. */
  readonly scratch?: string | undefined;
  /** True when the rest should be left to another call. */
  isTimeUp?(): boolean;
}

/**
 * Brings the lake up to date before events leave the warehouse, and makes it the owner of what is
 * older than the horizon. A bucket without a lake is left alone.
 *
 * @param client with the run lock, so that nothing is loaded meanwhile
 */
export async function keepInLake(
  client: ClientBase,
  { bucket, from, now, scratch, isTimeUp }: KeptLake,
  horizon: string,
): Promise<'kept' | 'no lake' | 'time is up'> {
  const { days, facts } = await bucket.readManifest();
  // An erasure may have removed all days for the time being.
  if (!facts && Object.keys(days).length === 0) return 'no lake';
  const files = scratch === undefined ? {} : { scratch };
  const { left } = await compact({ client, bucket, now, ...files, ...(isTimeUp && { isTimeUp }) });
  if (left > 0) return 'time is up';
  await beginHistory({ client, bucket, before: horizon, from, ...files });
  return 'kept';
}
