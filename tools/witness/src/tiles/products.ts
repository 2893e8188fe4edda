import type { Tile } from './tile';
import { inDays, IN_SHOP_CURRENCY, PEOPLE } from './shared-sql';

const ofEvents = (name: string, column: string, event: string): Tile => ({
  tab: 'Products',
  name,
  warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, product_id) AS key, sum(${column}) AS number
    FROM dash.products_hourly WHERE ${inDays('hour')} GROUP BY 1`,
  witness: `SELECT concat_ws(', ', people(is_bot), state, product_id) AS key, count(*) AS number
    FROM events WHERE name = '${event}' AND product_id IS NOT NULL AND in_days(moment) GROUP BY 1`,
});

const ofOrders = (name: string, warehouse: string, witness: string): Tile => ({
  tab: 'Products',
  name,
  warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, product_id) AS key, ${warehouse} AS number
    FROM dash.products_hourly WHERE ${inDays('hour')} GROUP BY 1`,
  witness: `SELECT concat_ws(', ', people(is_bot), state, item.id) AS key, ${witness} AS number
    FROM (SELECT *, unnest(items) AS item FROM orders) WHERE in_days(placed_at) GROUP BY 1`,
});

/** The columns of the table, by audience, login state and product. */
export const PRODUCTS: readonly Tile[] = [
  ofEvents('views', 'views', 'product_view'),
  ofEvents('add to carts', 'add_to_carts', 'add_to_cart_click'),
  ofOrders('units sold', 'sum(units_ordered)', 'sum(item.quantity)'),
  ofOrders(
    'revenue',
    `sum(revenue) FILTER (WHERE ${IN_SHOP_CURRENCY})`,
    'sum(item.quantity * item.price) FILTER (WHERE in_shop_currency(currency))',
  ),
];
