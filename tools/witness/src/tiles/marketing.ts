import type { Tile } from './tile';
import { CHANNEL_OF_SESSION as CHANNEL, inDays, IN_SHOP_CURRENCY, PEOPLE } from './shared-sql';

const tab = 'Marketing';

const ofSessions = (name: string, warehouseKey: string, witnessKey: string): Tile => ({
  tab,
  name,
  warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, ${warehouseKey}) AS key, count(*) AS number
    FROM dash.sessions WHERE ${inDays('started_hour')} GROUP BY 1`,
  witness: `SELECT concat_ws(', ', people(is_bot), state, ${witnessKey}) AS key, count(*) AS number
    FROM sessions LEFT JOIN arrivals USING (session) WHERE in_days(started_at) GROUP BY 1`,
});

const ofOrders = (name: string, sum: string): Tile => ({
  tab,
  name,
  warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, channel) AS key, ${sum} AS number
    FROM dash.orders WHERE ${inDays('placed_at')} AND ${IN_SHOP_CURRENCY} GROUP BY 1`,
  witness: `SELECT concat_ws(', ', people(is_bot), state,
      CASE WHEN session IS NULL THEN 'unknown' ELSE ${CHANNEL} END) AS key, ${sum} AS number
    FROM net_orders LEFT JOIN arrivals USING (session)
    WHERE in_days(placed_at) AND in_shop_currency(currency) GROUP BY 1`,
});

/** Sessions by what brought them, and orders by what brought their session. */
export const MARKETING: readonly Tile[] = [
  ofSessions('sessions by channel', 'channel', CHANNEL),
  ofSessions('sessions by campaign', 'utm_source, utm_medium, utm_campaign', 'source, medium, campaign'),
  ofOrders('orders by channel of their session', 'count(*)'),
  ofOrders('net revenue by channel of the session', 'sum(net)'),
];
