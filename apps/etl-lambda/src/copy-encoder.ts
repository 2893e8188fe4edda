import { isRefusedInJson, wellFormed } from './row/well-formed';

/** What a column can be given; objects are for jsonb columns. */
export type ColumnValue = string | number | boolean | object | null;

const SPECIAL = /[\\\t\n\r\0]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  // PostgreSQL has no NUL in text.
  '\0': '\uFFFD',
};

/** Columns of a row in the text form of `COPY`: apart by tabs, `\N` for null, without the line feed at the end. */
export function encodeColumns<C extends string>(
  row: Readonly<Record<C, ColumnValue>>,
  columns: readonly C[],
): string {
  // Joined at once: a text that grows cell by cell is a tree of pieces, which costs more than all the rest.
  return columns.map((column) => encodeValue(row[column])).join('\t');
}

/** One column of a row in the text form of `COPY`. */
export function encodeValue(value: ColumnValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return escaped(jsonText(value));
}

function escaped(text: string): string {
  return SPECIAL.test(text)
    ? text.replaceAll(/[\\\t\n\r\0]/g, (character) => ESCAPES[character] ?? '')
    : text;
}

function jsonText(value: object): string {
  const text = JSON.stringify(value);
  return isRefusedInJson(text) ? JSON.stringify(wellFormed(value)) : text;
}
