import { CLICKSTREAM_EVENTS } from './tables/clickstream-events';
import type { CopyType } from './tables/table';

export type { CopyType as ColumnType } from './tables/table';
export { FIXED_COLUMN_COUNT } from './tables/clickstream-events';

/** The name of a column of `public.clickstream_events`. */
export type EventColumn = keyof typeof CLICKSTREAM_EVENTS.columns;

/** The names of those columns, in the order of `COPY`. */
export const EVENT_COLUMNS = Object.keys(CLICKSTREAM_EVENTS.columns) as readonly EventColumn[];

/** Their types, by name. */
export const EVENT_COLUMN_TYPES = Object.fromEntries(
  Object.entries(CLICKSTREAM_EVENTS.columns).map(([name, { type }]) => [name, type]),
) as Readonly<Record<EventColumn, CopyType>>;
