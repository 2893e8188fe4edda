import { SESSIONS } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import { copyInto } from '../../copy/copy-into';
import { CopyRows } from '../../copy/copy-rows';
import { pagesByIndex } from '../input/by-index';
import { columnsOf } from '../input/fact-row';
import { settledEvents } from '../input/settled-events';
import { Visit, VISIT_COLUMNS, type SessionRow, type VisitEvent } from './session-builder';

/** Sessions in which a clock was corrected, by their ids: what comes to one may move the times of its other events. */
export type CorrectedSessions = ReadonlySet<string>;

/**
 * Writes sessions that new events belong to. A session that is there already is computed anew from all its events,
 * early and late, and so is one in which a clock was corrected; the others are what their new events make of them.
 *
 * @param visits by session id, of events whose rows this transaction has inserted
 * @returns those of them in which a clock was corrected
 */
export async function writeSessions(
  client: ClientBase,
  visits: ReadonlyMap<string, Visit>,
): Promise<CorrectedSessions> {
  const corrected = new Set<string>();
  if (visits.size === 0) return corrected;
  for (const [id, { isClockCorrected }] of visits) if (isClockCorrected) corrected.add(id);
  const known = await deleteSessions(client, [...visits.keys()]);
  for (const { session_id, is_clock_corrected } of known) if (is_clock_corrected) corrected.add(session_id);
  const fresh = new Map(visits);
  for (const { session_id } of known) fresh.delete(session_id);
  for (const id of corrected) fresh.delete(id);
  const grown = known.flatMap(({ session_id }) => (corrected.has(session_id) ? [] : session_id));
  await insertSessions(client, [
    ...fresh.values(),
    ...(await visitsOf(client, STORED_EVENTS, grown)),
    ...(await visitsOf(client, SETTLED_EVENTS, [...corrected])),
  ]);
  return corrected;
}

/**
 * Computes sessions anew from all their events; one that has none any more goes.
 *
 * @returns those of them in which a clock was corrected, or is now
 */
export async function renewSessions(
  client: ClientBase,
  sessionIds: readonly string[],
): Promise<CorrectedSessions> {
  const known = await deleteSessions(client, sessionIds);
  // Where no clock was corrected, settled times are the events' own.
  const visits = await visitsOf(client, SETTLED_EVENTS, sessionIds);
  await insertSessions(client, visits);
  return new Set([
    ...known.flatMap(({ session_id, is_clock_corrected }) => (is_clock_corrected ? session_id : [])),
    ...visits.flatMap(({ sessionId, isClockCorrected }) => (isClockCorrected ? sessionId : [])),
  ]);
}

async function deleteSessions(
  client: ClientBase,
  sessionIds: readonly string[],
): Promise<Pick<SessionRow, 'session_id' | 'is_clock_corrected'>[]> {
  const { rows } = await client.query<Pick<SessionRow, 'session_id' | 'is_clock_corrected'>>(
    'DELETE FROM sessions WHERE session_id = ANY($1) RETURNING session_id, is_clock_corrected',
    [sessionIds],
  );
  return rows;
}

/** Inserts sessions that are not in the table. */
async function insertSessions(client: ClientBase, visits: readonly Visit[]): Promise<void> {
  const rows = new CopyRows(SESSIONS.columns);
  for (const visit of visits) rows.add(visit.toRow());
  await copyInto(client, SESSIONS.name, SESSIONS.columns, rows.pieces);
}

/** The events of the sessions `$1`. */
const STORED_EVENTS = `SELECT ${columnsOf(VISIT_COLUMNS)} FROM clickstream_events WHERE session_id = ANY($1)`;
const SETTLED_EVENTS = `SELECT ${columnsOf(VISIT_COLUMNS)} FROM ${settledEvents(VISIT_COLUMNS)}`;

async function visitsOf(
  client: ClientBase,
  selectEvents: string,
  sessionIds: readonly string[],
): Promise<Visit[]> {
  if (sessionIds.length === 0) return [];
  // A session is as long as its browser says: of a screen in a shop window, one may never end.
  const pages = pagesByIndex<VisitEvent>(client, selectEvents, [sessionIds]);
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
