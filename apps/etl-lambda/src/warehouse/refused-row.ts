import { EVENT_COLUMNS } from '@clickstream/dw-models/event-columns';
import { sqlStateOf } from './transaction';

/** A row that PostgreSQL does not take, although it was made to be taken. */
export interface RefusedRow {
  readonly objectId: number;
  readonly line: number;
  /** In the text form of COPY. */
  readonly text: string;
  readonly reason: string;
}

/** Rows in the text form of COPY without one of them. */
export interface WithoutRow {
  readonly copyText: readonly Buffer[];
  readonly refused: RefusedRow;
}

const LINE_FEED = 0x0a;
const OBJECT_ID = EVENT_COLUMNS.indexOf('source_object_id');
const LINE = EVENT_COLUMNS.indexOf('source_line');

/** Data that does not fit (22), a rule that it breaks (23), a limit that it exceeds (54). */
const FAULT_OF_A_ROW = /^(22|23|54)/;

/**
 * Takes the row out that made a COPY fail.
 *
 * @returns null when the error is not about a row
 */
export function withoutRefusedRow(copyText: readonly Buffer[], error: unknown): WithoutRow | null {
  if (!(error instanceof Error) || !FAULT_OF_A_ROW.test(sqlStateOf(error) ?? '')) return null;
  const where = 'where' in error ? String(error.where) : '';
  const number = Number(/^COPY \w+, line (\d+)/m.exec(where)?.[1] ?? 0);
  let passed = 0;
  for (const [index, piece] of copyText.entries()) {
    for (let start = 0; start < piece.length;) {
      const end = piece.indexOf(LINE_FEED, start) + 1;
      passed += 1;
      if (passed === number) {
        const rest = Buffer.concat([piece.subarray(0, start), piece.subarray(end)]);
        const text = piece.toString('utf8', start, end - 1);
        return { copyText: copyText.with(index, rest), refused: refusedRow(text, error.message) };
      }
      start = end;
    }
  }
  return null;
}

function refusedRow(text: string, reason: string): RefusedRow {
  const columns = text.split('\t');
  return { objectId: Number(columns[OBJECT_ID]), line: Number(columns[LINE]), text, reason };
}
