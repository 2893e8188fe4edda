import type { ClientBase } from 'pg';
import { copyInto } from '../warehouse/copy-into';
import { CopyText } from '../copy-text';
import { pagesByIndex } from './by-index';
import { columnsOf } from './fact-row';
import { Visit, VISIT_COLUMNS, type SessionRow, type VisitEvent } from './visit';

const COLUMNS = [
  'session_id',
  'client_id',
  'user_id',
  'started_at',
  'ended_at',
  'started_hour',
  'viewed_at',
  'carted_at',
  'checkout_at',
  'ordered_at',
  'events',
  'page_views',
  'orders',
  'is_first_visit',
  'is_bot',
  'is_staff',
  'login_state',
  'device',
  'channel',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'entry_path',
  'exit_path',
  'revenue',
] as const satisfies readonly (keyof SessionRow)[];

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

/** Inserts sessions that are not in the table. */
export async function insertSessions(client: ClientBase, visits: readonly Visit[]): Promise<void> {
  const text = new CopyText(COLUMNS);
  for (const visit of visits) text.add(visit.toRow());
  await copyInto(client, 'sessions', COLUMNS, text.pieces);
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
