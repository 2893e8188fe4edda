/** Where a peer reads: what stands for the events in its SQL, and how it writes a moment (UTC). */
export interface PeerSource {
  readonly events: string;
  moment(iso: string): string;
}

/** A moment as PostgreSQL reads it. */
export const ON_EVENTS: PeerSource = {
  events: `(SELECT event_timestamp AS moment, event_name AS name, session_id, client_id, context_product_id AS product_id, is_bot
    FROM public.clickstream_events)`,
  moment: (iso) => `TIMESTAMPTZ '${iso}'`,
};

/** The hours between the clocks of the shop and UTC, as the dashboards of the benchmark have it. */
const HOURS_AHEAD = 7;

/**
 * Some questions of the tabs, as they are asked where there are no facts: of the events alone. The
 * names are those of the questions of the dashboards; a row for each answer.
 *
 * @param from the first day @param to the last one
 */
export function peerQuestions(
  { events, moment }: PeerSource,
  from: string,
  to: string,
): Readonly<Record<string, string>> {
  const midnight = (day: string, days = 0) =>
    moment(
      new Date(Date.parse(day) + days * 86_400_000 - HOURS_AHEAD * 3_600_000).toISOString().slice(0, 19),
    );
  const [since, until] = [midnight(from), midnight(to, 1)];
  const people = `moment >= ${since} AND moment < ${until} AND NOT is_bot`;
  const local = `moment + INTERVAL '${HOURS_AHEAD} hours'`;
  const step = (name: string, before: string) =>
    `(SELECT e.session_id, min(e.moment) AS moment FROM chosen e JOIN ${before} b ON b.session_id = e.session_id AND e.moment > b.moment
      WHERE name = '${name}' GROUP BY e.session_id)`;
  return {
    'Overview: days and visitors': `
      SELECT date_trunc('day', ${local})::date::text AS key, count(*)::float8 AS n, count(DISTINCT client_id)::float8 AS others
      FROM (SELECT session_id, min(moment) AS moment, min(client_id) AS client_id, bool_or(is_bot) AS is_bot FROM ${events} AS e
        WHERE moment >= ${midnight(from, -1)} AND moment < ${midnight(to, 2)} GROUP BY session_id) AS session
      WHERE ${people} GROUP BY 1 ORDER BY 1`,
    Products: `
      SELECT product_id AS key, count(*) FILTER (WHERE name = 'product_view')::float8 AS n,
        count(*) FILTER (WHERE name = 'add_to_cart_click')::float8 AS others
      FROM ${events} AS e WHERE ${people} AND name IN ('product_view', 'add_to_cart_click') GROUP BY 1 ORDER BY 1`,
    'Time: page views by hour': `
      SELECT extract(hour FROM hour)::integer::text AS key, sum(n)::float8 AS n, 0::float8 AS others
      FROM (SELECT date_trunc('hour', ${local}) AS hour, count(*) AS n FROM ${events} AS e
        WHERE ${people} AND name = 'page_view' GROUP BY 1) AS by_hour GROUP BY 1 ORDER BY 1`,
    'Funnel: own steps, sessions': `
      WITH chosen AS (SELECT session_id, moment, name FROM ${events} AS e WHERE ${people}
          AND name IN ('product_view', 'add_to_cart_click', 'checkout_start', 'checkout_complete')),
        one AS (SELECT session_id, min(moment) AS moment FROM chosen WHERE name = 'product_view' GROUP BY session_id),
        two AS ${step('add_to_cart_click', 'one')}, three AS ${step('checkout_start', 'two')},
        four AS ${step('checkout_complete', 'three')}
      SELECT key, n::float8 AS n, 0::float8 AS others FROM (SELECT '1' AS key, count(*) AS n FROM one UNION ALL SELECT '2', count(*) FROM two
        UNION ALL SELECT '3', count(*) FROM three UNION ALL SELECT '4', count(*) FROM four) AS steps ORDER BY 1`,
  };
}
