import { CLICKSTREAM_EVENTS } from '@clickstream/dw-models/tables';
import { readRow, rowsIn } from '../copy/read-row';
import { sqlStateOf } from './transaction';

/** A row that PostgreSQL refuses, although it was made to fit. */
export interface RefusedRow {
  readonly objectId: number;
  readonly line: number;
  /** Its columns, as `name=value` with tabs between them. */
  readonly text: string;
  readonly reason: string;
}

/** Pieces of rows with one row removed. */
export interface WithoutRow {
  readonly pieces: readonly Buffer[];
  readonly refused: RefusedRow;
}

/**
 * Error classes of a row: data that does not fit (22), a broken constraint (23), an exceeded limit
 * (54).
 */
const FAULT_OF_A_ROW = /^(22|23|54)/;

/**
 * Removes the row that made a COPY fail.
 *
 * @returns null when the error is not about a row
 */
export function withoutRefusedRow(pieces: readonly Buffer[], error: unknown): WithoutRow | null {
  if (!(error instanceof Error) || !FAULT_OF_A_ROW.test(sqlStateOf(error) ?? '')) return null;
  const where = 'where' in error ? String(error.where) : '';
  const number = Number(/^COPY \w+, line (\d+)/m.exec(where)?.[1] ?? 0);
  let passed = 0;
  for (const [index, piece] of pieces.entries()) {
    for (const { start, end } of rowsIn(piece)) {
      passed += 1;
      if (passed !== number) continue;
      const rest = Buffer.concat([piece.subarray(0, start), piece.subarray(end)]);
      return {
        pieces: pieces.with(index, rest),
        refused: refusedRow(piece.subarray(start, end), error.message),
      };
    }
  }
  return null;
}

function refusedRow(row: Buffer, reason: string): RefusedRow {
  const fields = readRow(row, CLICKSTREAM_EVENTS.columns);
  return {
    objectId: Number(fields.get('source_object_id')),
    line: Number(fields.get('source_line')),
    text: Array.from(fields, ([name, value]) => `${name}=${value}`).join('\t'),
    reason,
  };
}
