import type { Tile } from '../tile';
import { inDays, PEOPLE } from '../shared-sql';

const tab = 'Pages & search';

const ofPages = (kind: 'entry' | 'exit', name: string, number: string): Tile => ({
  tab,
  name: `${name} by ${kind} page`,
  warehouse: `WITH sold AS (
      SELECT own.session_id, count(*) AS orders, sum(o.net) FILTER (WHERE coalesce(o.currency, $4) = $4) AS net
      FROM public.orders AS own JOIN dash.orders AS o USING (order_id) GROUP BY 1
    )
    SELECT concat_ws(', ', ${PEOPLE}, login_state, ${kind}_path) AS key, ${number} AS number
    FROM dash.sessions AS visit LEFT JOIN sold USING (session_id) WHERE ${inDays('started_hour')} GROUP BY 1`,
  witness: `WITH sold AS (
      SELECT session, count(*) AS orders, sum(net) FILTER (WHERE in_shop_currency(currency)) AS net
      FROM net_orders GROUP BY 1
    )
    SELECT concat_ws(', ', people(is_bot), state, ${kind}_path) AS key, ${number} AS number
    FROM sessions LEFT JOIN sold USING (session) WHERE in_days(started_at) GROUP BY 1`,
});

const ofBoth = (name: string, number: string): readonly Tile[] => [
  ofPages('entry', name, number),
  ofPages('exit', name, number),
];

/** Sessions by their first and their last page. */
export const PAGES: readonly Tile[] = [
  ...ofBoth('sessions', 'count(*)'),
  ...ofBoth('bounced sessions', 'count(*) FILTER (WHERE page_views <= 1)'),
  ...ofBoth('sessions with an order', 'count(sold.orders)'),
  ...ofBoth('net revenue', 'sum(sold.net)'),
];
