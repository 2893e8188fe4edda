import { type ParquetWriter, quoted } from '../parquet/parquet-writer';

/** Files of one day. */
export interface FilesOfDay {
  /** The events that the warehouse has; absent when it has none. */
  readonly fresh: string | undefined;
  /** The file in the lake. */
  readonly old: string;
  readonly merged: string;
}

/**
 * Adds the events of the lake that have left the warehouse because of their age. Whatever is
 * younger than that is as the warehouse has it.
 *
 * @returns the number of these events; with none of them nothing is written
 */
export async function keepHistory(
  parquet: ParquetWriter,
  { fresh, old, merged }: FilesOfDay,
  before: string,
): Promise<number> {
  const isKept = `event_timestamp < TIMESTAMPTZ '${before} 00:00:00+00'`;
  const isFresh = fresh ? `event_id IN (SELECT event_id FROM ${quoted(fresh)})` : 'false';
  const kept = `FROM ${quoted(old)} WHERE ${isKept} AND NOT ${isFresh}`;
  const [{ rows } = { rows: 0 }] = await parquet.query(`SELECT count(*)::INTEGER AS rows ${kept}`);
  if (rows === 0) return 0;
  await parquet.copy(fresh ? `FROM ${quoted(fresh)} UNION ALL BY NAME ${kept}` : kept, merged);
  return Number(rows);
}

/** The day (UTC) of the oldest event of a file. */
export async function oldestDay(parquet: ParquetWriter, file: string): Promise<string> {
  const [row] = await parquet.query(
    `SELECT CAST(CAST(min(event_timestamp) AS DATE) AS TEXT) AS day FROM ${quoted(file)}`,
  );
  return String(row?.['day']);
}
