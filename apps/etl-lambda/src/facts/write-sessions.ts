import type { ColumnType } from '@clickstream/dw-models/event-columns';
import type { ClientBase } from 'pg';
import { copyInto } from '../copy/copy-into';
import { CopyRows } from '../copy/copy-rows';
import { pagesByIndex } from './by-index';
import { columnsOf } from './fact-row';
import { Visit, VISIT_COLUMNS, type SessionRow, type VisitEvent } from './visit';

const COLUMNS = {
  session_id: 'text',
  client_id: 'text',
  user_id: 'text',
  started_at: 'timestamptz',
  ended_at: 'timestamptz',
  started_hour: 'timestamptz',
  viewed_at: 'timestamptz',
  carted_at: 'timestamptz',
  checkout_at: 'timestamptz',
  events: 'integer',
  page_views: 'integer',
  is_first_visit: 'boolean',
  is_bot: 'boolean',
  is_staff: 'boolean',
  login_state: 'text',
  device: 'text',
  channel: 'text',
  utm_source: 'text',
  utm_medium: 'text',
  utm_campaign: 'text',
  utm_term: 'text',
  utm_content: 'text',
  entry_path: 'text',
  exit_path: 'text',
  is_resumed: 'boolean',
  resumed_carted_at: 'timestamptz',
  resumed_checkout_at: 'timestamptz',
} as const satisfies Readonly<Record<keyof SessionRow, ColumnType>>;

/**
 * Writes sessions that new events belong to. A session that is there already is computed anew from all its events,
 * early and late; the others are what their new events make of them.
 *
 * @param visits by session id, of events whose rows this transaction has inserted
 */
export async function writeSessions(client: ClientBase, visits: ReadonlyMap<string, Visit>): Promise<void> {
  if (visits.size === 0) return;
  const { rows: known } = await client.query<{ session_id: string }>(
    'DELETE FROM sessions WHERE session_id = ANY($1) RETURNING session_id',
    [[...visits.keys()]],
  );
  const all = new Map(visits);
  for (const { session_id } of known) all.delete(session_id);
  const grown = await visitsOf(
    client,
    known.map(({ session_id }) => session_id),
  );
  await insertSessions(client, [...all.values(), ...grown]);
}

/** Computes sessions anew from all their events; one that has none any more goes. */
export async function renewSessions(client: ClientBase, sessionIds: readonly string[]): Promise<void> {
  await client.query('DELETE FROM sessions WHERE session_id = ANY($1)', [sessionIds]);
  await insertSessions(client, await visitsOf(client, sessionIds));
}

/** Inserts sessions that are not in the table. */
async function insertSessions(client: ClientBase, visits: readonly Visit[]): Promise<void> {
  const rows = new CopyRows(COLUMNS);
  for (const visit of visits) rows.add(visit.toRow());
  await copyInto(client, 'sessions', Object.keys(COLUMNS), rows.pieces);
}

async function visitsOf(client: ClientBase, sessionIds: readonly string[]): Promise<Visit[]> {
  if (sessionIds.length === 0) return [];
  // A session is as long as its browser says: of a screen in a shop window, one may never end.
  const pages = pagesByIndex<VisitEvent>(
    client,
    `SELECT ${columnsOf(VISIT_COLUMNS)} FROM clickstream_events WHERE session_id = ANY($1)`,
    [sessionIds],
  );
  const visits = new Map<string, Visit>();
  for await (const rows of pages) {
    for (const row of rows) {
      const id = row.session_id ?? '';
      const visit = visits.get(id);
      if (visit) visit.add(row);
      else visits.set(id, new Visit(id, row));
    }
  }
  return [...visits.values()];
}
