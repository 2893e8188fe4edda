import type { Tile } from './tile';
import { dayOf, inDays, PEOPLE } from './shared-sql';

const received = (name: string, columns: string, kinds: string): Tile => ({
  tab: 'Trust',
  name: `${name} by day of receipt`,
  warehouse: `SELECT ${dayOf('hour')} AS key, sum(${columns}) AS number
    FROM dash.ledger_hourly WHERE ${inDays('hour')} GROUP BY 1`,
  witness: `SELECT day_of(hour_of_key) AS key, count(*) AS number
    FROM placed_lines WHERE ${kinds} AND in_days(hour_of_key) GROUP BY 1`,
});

/** Where lines are, and all events by name. */
export const LEDGER: readonly Tile[] = [
  received('lines received', 'received', 'true'),
  received('events loaded', 'loaded', 'is_event'),
  received(
    'duplicates and quarantined',
    'duplicates + quarantined',
    `NOT is_event AND kind IN ('own', 'unreadable')`,
  ),
  received('rejected', 'rejected', `kind = 'rejected'`),
  received('erased', 'erased', `kind = 'erased'`),
  {
    tab: 'Trust',
    name: 'events by name',
    warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, event_name) AS key, sum(events) AS number
      FROM dash.activity_hourly WHERE ${inDays('hour')} GROUP BY 1`,
    witness: `SELECT concat_ws(', ', people(is_bot), state, name) AS key, count(*) AS number
      FROM events WHERE in_days(moment) GROUP BY 1`,
  },
];
