import type { Tile } from './tile';
import { inDays, PEOPLE } from './shared-sql';

const tab = 'Customers';
const REPEAT_MS = 60 * 24 * 3_600_000;

/** Orders with their place among those of their buyer; a bot's is no first of people. */
const PLACED = `
  SELECT audience, order_id, buyer, placed_at, net, coalesce(currency, $4) = $4 AS is_own,
    row_number() OVER in_time AS nth, lead(placed_at) OVER in_time AS next_at
  FROM dash.buyer_orders, LATERAL (VALUES ('all'), (${PEOPLE})) AS chosen (audience)
  WINDOW in_time AS (PARTITION BY audience, buyer ORDER BY placed_at, order_id)`;
const WITNESSED = `
  SELECT audience, order_key, buyer, placed_at, net, in_shop_currency(currency) AS is_own,
    row_number() OVER in_time AS nth, lead(placed_at) OVER in_time AS next_at
  FROM (SELECT *, unnest(['all', people(is_bot)]) AS audience FROM buyer_orders)
  WINDOW in_time AS (PARTITION BY audience, buyer ORDER BY placed_at, order_key)`;

const tile = (name: string, number: string, where: string): Tile => ({
  tab,
  name,
  warehouse: `SELECT audience AS key, ${number} AS number FROM (${PLACED}) AS placed
    WHERE ${where} AND ${inDays('placed_at')} GROUP BY 1`,
  witness: `SELECT audience AS key, ${number} AS number FROM (${WITNESSED})
    WHERE ${where} AND in_days(placed_at) GROUP BY 1`,
});

/** First-time buyers by the week of their first order, and their orders by weeks after it. */
const cohort = (name: string, number: string): Tile => ({
  tab,
  name: `${name} by first week and weeks after it`,
  warehouse: `WITH placed AS (${PLACED}), begun AS (
      SELECT audience, buyer, date_trunc('week', placed_at AT TIME ZONE $3)::date AS week
      FROM placed WHERE nth = 1 AND buyer IS NOT NULL AND ${inDays('placed_at')}
    )
    SELECT concat_ws(', ', audience, to_char(week, 'YYYY-MM-DD'),
      (date_trunc('week', placed_at AT TIME ZONE $3)::date - week) / 7) AS key, ${number} AS number
    FROM begun JOIN placed USING (audience, buyer) GROUP BY 1`,
  witness: `WITH placed AS (${WITNESSED}), begun AS (
      SELECT audience, buyer, date_trunc('week', local_time(placed_at))::DATE AS week
      FROM placed WHERE nth = 1 AND buyer IS NOT NULL AND in_days(placed_at)
    )
    SELECT concat_ws(', ', audience, week, date_diff('day', week, local_time(placed_at)::DATE) // 7) AS key,
      ${number} AS number
    FROM begun JOIN placed USING (audience, buyer) GROUP BY 1`,
});

/** Of new buyers who ordered again, the time between both orders, in milliseconds. */
const MEDIAN: Tile = {
  tab,
  name: 'median time to a second order',
  warehouse: `SELECT audience AS key, percentile_cont(0.5) WITHIN GROUP (
      ORDER BY extract(epoch FROM next_at - placed_at)::float8 * 1000) AS number
    FROM (${PLACED}) AS placed
    WHERE nth = 1 AND buyer IS NOT NULL AND next_at IS NOT NULL AND ${inDays('placed_at')} GROUP BY 1`,
  witness: `SELECT audience AS key, median(next_at - placed_at) AS number FROM (${WITNESSED})
    WHERE nth = 1 AND buyer IS NOT NULL AND next_at IS NOT NULL AND in_days(placed_at) GROUP BY 1`,
};

/** New buyers whose 60 days to order again are over, and those who did in them. */
const decided = (name: string, andAlso: Record<'warehouse' | 'witness', string>): Tile => ({
  tab,
  name,
  warehouse: `SELECT audience AS key, count(*) AS number FROM (${PLACED}) AS placed
    WHERE nth = 1 AND buyer IS NOT NULL AND ${inDays('placed_at')}
      AND placed_at <= (SELECT data_until FROM dash.freshness) - interval '1440 hours' ${andAlso.warehouse} GROUP BY 1`,
  witness: `SELECT audience AS key, count(*) AS number FROM (${WITNESSED})
    WHERE nth = 1 AND buyer IS NOT NULL AND in_days(placed_at)
      AND placed_at <= (SELECT max(moment) FROM events) - ${REPEAT_MS} ${andAlso.witness} GROUP BY 1`,
});

/** Buyers of the days, by their place in all orders, and cohorts. */
export const CUSTOMERS: readonly Tile[] = [
  tile('buyers', 'count(DISTINCT buyer)', 'true'),
  tile('new buyers', 'count(*)', 'nth = 1 AND buyer IS NOT NULL'),
  tile('returning buyers', 'count(DISTINCT buyer)', 'nth > 1 AND buyer IS NOT NULL'),
  tile('new buyers who ordered again', 'count(*)', 'nth = 1 AND buyer IS NOT NULL AND next_at IS NOT NULL'),
  tile('net revenue of first orders', 'sum(net)', 'nth = 1 AND buyer IS NOT NULL AND is_own'),
  tile('net revenue of further orders', 'sum(net)', 'nth > 1 AND buyer IS NOT NULL AND is_own'),
  tile('orders of unknown buyers', 'count(*)', 'buyer IS NULL'),
  tile('net revenue of unknown buyers', 'sum(net)', 'buyer IS NULL AND is_own'),
  cohort('buyers who ordered again', 'count(DISTINCT buyer) FILTER (WHERE nth > 1)'),
  cohort('net revenue of buyers', 'sum(net) FILTER (WHERE is_own)'),
  MEDIAN,
  decided('new buyers who had 60 days', { warehouse: '', witness: '' }),
  decided('of them, those who ordered again in 60 days', {
    warehouse: `AND next_at < placed_at + interval '1440 hours'`,
    witness: `AND next_at < placed_at + ${REPEAT_MS}`,
  }),
];
