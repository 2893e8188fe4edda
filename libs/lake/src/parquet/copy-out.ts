import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/**
 * Writes the rows of a query into a file, as CSV.
 *
 * @param heading a first line with the names of the columns
 * @returns the number of rows
 */
export async function copyOut(
  client: ClientBase,
  query: string,
  file: string,
  heading: 'HEADER' | 'without heading' = 'without heading',
): Promise<number> {
  const rows = client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT csv, HEADER ${heading === 'HEADER'})`));
  await pipeline(rows, createWriteStream(file));
  return rows.rowCount;
}
