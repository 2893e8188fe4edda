import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import type { LakeBucket } from './bucket/lake-bucket';
import { exportHistory } from './history/export-history';
import { copyOut } from './parquet/copy-out';
import { openParquetWriter, quoted } from './parquet/parquet-writer';
import { readColumns } from './relations/read-columns';
import { writeRelation } from './relations/write-relation';

/** Tables that can be exported, each with its view or table and the time by which it is cut. */
export const EXPORTS = {
  events: { relation: 'public.clickstream_events', time: 'event_timestamp' },
  sessions: { relation: 'dash.sessions', time: 'started_at' },
  orders: { relation: 'dash.orders', time: 'placed_at' },
  carts: { relation: 'dash.carts', time: 'started_at' },
} as const;

/** One export. */
export interface TableExport {
  readonly table: keyof typeof EXPORTS;
  readonly format: 'parquet' | 'csv';
  /** The first day and the last, `YYYY-MM-DD` in UTC; each may be open. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly file: string;
}

/**
 * Writes rows of the warehouse into a file, and those that only the lake has.
 *
 * @param bucket of the lake; absent where there is none
 * @returns the number of rows
 */
export async function exportTable(
  client: ClientBase,
  { table, format, from, to, file }: TableExport,
  bucket?: LakeBucket,
): Promise<number> {
  const { relation, time } = EXPORTS[table];
  const manifest = await bucket?.readManifest();
  const before = manifest?.history?.before;
  const isInHistory = before !== undefined && (from === undefined || from < before);
  // Of that time the views have only a rest; events that wait there are whole.
  const since = isInHistory && table !== 'events' ? before : from;
  const condition = [
    'true',
    since === undefined ? '' : `${time} >= '${since}'::timestamp AT TIME ZONE 'UTC'`,
    to === undefined ? '' : `${time} < ('${to}'::date + 1)::timestamp AT TIME ZONE 'UTC'`,
  ]
    .filter(Boolean)
    .join(' AND ');
  const query = `SELECT * FROM ${relation} WHERE ${condition} ORDER BY ${time}`;
  if (format === 'csv' && !isInHistory) return copyOut(client, query, file, 'HEADER');
  const parquet = await openParquetWriter();
  const [past, present] = [`${file}.past`, `${file}.present`];
  try {
    if (!isInHistory || !bucket || !manifest)
      return await writeRelation(client, parquet, { relation, condition }, file);
    const rows = { relation, columns: await readColumns(client, relation), time, from, to };
    const old = await exportHistory({ client, bucket, parquet }, manifest, rows, { file: past, format });
    if (format === 'csv') {
      const recent = await copyOut(client, query, present, old > 0 ? 'without heading' : 'HEADER');
      await concatenate(old > 0 ? [past, present] : [present], file);
      return old + recent;
    }
    await writeRelation(client, parquet, { relation, condition }, present);
    const files = (old > 0 ? [past, present] : [present]).map(quoted);
    return await parquet.copy(`FROM read_parquet([${files.join(', ')}], union_by_name = true)`, file);
  } finally {
    parquet.close();
    await Promise.all([past, present].map((each) => rm(each, { force: true })));
  }
}

/** Writes files one after another, in pieces: years of events do not fit into memory. */
async function concatenate(files: readonly string[], target: string): Promise<void> {
  for (const [nth, file] of files.entries())
    await pipeline(createReadStream(file), createWriteStream(target, { flags: nth === 0 ? 'w' : 'a' }));
}
