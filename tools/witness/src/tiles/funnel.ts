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

const EVENTS = ['product_view', 'add_to_cart_click', 'checkout_start', 'checkout_complete'];

/** The next step, as early as it can be, of every attempt that is still in its time. */
const chain = (place: number, step: string, minutes: number) => `step_${place} AS (
    SELECT before.session, before.began, before.attempt, min(told.place) AS place
    FROM step_${place - 1} AS before JOIN told ON told.session = before.session AND told.place > before.place
    WHERE told.name = '${step}' AND told.moment <= before.began + ${minutes} * 60000
    GROUP BY before.session, before.began, before.attempt
  )`;

const funnel = (entry: 'every' | 'first', minutes: number): Tile => {
  const steps = EVENTS.map((event) => ({ event }));
  const definition = { steps, entry, window: `${minutes} minutes`, traffic: 'all' };
  return {
    tab: 'Funnel',
    name: `your own steps: ${entry} entry, ${minutes} minutes`,
    warehouse: `SELECT step::text AS key, units AS number FROM dash.funnel('${JSON.stringify(definition)}',
      ($1::date)::timestamp AT TIME ZONE $3, ($2::date + 1)::timestamp AT TIME ZONE $3)`,
    witness: `WITH told AS (
        SELECT session, name, moment, row_number() OVER (ORDER BY moment, coalesce(sequence, -1), event_id) AS place
        FROM events WHERE session IS NOT NULL
      ), begun AS (
        SELECT session, moment AS began, place AS attempt, place FROM told
        WHERE name = '${EVENTS[0] ?? ''}' AND in_days(moment)
      ), step_1 AS (
        FROM begun ${entry === 'first' ? 'WHERE place IN (SELECT min(place) FROM begun GROUP BY session)' : ''}
      ), ${EVENTS.slice(1)
        .map((step, index) => chain(index + 2, step, minutes))
        .join(', ')}
      ${EVENTS.map((_, index) => `SELECT '${index + 1}' AS key, count(DISTINCT session) AS number FROM step_${index + 1}`).join(' UNION ALL ')}`,
  };
};

/** Sessions at each step of a funnel in order, as the builder of the tab asks for it. */
export const OWN_STEPS: readonly Tile[] = [funnel('every', 10), funnel('first', 10), funnel('every', 1440)];
