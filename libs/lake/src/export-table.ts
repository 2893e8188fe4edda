import type { ClientBase } from 'pg';
import { copyOut } from './parquet/copy-out';
import { openParquetWriter } from './parquet/parquet-writer';
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

/** Writes rows of the warehouse into a file. @returns the number of rows */
export async function exportTable(
  client: ClientBase,
  { table, format, from, to, file }: TableExport,
): Promise<number> {
  const { relation, time } = EXPORTS[table];
  const condition = [
    'true',
    from === undefined ? '' : `${time} >= '${from}'::timestamp AT TIME ZONE 'UTC'`,
    to === undefined ? '' : `${time} < ('${to}'::date + 1)::timestamp AT TIME ZONE 'UTC'`,
  ]
    .filter(Boolean)
    .join(' AND ');
  if (format === 'csv')
    return copyOut(client, `SELECT * FROM ${relation} WHERE ${condition} ORDER BY ${time}`, file, 'HEADER');
  const parquet = await openParquetWriter();
  try {
    return await writeRelation(client, parquet, { relation, condition }, file);
  } finally {
    parquet.close();
  }
}
