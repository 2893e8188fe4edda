import type { Tile } from './tile';
import { dayOf, inDays, IN_SHOP_CURRENCY, PEOPLE } from './shared-sql';

const KEY = `concat_ws(', ', ${PEOPLE}, login_state, `;
const WITNESS_KEY = `concat_ws(', ', people(is_bot), state, `;

const tab = 'Overview';

const ofSessions = (name: string, warehouse: string, witness: string): Tile => ({
  tab,
  name,
  warehouse: `SELECT ${KEY}${dayOf('hour')}) AS key, sum(${warehouse}) AS number
    FROM dash.sessions_hourly WHERE ${inDays('hour')} GROUP BY 1`,
  witness: `SELECT ${WITNESS_KEY}day_of(started_at)) AS key, ${witness} AS number
    FROM sessions WHERE in_days(started_at) GROUP BY 1`,
});

const ofOrders = (name: string, sum: string): Tile => ({
  tab,
  name,
  warehouse: `SELECT ${KEY}${dayOf('placed_at')}) AS key, ${sum} AS number
    FROM dash.orders WHERE ${inDays('placed_at')} AND ${IN_SHOP_CURRENCY} GROUP BY 1`,
  witness: `SELECT ${WITNESS_KEY}day_of(placed_at)) AS key, ${sum} AS number
    FROM net_orders WHERE in_days(placed_at) AND in_shop_currency(currency) GROUP BY 1`,
});

/** Browsers cannot be added up, so they are counted as each view of the tab counts them. */
const visitors = (name: string, warehouseKey: string, witnessKey: string): Tile => ({
  tab,
  name,
  warehouse: `SELECT ${warehouseKey} AS key, count(DISTINCT client_id) AS number
    FROM dash.session_visitors,
      LATERAL (VALUES ('all'), (${PEOPLE})) AS chosen (audience) WHERE ${inDays('hour')} GROUP BY 1`,
  witness: `SELECT ${witnessKey} AS key, count(DISTINCT client) AS number
    FROM (SELECT *, unnest(['all', people(is_bot)]) AS audience FROM sessions)
    WHERE in_days(started_at) GROUP BY 1`,
});

/** Totals and lines of the Overview, by audience, login state and day. */
export const OVERVIEW: readonly Tile[] = [
  ofSessions('sessions', 'sessions', 'count(*)'),
  ofSessions('sessions with an order', 'ordering_sessions', 'count(*) FILTER (WHERE has_ordered)'),
  visitors('visitors', 'audience', 'audience'),
  visitors(
    'visitors by day',
    `concat_ws(', ', audience, ${dayOf('hour')})`,
    `concat_ws(', ', audience, day_of(started_at))`,
  ),
  visitors(
    'visitors by week',
    `concat_ws(', ', audience, to_char(date_trunc('week', hour AT TIME ZONE $3), 'YYYY-MM-DD'))`,
    `concat_ws(', ', audience, date_trunc('week', local_time(started_at))::DATE::VARCHAR)`,
  ),
  {
    tab,
    name: 'page views',
    warehouse: `SELECT ${KEY}${dayOf('hour')}) AS key, sum(events) AS number
      FROM dash.activity_hourly WHERE event_name = 'page_view' AND ${inDays('hour')} GROUP BY 1`,
    witness: `SELECT ${WITNESS_KEY}day_of(moment)) AS key, count(*) AS number
      FROM events WHERE name = 'page_view' AND in_days(moment) GROUP BY 1`,
  },
  ofOrders('orders', 'count(*)'),
  ofOrders('gross revenue', 'sum(gross)'),
  ofOrders('refunded', 'sum(refunded)'),
  ofOrders('net revenue', 'sum(net)'),
  ...['count(*)', 'sum(gross)', 'sum(net)'].map((sum) => ({
    tab,
    name: `orders in other currencies: ${sum}`,
    warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, currency) AS key, ${sum} AS number
      FROM dash.orders WHERE ${inDays('placed_at')} AND NOT ${IN_SHOP_CURRENCY} GROUP BY 1`,
    witness: `SELECT concat_ws(', ', people(is_bot), state, currency) AS key, ${sum} AS number
      FROM net_orders WHERE in_days(placed_at) AND NOT in_shop_currency(currency) GROUP BY 1`,
  })),
  ...[
    ['refunds made', 'sum(refunds)', 'count(*)'],
    ['refunded by the day of the refund', 'sum(refunded)', 'sum(amount)'],
  ].map(([name = '', warehouse = '', witness = '']) => ({
    tab,
    name,
    warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, coalesce(currency, $4)) AS key, ${warehouse} AS number
      FROM dash.refunds_hourly WHERE ${inDays('hour')} GROUP BY 1`,
    witness: `SELECT concat_ws(', ', people(is_bot), state, coalesce(currency, shop_currency())) AS key,
        ${witness} AS number
      FROM refunds WHERE in_days(refunded_at) GROUP BY 1`,
  })),
];
