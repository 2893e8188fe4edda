import type { ClientBase } from 'pg';
import type { Counts } from './counts';
import { type CountedRow, inWindows, shortestWindow, WEEKS_SQL } from './windows-sql';

interface VisitsRow extends CountedRow {
  readonly device: string;
  readonly channel: string;
  readonly sessions: number;
  readonly viewed: number;
  readonly carted: number;
  readonly checkout: number;
  readonly ordered: number;
}

/**
 * Sessions of people and their steps. As in `dash.sessions`, a later step implies those before it;
 * but a session that goes on from one before is not followed back.
 */
const VISITS_SQL = `WITH ${WEEKS_SQL}, ordering AS (
    SELECT DISTINCT week, session_id
    FROM weeks JOIN orders ON placed_at >= until - interval '24 hours' AND placed_at < until + interval '24 hours'
    WHERE session_id IS NOT NULL
  ), steps AS (
    SELECT week, ${shortestWindow('started_hour')} AS hours, device, channel, viewed_at IS NOT NULL AS viewed,
      carted_at IS NOT NULL AS carted, checkout_at IS NOT NULL AS checkout, ordering.session_id IS NOT NULL AS ordered
    FROM weeks
    JOIN sessions AS s ON ${inWindows('started_hour')}
    LEFT JOIN ordering USING (week, session_id)
    WHERE NOT is_bot AND NOT is_staff
  )
  SELECT week, hours, device, channel, count(*)::integer AS sessions,
    count(*) FILTER (WHERE viewed)::integer AS viewed,
    count(*) FILTER (WHERE viewed AND (carted OR checkout OR ordered))::integer AS carted,
    count(*) FILTER (WHERE viewed AND (checkout OR ordered))::integer AS checkout,
    count(*) FILTER (WHERE viewed AND ordered)::integer AS ordered
  FROM steps GROUP BY 1, 2, 3, 4`;

/** Adds sessions and the steps of the funnel. */
export async function addVisits(
  client: ClientBase,
  counts: Counts,
  params: readonly unknown[],
): Promise<void> {
  const { rows } = await client.query<VisitsRow>(VISITS_SQL, [...params]);
  for (const { sessions, viewed, carted, checkout, ordered, ...row } of rows) {
    counts.add('sessions', row, sessions);
    counts.add('step_view', row, viewed, sessions);
    counts.add('step_cart', row, carted, viewed);
    counts.add('step_checkout', row, checkout, carted);
    counts.add('step_order', row, ordered, checkout);
  }
}
