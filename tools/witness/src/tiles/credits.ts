import type { Tile } from './tile';
import { inDays, IN_SHOP_CURRENCY, PEOPLE } from './shared-sql';

const tile = (name: string, number: string): Tile => ({
  tab: 'Marketing',
  name: `${name} by model, channel and campaign`,
  warehouse: `SELECT concat_ws(', ', model, ${PEOPLE}, login_state, channel, utm_source, utm_medium, utm_campaign) AS key,
      ${number} AS number
    FROM dash.order_credits WHERE ${inDays('placed_at')} AND ${IN_SHOP_CURRENCY} GROUP BY 1`,
  witness: `SELECT concat_ws(', ', model, people(is_bot), state, channel, source, medium, campaign) AS key,
      ${number.replace('orders', 'share')} AS number
    FROM credits WHERE share > 0 AND in_days(placed_at) AND in_shop_currency(currency) GROUP BY 1`,
});

/** Credits of the six models for the orders of the days. */
export const CREDITS: readonly Tile[] = [
  tile('credited orders', 'round(sum(orders)::decimal(24, 9), 6)'),
  tile('credited net revenue', 'sum(net)'),
];
