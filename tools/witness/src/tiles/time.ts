import type { Tile } from './tile';
import { hourOf, inDays, PEOPLE } from './shared-sql';

const tile = (
  name: string,
  asked: string,
  from: string,
  counted: string,
  witnessed: string,
  number: string,
): Tile => ({
  tab: 'Time',
  name: `${name} by hour`,
  warehouse: `SELECT concat_ws(', ', ${PEOPLE}, ${hourOf(asked)}) AS key, ${number} AS number
    FROM ${from} AND ${inDays(asked)} GROUP BY 1`,
  witness: `SELECT concat_ws(', ', people(is_bot), hour_of(${counted})) AS key, count(*) AS number
    FROM ${witnessed} AND in_days(${counted}) GROUP BY 1`,
});

/** Each hour of each day: the hours of the week are sums of these. */
export const TIME: readonly Tile[] = [
  tile(
    'page views',
    'hour',
    `dash.activity_hourly WHERE event_name = 'page_view'`,
    'moment',
    `events WHERE name = 'page_view'`,
    'sum(events)',
  ),
  tile(
    'sessions',
    'hour',
    'dash.sessions_hourly WHERE true',
    'started_at',
    'sessions WHERE true',
    'sum(sessions)',
  ),
  tile('orders', 'placed_at', 'dash.orders WHERE true', 'placed_at', 'orders WHERE true', 'count(*)'),
];
