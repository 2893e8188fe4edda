import type { Tile } from '../tile';
import { inDays, PEOPLE } from '../shared-sql';

const STEPS = `('page_view', 'search', 'add_to_cart_click', 'remove_from_cart_click', 'checkout_start', 'checkout_complete')`;

/** Steps of sessions and what follows each; the tab shows those of its latest 20,000 sessions. */
export const PATHS: readonly Tile[] = [
  {
    tab: 'Pages & search',
    name: 'what follows a page or step',
    warehouse: `WITH told AS (
        SELECT visit.is_bot, visit.login_state, session_id, event_timestamp, sequence, e.event_id,
          CASE event_name WHEN 'page_view' THEN coalesce(nullif(page_path, ''), '?') ELSE event_name END AS step
        FROM public.sessions AS visit JOIN public.clickstream_events AS e USING (session_id)
        WHERE ${inDays('started_hour')} AND event_name IN ${STEPS}
      ), once AS (
        SELECT * FROM (SELECT *, lag(step) OVER (PARTITION BY session_id ORDER BY event_timestamp, sequence NULLS FIRST, event_id) AS before FROM told) AS each
        WHERE step IS DISTINCT FROM before
      )
      SELECT concat_ws(', ', ${PEOPLE}, login_state, step || ' → ' || coalesce(after, 'end')) AS key, count(*) AS number
      FROM (SELECT *, lead(step) OVER (PARTITION BY session_id ORDER BY event_timestamp, sequence NULLS FIRST, event_id) AS after FROM once) AS followed
      GROUP BY 1`,
    witness: `WITH walks AS (
        SELECT session, list(CASE name WHEN 'page_view' THEN CASE WHEN page_url IS NULL THEN '?' ELSE path_of(page_url) END ELSE name END
          ORDER BY moment, coalesce(sequence, -1), event_id) AS steps
        FROM events WHERE name IN ${STEPS} AND session IS NOT NULL GROUP BY 1
      ), once AS (
        SELECT session, list_filter(steps, (step, i) -> i = 1 OR step <> steps[i - 1]) AS steps FROM walks
      ), pairs AS (
        SELECT session, unnest(list_transform(steps, (step, i) -> step || ' → ' || coalesce(steps[i + 1], 'end'))) AS pair FROM once
      )
      SELECT concat_ws(', ', people(is_bot), state, pair) AS key, count(*) AS number
      FROM pairs JOIN sessions USING (session) WHERE in_days(started_at) GROUP BY 1`,
  },
];
