import { stat } from 'node:fs/promises';
import { csvRows } from './csv-rows';
import { jsonLineRows } from './json-line-rows';
import { parquetRows } from './parquet-rows';
import { withCsvOfRData } from './r-data';
import type { RowSource } from './row-source';

/**
 * Opens a file by the ending of its name: `.parquet`, `.csv`, `.rda` or `.RData` (through R), else
 * JSON lines; `.gz` after it is unzipped.
 *
 * @throws Error when it is not there or cannot be read
 */
export async function openRows(file: string): Promise<RowSource> {
  const { size } = await stat(file).catch(() => {
    throw new Error(`${file} is not there. Name a file that exists.`);
  });
  const plain = file.toLowerCase().replace(/\.gz$/, '');
  if (plain.endsWith('.parquet')) return parquetRows(file);
  if (/\.(rda|rdata)$/.test(plain)) return withCsvOfRData(file, csvRows);
  return plain.endsWith('.csv') ? csvRows(file, size) : jsonLineRows(file, size);
}
