import { EVENT_COLUMNS, type EventColumn } from '@clickstream/dw-models/event-columns';
import { isRefusedInJson, wellFormed } from './row/well-formed';
import type { ColumnValue, WarehouseRow } from './row/to-warehouse-row';

/** The columns of `COPY clickstream_events (…)`, in the order in which rows are encoded. */
export const COPY_COLUMNS = EVENT_COLUMNS.filter(
  (column): column is Exclude<EventColumn, 'source_object_id'> => column !== 'source_object_id',
);

const SPECIAL = /[\\\t\n\r\0]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  // PostgreSQL has no NUL in text.
  '\0': '\uFFFD',
};

/**
 * One row in the text form of `COPY`: columns apart by tabs, `\N` for null, ended by a line feed.
 *
 * @param objectId the number of the object in the manifest
 */
export function encodeRow(row: WarehouseRow, objectId: number): string {
  let text = '';
  for (const column of COPY_COLUMNS) text += `${encodeValue(row[column])}\t`;
  return `${text}${objectId}\n`;
}

function encodeValue(value: ColumnValue): string {
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
