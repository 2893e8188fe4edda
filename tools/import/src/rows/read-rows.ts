import { stat } from 'node:fs/promises';
import { csvRows } from './csv-rows';
import { jsonLineRows } from './json-line-rows';
import { parquetRows } from './parquet-rows';
import { withCsvOfRData } from './r-data';
import type { RowSource } from './row-source';

/**
 * Opens a file by its extension: `.parquet`, `.csv`, `.rda` or `.RData` (through R), otherwise JSON
 * lines; with a further `.gz` it is unzipped.
 *
 * @throws Error when it does not exist or cannot be read
 */
export async function openRows(file: string): Promise<RowSource> {
  const { size } = await stat(file).catch(() => {
    throw new Error(`${file} does not exist. Name an existing file.`);
  });
  const plain = file.toLowerCase().replace(/\.gz$/, '');
  if (plain.endsWith('.parquet')) return parquetRows(file);
  if (/\.(rda|rdata)$/.test(plain)) return withCsvOfRData(file, csvRows);
  return plain.endsWith('.csv') ? csvRows(file, size) : jsonLineRows(file, size);
}
