import type { Tile } from './tile';
import { CHANNEL_OF_SESSION, inDays, PEOPLE } from './shared-sql';

const tile = (name: string, sum: string, where = 'true'): Tile => ({
  tab: 'Carts',
  name,
  warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, channel, outcome, stage, currency) AS key, ${sum} AS number
    FROM (
      SELECT c.is_bot, c.login_state, c.channel, c.stage, c.value, c.pieces,
        coalesce(c.currency, $4) AS currency,
        CASE WHEN c.state IN ('active', 'recovered') THEN 'open'
          WHEN c.state = 'bought' AND c.recovered_at IS NOT NULL THEN 'recovered' ELSE c.state END AS outcome
      FROM dash.carts AS c WHERE ${inDays('c.started_at')}
    ) AS begun WHERE ${where} GROUP BY 1`,
  witness: `SELECT concat_ws(', ', people(is_bot), state, channel, outcome, stage, currency) AS key, ${sum} AS number
    FROM (
      SELECT carts.is_bot, coalesce(state, 'unknown') AS state, stage,
        CASE WHEN sessions.session IS NULL THEN 'unknown' ELSE ${CHANNEL_OF_SESSION} END AS channel, value, pieces,
        coalesce(currency, shop_currency()) AS currency,
        CASE WHEN is_bought AND has_returned THEN 'recovered' WHEN is_bought THEN 'bought' WHEN is_empty THEN 'emptied'
          WHEN last_at + 3600000 < finished_at() THEN 'abandoned' ELSE 'open' END AS outcome
      FROM carts LEFT JOIN sessions USING (session) LEFT JOIN arrivals USING (session)
      WHERE in_days(carts.started_at)
    ) WHERE ${where} GROUP BY 1`,
});

/** Carts that were begun in the days, by what became of them as of the last load. */
export const CARTS_BEGUN: readonly Tile[] = [
  tile('carts', 'count(*)'),
  tile('value', 'sum(value)'),
  tile('pieces', 'sum(pieces)'),
  tile('left behind and worth a reminder', 'count(*)', `outcome = 'abandoned' AND value > 0`),
];
