import type { Tile } from './tile';
import { CHANNEL_OF_SESSION, inDays, PEOPLE } from './shared-sql';

const STEPS = ['viewed', 'carted', 'checked_out', 'ordered'];

/** Sessions at each step, by audience, login state and channel. */
export const FUNNEL: readonly Tile[] = STEPS.map((step, index) => ({
  tab: 'Funnel',
  name: `sessions that ${step.replace('_', ' ')}`,
  warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, channel) AS key, sum(${step}) AS number
    FROM dash.sessions_hourly WHERE ${inDays('hour')} GROUP BY 1`,
  witness: `SELECT concat_ws(', ', people(is_bot), state, ${CHANNEL_OF_SESSION}) AS key,
      count(*) FILTER (WHERE reached >= ${index + 1}) AS number
    FROM sessions LEFT JOIN funnel USING (session) LEFT JOIN arrivals USING (session)
    WHERE in_days(started_at) GROUP BY 1`,
}));
