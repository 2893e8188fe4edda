import type { Tile } from './tile';
import { CHANNEL_OF_SESSION, inDays, PEOPLE } from './shared-sql';

const WAREHOUSE_OUTCOME = `CASE WHEN c.state IN ('active', 'recovered') THEN 'open'
  WHEN c.state = 'bought' AND c.recovered_at IS NOT NULL THEN 'recovered' ELSE c.state END`;
const WITNESS_OUTCOME = `CASE WHEN is_bought AND has_returned THEN 'recovered' WHEN is_bought THEN 'bought'
  WHEN is_empty THEN 'emptied' WHEN last_at + 3600000 < finished_at() THEN 'abandoned' ELSE 'open' END`;

const tile = (name: string, sum: string, where = 'true'): Tile => ({
  tab: 'Carts',
  name,
  warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, channel, outcome, stage, currency) AS key, ${sum} AS number
    FROM (
      SELECT c.is_bot, c.login_state, c.channel, c.stage, c.value, c.pieces,
        coalesce(c.currency, $4) AS currency,
        ${WAREHOUSE_OUTCOME} AS outcome
      FROM dash.carts AS c WHERE ${inDays('c.started_at')}
    ) AS begun WHERE ${where} GROUP BY 1`,
  witness: `SELECT concat_ws(', ', people(is_bot), state, channel, outcome, stage, currency) AS key, ${sum} AS number
    FROM (
      SELECT carts.is_bot, coalesce(state, 'unknown') AS state, stage,
        CASE WHEN sessions.session IS NULL THEN 'unknown' ELSE ${CHANNEL_OF_SESSION} END AS channel, value, pieces,
        coalesce(currency, shop_currency()) AS currency,
        ${WITNESS_OUTCOME} AS outcome
      FROM carts LEFT JOIN sessions USING (session) LEFT JOIN arrivals USING (session)
      WHERE in_days(carts.started_at)
    ) WHERE ${where} GROUP BY 1`,
});

/** Outcomes by a band of the cart: how long it was used before it was left, or its worth. */
const banded = (
  name: string,
  { warehouse, witness, where = 'true' }: Record<'warehouse' | 'witness', string> & { where?: string },
): readonly Tile[] =>
  ['count(*)', 'sum(value) FILTER (WHERE is_own)'].map((sum, index) => ({
    tab: 'Carts',
    name: `${['carts', 'value'][index] ?? ''} by ${name}`,
    warehouse: `SELECT concat_ws(', ', ${PEOPLE}, outcome, band) AS key, ${sum} AS number
      FROM (
        SELECT c.is_bot, ${WAREHOUSE_OUTCOME} AS outcome, c.value, coalesce(c.currency, $4) = $4 AS is_own,
          ${warehouse} AS band
        FROM dash.carts AS c WHERE ${inDays('c.started_at')}
      ) AS begun WHERE ${where} GROUP BY 1`,
    witness: `SELECT concat_ws(', ', people(is_bot), outcome, band) AS key, ${sum} AS number
      FROM (
        SELECT is_bot, ${WITNESS_OUTCOME} AS outcome, value, in_shop_currency(currency) AS is_own, ${witness} AS band
        FROM carts WHERE in_days(started_at)
      ) WHERE ${where} GROUP BY 1`,
  }));

/** Carts that were begun in the days, by what became of them as of the last load. */
export const CARTS_BEGUN: readonly Tile[] = [
  tile('carts', 'count(*)'),
  tile('value', 'sum(value)'),
  tile('pieces', 'sum(pieces)'),
  tile('left behind and worth a reminder', 'count(*)', `outcome = 'abandoned' AND value > 0`),
  ...banded('time of use', {
    warehouse: `(SELECT max(least) FROM unnest(ARRAY[0, 1, 5, 15, 60, 1440]) AS least
      WHERE c.last_activity_at - c.started_at >= least * interval '1 minute')`,
    witness: `list_max(list_filter([0, 1, 5, 15, 60, 1440], least -> last_at - started_at >= least * 60000))`,
    where: `outcome = 'abandoned'`,
  }),
  ...banded('worth', {
    warehouse: `(SELECT max(least) FROM (
        SELECT digit * 10::numeric ^ power AS least FROM unnest(ARRAY[1, 5]) AS digit, generate_series(0, 18) AS power
      ) AS bands WHERE least <= c.value)::bigint`,
    witness: `list_max(list_filter(
      list_concat(list_transform(range(19), power -> 10::HUGEINT ** power), list_transform(range(19), power -> 5 * 10::HUGEINT ** power)),
      least -> least <= value))::BIGINT`,
    where: 'is_own',
  }),
];
