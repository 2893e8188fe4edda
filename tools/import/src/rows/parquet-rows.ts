import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { Row, RowSource, RowOrFault } from './row-source';

/** Number of rows in memory at the same time. */
const ROWS_AT_ONCE = 1_000;

/** The rows of a parquet file, some at a time. */
export async function parquetRows(file: string): Promise<RowSource> {
  const buffer = await asyncBufferFromFile(file);
  const metadata = await parquetMetadataAsync(buffer);
  const count = Number(metadata.num_rows);
  let read = 0;
  async function* rows(): AsyncGenerator<RowOrFault> {
    for (let rowStart = 0; rowStart < count; rowStart += ROWS_AT_ONCE) {
      const rowEnd = Math.min(rowStart + ROWS_AT_ONCE, count);
      const some = await parquetReadObjects({ file: buffer, metadata, compressors, rowStart, rowEnd });
      for (const row of some) {
        read += 1;
        yield { row: asJson(row) as Row };
      }
    }
  }
  return { rows: rows(), progress: () => read / Math.max(count, 1) };
}

/**
 * A value as in BigQuery's JSON: whole numbers that do not fit into a double become text.
 */
function asJson(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, asJson(field)]));
}
