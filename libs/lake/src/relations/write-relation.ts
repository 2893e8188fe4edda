import { rm } from 'node:fs/promises';
import type { ClientBase } from 'pg';
import { copyOut } from '../parquet/copy-out';
import type { ParquetWriter } from '../parquet/parquet-writer';
import { readColumns } from './read-columns';

/**
 * Writes rows of a table or view into a Parquet file.
 *
 * @param condition an SQL condition on its rows
 * @returns the number of rows
 */
export async function writeRelation(
  client: ClientBase,
  parquet: ParquetWriter,
  { relation, condition = 'true' }: { readonly relation: string; readonly condition?: string },
  file: string,
): Promise<number> {
  const csv = `${file}.csv`;
  try {
    const columns = await readColumns(client, relation);
    await copyOut(client, `SELECT * FROM ${relation} WHERE ${condition}`, csv);
    return await parquet.write({ file: csv, columns }, file);
  } finally {
    await rm(csv, { force: true });
  }
}
