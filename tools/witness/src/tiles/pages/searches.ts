import type { Tile } from '../tile';
import { inDays, PEOPLE } from '../shared-sql';

const tab = 'Pages & search';
const DAY_MS = 86_400_000;

/** Searches with what followed in the same session, before its next search and within a day. */
const SEARCHED = `
  SELECT *, lower(btrim(regexp_replace(coalesce(search_term, ''), '\\s+', ' ', 'g'))) AS term,
    CASE WHEN jsonb_typeof(properties -> 'results') = 'number' THEN (properties ->> 'results')::numeric END AS results,
    least(lead(event_timestamp) OVER (PARTITION BY session_id ORDER BY event_timestamp, sequence NULLS FIRST, event_id),
      event_timestamp + interval '1 day') AS until
  FROM public.clickstream_events WHERE event_name = 'search'`;
const WITNESSED = `
  SELECT *, lower(trim(regexp_replace(coalesce(search_term, ''), '\\s+', ' ', 'g'))) AS term,
    least(coalesce(lead(moment) OVER (PARTITION BY session ORDER BY moment, coalesce(sequence, -1), event_id),
      moment + ${DAY_MS}), moment + ${DAY_MS}) AS until
  FROM events WHERE name = 'search'`;

const tile = (name: string, warehouse: string, witness: string): Tile => ({
  tab,
  name: `${name} by search term`,
  warehouse: `SELECT concat_ws(', ', ${PEOPLE}, user_login_state, term) AS key, ${warehouse} AS number
    FROM (${SEARCHED}) AS searched WHERE ${inDays('event_timestamp')} GROUP BY 1`,
  witness: `SELECT concat_ws(', ', people(is_bot), state, term) AS key, ${witness} AS number
    FROM (${WITNESSED}) AS searched WHERE in_days(moment) GROUP BY 1`,
});

const followedBy = (name: string, event: string): Tile =>
  tile(
    name,
    `count(*) FILTER (WHERE EXISTS (SELECT FROM public.clickstream_events AS e
      WHERE e.session_id = searched.session_id AND e.event_name = '${event}'
        AND e.event_timestamp >= searched.event_timestamp AND e.event_timestamp < until))`,
    `count(*) FILTER (WHERE EXISTS (FROM events AS e
      WHERE e.session = searched.session AND e.name = '${event}' AND e.moment >= searched.moment AND e.moment < until))`,
  );

const sold = (name: string, warehouse: string, witness: string): Tile =>
  tile(
    name,
    `sum((SELECT ${warehouse} FROM public.orders AS own JOIN dash.orders AS o USING (order_id)
      WHERE own.session_id = searched.session_id AND own.shopper_at >= searched.event_timestamp
        AND own.shopper_at < until))`,
    `sum((SELECT ${witness} FROM net_orders AS o
      WHERE o.session = searched.session AND o.told_at >= searched.moment AND o.told_at < until))`,
  );

/** Searches by term: results, and what followed. */
export const SEARCHES: readonly Tile[] = [
  tile('searches', 'count(*)', 'count(*)'),
  tile('found nothing', 'count(*) FILTER (WHERE results = 0)', 'count(*) FILTER (WHERE results = 0)'),
  tile(
    'without a number of results',
    'count(*) FILTER (WHERE results IS NULL)',
    'count(*) FILTER (WHERE results IS NULL)',
  ),
  followedBy('then opened a product', 'product_view'),
  followedBy('then added to the cart', 'add_to_cart_click'),
  sold('orders', 'count(*)', 'count(*)'),
  sold(
    'net revenue',
    'sum(o.net) FILTER (WHERE coalesce(o.currency, $4) = $4)',
    'sum(o.net) FILTER (WHERE in_shop_currency(o.currency))',
  ),
];
