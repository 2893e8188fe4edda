import type { Tile } from './tile';
import { inDays, PEOPLE } from './shared-sql';

/** Orders of 2 to 50 products, as the tab takes them. */
const SIZES = 'size BETWEEN 2 AND 50';

/** Orders with both products of a pair. */
export const TOGETHER: readonly Tile[] = [
  {
    tab: 'Products',
    name: 'orders with both products',
    warehouse: `WITH bought AS (
        SELECT DISTINCT order_id, is_bot, login_state, item ->> 'id' COLLATE "C" AS id
        FROM public.orders, jsonb_array_elements(items) AS item
        WHERE ${inDays('placed_at')} AND item ->> 'id' IS NOT NULL
      ), sized AS (SELECT *, count(*) OVER (PARTITION BY order_id) AS size FROM bought)
      SELECT concat_ws(', ', ${PEOPLE}, login_state, one.id, other.id) AS key, count(*) AS number
      FROM sized AS one JOIN (SELECT order_id, id FROM sized) AS other USING (order_id)
      WHERE one.id < other.id AND ${SIZES} GROUP BY 1`,
    witness: `WITH baskets AS (
        SELECT is_bot, state, list_distinct(list_transform(items, item -> item.id)) AS ids
        FROM orders WHERE in_days(placed_at)
      ), ones AS (SELECT *, len(ids) AS size, unnest(ids) AS id FROM baskets)
      SELECT concat_ws(', ', people(is_bot), state, id, other) AS key, count(*) AS number
      FROM (SELECT *, unnest(ids) AS other FROM ones WHERE ${SIZES})
      WHERE id < other GROUP BY 1`,
  },
];
