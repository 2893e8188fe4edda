import { FACTS_FOLDER } from '../bucket/lake-keys';

/** A table that the views of the dashboards read. */
export interface FactTable {
  readonly relation: string;
  /** The column by whose day (UTC) it is cut into files; absent of a table that is one file. */
  readonly time?: string;
  /** True when a retention leaves its rows in the warehouse. */
  readonly isKept?: boolean;
  /**
   * The column that says of what a row is. Where the history has such rows, they count: the
   * warehouse may know only a rest of their events.
   */
  readonly key?: string;
  /** The select list and clauses by which rows of the history and the warehouse become one. */
  readonly merged?: readonly [select: string, clauses: string];
  /** The column with the end of what names a person. */
  readonly until?: string;
}

/** One row for each browser and user, over the time of both. */
const LINKS = [
  'client_id, user_id, min(first_at) AS first_at, max(last_at) AS last_at, max(events) AS events',
  'GROUP BY client_id, user_id',
] as const;

/** The product as it was seen last. */
const PRODUCTS = [
  '*',
  'QUALIFY row_number() OVER (PARTITION BY product_id ORDER BY seen_at DESC, seen_sequence DESC NULLS LAST) = 1',
] as const;

/**
 * All of them. Links and products change long after they began, so days would save nothing;
 * `dash.freshness` is the only row of what the load says of itself.
 */
export const FACTS: readonly FactTable[] = [
  { relation: 'public.activity_hourly', time: 'hour' },
  { relation: 'public.ad_costs', isKept: true },
  { relation: 'public.carts', time: 'started_at', key: 'cart_id' },
  { relation: 'public.identity_audit', time: 'done_at', isKept: true },
  { relation: 'public.identity_links', merged: LINKS, until: 'last_at' },
  { relation: 'public.lists_hourly', time: 'hour' },
  { relation: 'public.order_touches', time: 'placed_at', key: 'order_id' },
  { relation: 'public.orders', time: 'placed_at', key: 'order_id' },
  { relation: 'public.products', merged: PRODUCTS },
  { relation: 'public.products_hourly', time: 'hour' },
  { relation: 'public.refunds', time: 'refunded_at', key: 'order_id, refund_key' },
  { relation: 'public.sender_faults', time: 'hour' },
  // The day of `started_at`, which has no index.
  { relation: 'public.sessions', time: 'started_hour', key: 'session_id' },
  { relation: 'public.staff_users', isKept: true },
  { relation: 'dash.freshness', isKept: true },
];

/** The file of a table that is not cut by days. */
export const ALL_ROWS = 'all';

/** Rows of such a table that were in the warehouse when a retention dropped events. */
export const PAST_ROWS = 'history';

/** A file without rows, which every table has: engines find the columns even of an empty table. */
export const NO_ROWS = 'none';

/** The key of a part of a table: a day, `all` or `none`. */
export const factsKey = (relation: string, part: string): string => `${factsFolder(relation)}${part}.parquet`;

/** The folder of all parts of a table. */
export const factsFolder = (relation: string): string => `${FACTS_FOLDER}${relation.replace('.', '/')}/`;
