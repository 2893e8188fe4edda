import { isDeepStrictEqual } from 'node:util';
import type { WarehouseRow } from '../../row/to-warehouse-row';

/** The columns of an event that the facts are computed from. */
const FACT_COLUMNS = [
  'event_id',
  'event_timestamp',
  'event_name',
  'user_id',
  'user_login_state',
  'client_id',
  'session_id',
  'is_first_visit',
  'context_product_id',
  'context_product_name',
  'context_product_category',
  'context_product_brand',
  'context_product_price',
  'context_product_discount_price',
  'page_path',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'channel',
  'device',
  'cart_id',
  'cart_value',
  'order_id',
  'order_revenue',
  'order_tax',
  'order_shipping',
  'currency',
  'items',
  'is_bot',
  'is_staff',
  'sequence',
  'refund_id',
  'context_product_quantity',
  'clock_offset_ms',
] as const;

/**
 * Basis of the counts of sender faults: the only fact in which copies of an event differ by their
 * time of receipt.
 */
const READING_COLUMNS = ['received_at', 'properties'] as const;

/**
 * An event as the facts see it: about to be inserted, or read back from the warehouse. Times are
 * texts of the form `2026-11-23T08:00:00.000Z`, which sort as the times do.
 */
export type FactRow = Pick<WarehouseRow, (typeof FACT_COLUMNS | typeof READING_COLUMNS)[number]>;

/** Columns of type numeric and bigint, which the driver would return as texts. */
const LONG_NUMBERS: ReadonlySet<string> = new Set([
  'clock_offset_ms',
  'context_product_price',
  'context_product_discount_price',
  'cart_value',
  'order_revenue',
  'order_tax',
  'order_shipping',
]);

/** Columns in the form of a `FactRow`, for SELECT and RETURNING. */
export function columnsOf(columns: readonly (keyof FactRow)[]): string {
  return columns
    .map((column) => {
      if (column === 'event_timestamp' || column === 'received_at') return `${isoSql(column)} AS ${column}`;
      if (column === 'properties') return READING;
      return LONG_NUMBERS.has(column) ? `${column}::float8` : column;
    })
    .join(', ');
}

/** A time as rows have it. */
export const isoSql = (time: string): string =>
  `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The properties that facts are computed from; null where there are none of them. */
const READING = `CASE WHEN properties ?| '{_corrections,list}' THEN jsonb_strip_nulls(jsonb_build_object(
  '_sender', properties -> '_sender', '_corrections', properties -> '_corrections',
  'list', properties -> 'list')) END AS properties`;

/** All of them. */
export const SELECT_FACT_ROW = columnsOf([...FACT_COLUMNS, ...READING_COLUMNS]);

/** True when two copies of an event are the same to the facts, except for sender faults. */
export function haveSameFacts(one: FactRow, other: FactRow): boolean {
  return (
    FACT_COLUMNS.every((column) => isDeepStrictEqual(one[column], other[column])) &&
    isDeepStrictEqual(one.properties?.['list'], other.properties?.['list'])
  );
}

/** The order of events. */
export type OrderedEvent = Pick<FactRow, 'event_id' | 'event_timestamp' | 'sequence'>;

/**
 * True when an event comes before another: by time, then by the browser's count (events without one
 * first), then by id. No two events are equal.
 */
export function isBefore(one: OrderedEvent, other: OrderedEvent): boolean {
  if (one.event_timestamp !== other.event_timestamp) return one.event_timestamp < other.event_timestamp;
  const nth = (one.sequence ?? -1) - (other.sequence ?? -1);
  return nth === 0 ? one.event_id < other.event_id : nth < 0;
}

/** The order of events, for `sort`. */
export const inOrder = (one: OrderedEvent, other: OrderedEvent): number => (isBefore(one, other) ? -1 : 1);

/** The hour of an event, as a text that PostgreSQL reads. */
export function hourOf({ event_timestamp }: Pick<FactRow, 'event_timestamp'>): string {
  return hourOfTime(event_timestamp);
}

/** The last hour: most events are of the same one as the event before, and a new text is slow. */
let known = { beginning: 'none', hour: '' };

/** The hour of a time in the form of the rows. */
export function hourOfTime(time: string): string {
  if (!time.startsWith(known.beginning)) {
    const beginning = time.slice(0, '2026-11-23T08'.length);
    known = { beginning, hour: `${beginning}:00:00Z` };
  }
  return known.hour;
}

/** The login state under which an event is counted. */
export function countedLoginState({ user_login_state }: Pick<FactRow, 'user_login_state'>): string {
  return user_login_state ?? 'unknown';
}

/** An event as the facts have counted it, and as it is now. */
export interface ChangedEvent {
  readonly before: FactRow;
  readonly after: FactRow;
}
