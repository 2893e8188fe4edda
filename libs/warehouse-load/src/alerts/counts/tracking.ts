import type { ClientBase } from 'pg';
import type { Counts } from './counts';
import { type CountedRow, inWindows, shortestWindow, WEEKS_SQL } from './windows-sql';

interface EventsRow extends CountedRow {
  readonly subject: string;
  readonly events: number;
}

interface LedgerRow extends CountedRow {
  readonly received: number;
  readonly rejected: number;
  readonly quarantined: number;
}

const EVENTS_SQL = `WITH ${WEEKS_SQL}
  SELECT week, ${shortestWindow('hour')} AS hours, event_name AS subject, sum(events)::integer AS events
  FROM weeks JOIN activity_hourly ON ${inWindows('hour')}
  WHERE NOT is_bot AND NOT is_staff
  GROUP BY 1, 2, 3`;

/** By the hour of receipt. Lines that a replay has read since were in quarantine, too. */
const LEDGER_SQL = `WITH ${WEEKS_SQL}
  SELECT week, ${shortestWindow('hour')} AS hours, sum(received)::float8 AS received, sum(rejected)::float8 AS rejected,
    sum(quarantined + replayed)::float8 AS quarantined
  FROM weeks JOIN ledger_hourly ON ${inWindows('hour')}
  GROUP BY 1, 2`;

/** Adds events by name, and the shares of those that could not be loaded. */
export async function addTracking(
  client: ClientBase,
  counts: Counts,
  params: readonly unknown[],
): Promise<void> {
  const { rows: events } = await client.query<EventsRow>(EVENTS_SQL, [...params]);
  for (const { events: value, ...row } of events) counts.add('event', row, value);
  const { rows: ledger } = await client.query<LedgerRow>(LEDGER_SQL, [...params]);
  for (const { received, rejected, quarantined, ...row } of ledger) {
    counts.add('rejected', row, rejected, received);
    counts.add('quarantined', row, quarantined, received);
  }
}
