import { FACTS_FOLDER } from '../bucket/lake-keys';

/** A table that the views of the dashboards read. */
export interface FactTable {
  readonly relation: string;
  /** The column by whose day (UTC) it is cut into files; absent of a table that is one file. */
  readonly time?: string;
}

/**
 * All of them. Links and products change long after they began, so days would save nothing;
 * `dash.freshness` is the only row of what the load says of itself.
 */
export const FACTS: readonly FactTable[] = [
  { relation: 'public.activity_hourly', time: 'hour' },
  { relation: 'public.ad_costs' },
  { relation: 'public.carts', time: 'started_at' },
  { relation: 'public.identity_audit', time: 'done_at' },
  { relation: 'public.identity_links' },
  { relation: 'public.order_touches', time: 'placed_at' },
  { relation: 'public.orders', time: 'placed_at' },
  { relation: 'public.products' },
  { relation: 'public.products_hourly', time: 'hour' },
  { relation: 'public.refunds', time: 'refunded_at' },
  { relation: 'public.sender_faults', time: 'hour' },
  // The day of `started_at`, which has no index.
  { relation: 'public.sessions', time: 'started_hour' },
  { relation: 'public.staff_users' },
  { relation: 'dash.freshness' },
];

/** The file of a table that is not cut by days. */
export const ALL_ROWS = 'all';

/** A file without rows, which every table has: engines find the columns even of an empty table. */
export const NO_ROWS = 'none';

/** The key of a part of a table: a day, `all` or `none`. */
export const factsKey = (relation: string, part: string): string => `${factsFolder(relation)}${part}.parquet`;

/** The folder of all parts of a table. */
export const factsFolder = (relation: string): string => `${FACTS_FOLDER}${relation.replace('.', '/')}/`;
