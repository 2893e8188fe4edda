import type { Tile } from './tile';
import { inDays, IN_SHOP_CURRENCY, PEOPLE } from './shared-sql';

const STEPS = { viewed: 1, carted: 2, checked_out: 3, ordered: 4 };

/** Sessions, funnel, orders and carts by device: on Today, Funnel and Carts. */
export const DEVICES: readonly Tile[] = [
  {
    tab: 'Today',
    name: 'sessions by device',
    warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, device) AS key, count(*) AS number
      FROM dash.sessions WHERE ${inDays('started_hour')} GROUP BY 1`,
    witness: `SELECT concat_ws(', ', people(is_bot), state, device) AS key, count(*) AS number
      FROM sessions WHERE in_days(started_at) GROUP BY 1`,
  },
  ...['count(*)', 'sum(net)'].map((number) => ({
    tab: 'Today',
    name: `orders by device of their session: ${number}`,
    warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, device) AS key, ${number} AS number
      FROM dash.orders WHERE ${inDays('placed_at')} AND ${IN_SHOP_CURRENCY} GROUP BY 1`,
    witness: `SELECT concat_ws(', ', people(net_orders.is_bot), net_orders.state, coalesce(device, 'unknown')) AS key,
        ${number} AS number
      FROM net_orders LEFT JOIN sessions USING (session)
      WHERE in_days(placed_at) AND in_shop_currency(currency) GROUP BY 1`,
  })),
  ...Object.entries(STEPS).map(([step, place]) => ({
    tab: 'Funnel',
    name: `sessions that ${step.replace('_', ' ')}, by device`,
    warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, device) AS key, sum(${step}) AS number
      FROM dash.sessions_hourly WHERE ${inDays('hour')} GROUP BY 1`,
    witness: `SELECT concat_ws(', ', people(is_bot), state, device) AS key,
        count(*) FILTER (WHERE reached >= ${place}) AS number
      FROM sessions LEFT JOIN funnel USING (session) WHERE in_days(started_at) GROUP BY 1`,
  })),
  ...['count(*)', 'sum(value)'].map((number) => ({
    tab: 'Carts',
    name: `carts by device: ${number}`,
    warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, device) AS key, ${number} AS number
      FROM dash.carts WHERE ${inDays('started_at')} GROUP BY 1`,
    witness: `SELECT concat_ws(', ', people(carts.is_bot), coalesce(state, 'unknown'), coalesce(device, 'unknown')) AS key,
        ${number} AS number
      FROM carts LEFT JOIN sessions USING (session) WHERE in_days(carts.started_at) GROUP BY 1`,
  })),
];
