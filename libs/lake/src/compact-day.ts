import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import type { LakeBucket } from './bucket/lake-bucket';
import type { LakeDay } from './bucket/manifest';
import { eventsOfDay } from './days/events-of-day';
import { closedDays, type WarehouseDay } from './days/warehouse-day';
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
 * @returns null when the day has lost its last event meanwhile
 * @throws Error when rows are missing
 */
export async function compactDay(compactor: Compactor, day: string, now: Date): Promise<LakeDay | null> {
  const csv = join(compactor.folder, `${day}.csv`);
  const parquet = join(compactor.folder, `${day}.parquet`);
  try {
    const found = await readDay(compactor.client, day, csv);
    if (!found) return null;
    const rows = await compactor.parquet.write({ file: csv, columns: CLICKSTREAM_EVENTS.columns }, parquet);
    if (rows !== found.events)
      throw new Error(
        `The file of ${day} has ${rows} rows, and the warehouse ${found.events} events. Nothing is written.`,
      );
    const { bytes, etag } = await compactor.bucket.putDay(day, parquet);
    return { rows, bytes, edition: found.edition, etag, writtenAt: now.toISOString() };
  } finally {
    await Promise.all([csv, parquet].map((file) => rm(file, { force: true })));
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
