import type { Columns, CopyType } from '@clickstream/dw-models/tables';
import { decimalOf } from './binary-numeric';
import { EPOCH_MS } from './binary-values';

/** The start and end of each row in a piece of `CopyRows`. */
export function* rowsIn(piece: Buffer): Generator<{ start: number; end: number }> {
  for (let start = 0; start < piece.length;) {
    let end = start + 2;
    for (let field = piece.readInt16BE(start); field > 0; field--) {
      end += 4 + Math.max(piece.readInt32BE(end), 0);
    }
    yield { start, end };
    start = end;
  }
}

/** The fields of one row of `CopyRows` as text, by column; those that are null are absent. */
export function readRow(row: Buffer, columns: Columns<CopyType>): Map<string, string> {
  const fields = new Map<string, string>();
  let at = 2;
  for (const [name, { type }] of Object.entries(columns)) {
    const length = row.readInt32BE(at);
    at += 4;
    if (length < 0) continue;
    fields.set(name, textOfField(row.subarray(at, at + length), type));
    at += length;
  }
  return fields;
}

function textOfField(field: Buffer, type: CopyType): string {
  switch (type) {
    case 'text':
      return field.toString();
    case 'jsonb':
      return field.toString('utf8', 1);
    case 'numeric':
      return decimalOf(field);
    case 'timestamptz':
      return new Date(Number(field.readBigInt64BE() / 1_000n) + EPOCH_MS).toISOString();
    case 'uuid':
      return field.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    case 'boolean':
      return String(field[0] === 1);
    case 'smallint':
    case 'integer':
      return String(field.readIntBE(0, field.length));
    case 'bigint':
      return String(field.readBigInt64BE());
  }
}
