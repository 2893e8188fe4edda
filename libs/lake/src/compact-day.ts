import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import type { LakeBucket } from './bucket/lake-bucket';
import { dayKey } from './bucket/lake-keys';
import { HISTORY, type LakeDay } from './bucket/manifest';
import { eventsOfDay } from './days/events-of-day';
import { closedDays, type WarehouseDay } from './days/warehouse-day';
import { keepHistory, oldestDay } from './history/kept-events';
import { copyOut } from './parquet/copy-out';
import type { ParquetWriter } from './parquet/parquet-writer';

/** The tools of a compaction. */
export interface Compactor {
  /** A connection to the warehouse with a role that may read. */
  readonly client: ClientBase;
  readonly bucket: LakeBucket;
  readonly parquet: ParquetWriter;
  /** For files of one day. */
  readonly folder: string;
}

/**
 * Writes the file of a day.
 *
 * @param before events of the lake from before this day are kept; absent when it has no file
 * @returns null when neither the warehouse nor the history has any event of the day
 * @throws Error when rows are missing
 */
export async function compactDay(
  compactor: Compactor,
  day: string,
  now: Date,
  before?: string,
): Promise<LakeDay | null> {
  const { bucket, parquet, folder } = compactor;
  const [csv = '', fresh = '', old = '', merged = ''] = [
    'csv',
    'parquet',
    'old.parquet',
    'merged.parquet',
  ].map((end) => join(folder, `${day}.${end}`));
  try {
    const found = await readDay(compactor.client, day, csv);
    const rows = found ? await parquet.write({ file: csv, columns: CLICKSTREAM_EVENTS.columns }, fresh) : 0;
    if (found && rows !== found.events)
      throw new Error(
        `The file of ${day} has ${rows} rows, and the warehouse ${found.events} events. Nothing is written.`,
      );
    let kept = 0;
    if (before !== undefined) {
      await bucket.fetch(dayKey(day), old);
      kept = await keepHistory(parquet, { fresh: found && fresh, old, merged }, before);
    }
    if (!found && kept === 0) return null;
    const file = kept > 0 ? merged : fresh;
    const { bytes, etag } = await bucket.putDay(day, file);
    const edition = found?.edition ?? HISTORY;
    const oldest = await oldestDay(parquet, file);
    return { rows: rows + kept, bytes, edition, etag, writtenAt: now.toISOString(), oldest };
  } finally {
    await Promise.all([csv, fresh, old, merged].map((file) => rm(file, { force: true })));
  }
}

/** The events of a day in a file, and the edition that belongs to exactly these. */
async function readDay(client: ClientBase, day: string, csv: string): Promise<WarehouseDay | undefined> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const [found] = await closedDays(client, day);
    if (!found) return undefined;
    const rows = await copyOut(client, await eventsOfDay(client, day), csv);
    if (rows === found.events) return found;
    throw new Error(
      `clickstream_events has ${rows} events of ${day}, and the manifest of the load says ${found.events}. ` +
        'Run npm run status, which names the hours that differ.',
    );
  } finally {
    await client.query('ROLLBACK');
  }
}
