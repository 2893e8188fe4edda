import type { Tile } from '../tile';
import { inDays, IN_SHOP_CURRENCY, PEOPLE } from '../shared-sql';

const tile = (name: string, warehouse: string, witness: string): Tile => ({
  tab: 'Pages & search',
  name: `${name} by list and position`,
  warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, list, position) AS key, ${warehouse} GROUP BY 1`,
  witness: `SELECT concat_ws(', ', people(is_bot), state, list, position) AS key, ${witness} GROUP BY 1`,
});

const chosen = (name: string, column: string, event: string): Tile =>
  tile(
    name,
    `sum(${column}) AS number FROM dash.lists_hourly WHERE shown = 0 AND ${inDays('hour')}`,
    `count(*) AS number FROM events WHERE name = '${event}' AND list IS NOT NULL AND in_days(moment)`,
  );

/** Lines of orders whose product was chosen in a list; `warehouse` and `witness` add them up. */
const ordered = (name: string, warehouse: string, witness: string): Tile =>
  tile(
    name,
    `sum(${warehouse}) AS number FROM dash.lists_hourly WHERE shown = 0 AND ${inDays('hour')}`,
    `sum(${witness}) AS number
      FROM (SELECT is_bot, state, currency, item.list, item.position, item.quantity, item.price
        FROM (SELECT *, unnest(items) AS item FROM orders WHERE in_days(placed_at)))
      WHERE list IS NOT NULL`,
  );

/** Products that each list showed at each position, and those that were chosen there. */
export const LISTS: readonly Tile[] = [
  tile(
    'products seen',
    `sum(views) AS number
      FROM (SELECT is_bot, login_state, list, hour, views, generate_series(position, position + shown - 1) AS position
        FROM dash.lists_hourly WHERE shown > 0) AS seen WHERE ${inDays('hour')}`,
    `count(*) AS number
      FROM (SELECT is_bot, state, list, unnest(generate_series(first_shown, first_shown + shown - 1)) AS position
        FROM events WHERE name = 'product_list_view' AND in_days(moment) AND list IS NOT NULL)`,
  ),
  chosen('products clicked', 'clicks', 'select_item'),
  chosen('products added to carts', 'add_to_carts', 'add_to_cart_click'),
  ordered('lines ordered', 'lines_ordered', '1'),
  ordered(
    'revenue of lines',
    `CASE WHEN ${IN_SHOP_CURRENCY} THEN revenue END`,
    'CASE WHEN in_shop_currency(currency) THEN quantity * price END',
  ),
];
