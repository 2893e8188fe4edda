import type { Tile } from './tile';
import { dayOf, inDays, IN_SHOP_CURRENCY, PEOPLE } from './shared-sql';

const tab = 'Today';

/** Each day from midnight to the hour of the newest data: the day so far, and those before. */
const SO_FAR = (moment: string) => `extract(hour FROM ${moment} AT TIME ZONE $3)
  < (SELECT extract(hour FROM data_until AT TIME ZONE $3) FROM dash.freshness)`;
const WITNESSED_SO_FAR = (moment: string) =>
  `hour(local_time(${moment})) < (SELECT hour(local_time(max(moment))) FROM events)`;

const ofOrders = (name: string, number: string): Tile => ({
  tab,
  name: `${name} so far`,
  warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, ${dayOf('placed_at')}) AS key, ${number} AS number
    FROM dash.orders WHERE ${inDays('placed_at')} AND ${SO_FAR('placed_at')} AND ${IN_SHOP_CURRENCY} GROUP BY 1`,
  witness: `SELECT concat_ws(', ', people(is_bot), state, day_of(placed_at)) AS key, ${number} AS number
    FROM net_orders
    WHERE in_days(placed_at) AND ${WITNESSED_SO_FAR('placed_at')} AND in_shop_currency(currency) GROUP BY 1`,
});

/**
 * An order is divided among the categories of its lines by their price: rounded sums from the
 * first category on, so that the parts add up to the order.
 */
const PARTS = (from: string, round: string) => `WITH priced AS (${from}), summed AS (
    SELECT *, sum(price) OVER (PARTITION BY order_id ORDER BY category) AS until_here,
      sum(price) OVER (PARTITION BY order_id) AS whole,
      row_number() OVER (PARTITION BY order_id ORDER BY category DESC) = 1 AS is_last
    FROM priced
  ), divided AS (
    SELECT *, CASE WHEN is_last THEN net ELSE ${round} END AS net_until_here
    FROM summed WHERE whole > 0 OR is_last
  )
  SELECT concat_ws(', ', audience, state, CASE WHEN whole > 0 THEN category ELSE 'unknown' END) AS key,
    sum(part) AS number
  FROM (
    SELECT *, net_until_here
        - coalesce(lag(net_until_here) OVER (PARTITION BY order_id ORDER BY category), 0) AS part
    FROM divided
  ) AS parted GROUP BY 1`;

/** The day so far, and net revenue by category. */
export const TODAY: readonly Tile[] = [
  {
    tab,
    name: 'sessions so far',
    warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, ${dayOf('started_hour')}) AS key, count(*) AS number
      FROM dash.sessions WHERE ${inDays('started_hour')} AND ${SO_FAR('started_hour')} GROUP BY 1`,
    witness: `SELECT concat_ws(', ', people(is_bot), state, day_of(started_at)) AS key, count(*) AS number
      FROM sessions WHERE in_days(started_at) AND ${WITNESSED_SO_FAR('started_at')} GROUP BY 1`,
  },
  ofOrders('orders', 'count(*)'),
  ofOrders('net revenue', 'sum(net)'),
  {
    tab,
    name: 'net revenue by category',
    warehouse: PARTS(
      `SELECT order_id, ${PEOPLE} AS audience, dash.orders.login_state AS state, net,
        coalesce(category, 'unknown') AS category,
        coalesce(sum(quantity * coalesce("discountPrice", item.price, 0)), 0) AS price
      FROM dash.orders JOIN (SELECT order_id, items FROM public.orders) AS own USING (order_id)
      LEFT JOIN LATERAL jsonb_to_recordset(items)
        AS item (id text, quantity numeric, price numeric, "discountPrice" numeric) ON true
      LEFT JOIN public.products ON product_id = item.id
      WHERE ${inDays('placed_at')} AND ${IN_SHOP_CURRENCY} GROUP BY 1, 2, 3, 4, 5`,
      'round(net::float8 * until_here / whole)::numeric',
    ),
    witness: PARTS(
      `SELECT order_key AS order_id, people(is_bot) AS audience, state, net, coalesce(category, 'unknown') AS category,
        coalesce(sum(item.quantity * item.price), 0) AS price
      FROM (
        SELECT order_key, is_bot, state, net, unnest(CASE WHEN len(items) > 0 THEN items ELSE [NULL] END) AS item
        FROM net_orders WHERE in_days(placed_at) AND in_shop_currency(currency)
      ) LEFT JOIN categories ON id = item.id GROUP BY ALL`,
      'round_even(net::DOUBLE * until_here::DOUBLE / whole::DOUBLE, 0)::DECIMAL(24, 6)',
    ),
  },
];
