import { SESSIONS } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import { copyInto } from '../../copy/copy-into';
import { CopyRows } from '../../copy/copy-rows';
import { pagesOf } from '../input/by-index';
import { columnsOf } from '../input/fact-row';
import { settledEvents } from '../input/settled-events';
import { changesOf, SELECT_TRAITS, type SessionChange, type SessionTraits } from './session-changes';
import { SessionBuilder, SESSION_EVENT_COLUMNS, type SessionEvent } from './session-builder';

/**
 * Sessions in which a clock was corrected, by their ids: a new event may move the times of their
 * other events.
 */
export type CorrectedSessions = ReadonlySet<string>;

/** Sessions that have been written. */
export interface WrittenSessions {
  /** Those of them in which a clock was corrected, or was until now. */
  readonly corrected: CorrectedSessions;
  /** Those that other facts see differently than before. */
  readonly changes: readonly SessionChange[];
}

/** A session as it was stored. */
type KnownSession = SessionTraits & { readonly is_clock_corrected: boolean };

/**
 * Writes the sessions that new events belong to. A session that is already stored, or in which a
 * clock was corrected, is computed again from all its events; the others are computed from their
 * new events.
 *
 * @param sessions by session id, of events whose rows this transaction has inserted
 */
export async function writeSessions(
  client: ClientBase,
  sessions: ReadonlyMap<string, SessionBuilder>,
): Promise<WrittenSessions> {
  const corrected = new Set<string>();
  if (sessions.size === 0) return { corrected, changes: [] };
  for (const [id, { isClockCorrected }] of sessions) if (isClockCorrected) corrected.add(id);
  const known = await deleteSessions(client, [...sessions.keys()]);
  for (const { session_id, is_clock_corrected } of known) if (is_clock_corrected) corrected.add(session_id);
  const fresh = new Map(sessions);
  for (const { session_id } of known) fresh.delete(session_id);
  for (const id of corrected) fresh.delete(id);
  const grown = known.flatMap(({ session_id }) => (corrected.has(session_id) ? [] : session_id));
  const changes = await insertSessions(client, known, [
    ...fresh.values(),
    ...(await sessionsOf(client, STORED_EVENTS, grown)),
    ...(await sessionsOf(client, SETTLED_EVENTS, [...corrected])),
  ]);
  return { corrected, changes };
}

/** Computes sessions again from all their events; a session without any is deleted. */
export async function renewSessions(
  client: ClientBase,
  sessionIds: readonly string[],
): Promise<WrittenSessions> {
  const known = await deleteSessions(client, sessionIds);
  // Where no clock was corrected, settled times are the events' own.
  const sessions = await sessionsOf(client, SETTLED_EVENTS, sessionIds);
  const changes = await insertSessions(client, known, sessions);
  const corrected = new Set([
    ...known.flatMap(({ session_id, is_clock_corrected }) => (is_clock_corrected ? session_id : [])),
    ...sessions.flatMap(({ sessionId, isClockCorrected }) => (isClockCorrected ? sessionId : [])),
  ]);
  return { corrected, changes };
}

async function deleteSessions(client: ClientBase, sessionIds: readonly string[]): Promise<KnownSession[]> {
  const { rows } = await client.query<KnownSession>(
    `DELETE FROM sessions WHERE session_id = ANY($1) RETURNING ${SELECT_TRAITS}, is_clock_corrected`,
    [sessionIds],
  );
  return rows;
}

/**
 * Inserts sessions that are not in the table.
 *
 * @param known those that were there before
 */
async function insertSessions(
  client: ClientBase,
  known: readonly KnownSession[],
  sessions: readonly SessionBuilder[],
): Promise<SessionChange[]> {
  const copied = new CopyRows(SESSIONS.columns);
  const rows = sessions.map((session) => session.toRow());
  for (const row of rows) copied.add(row);
  await copyInto(client, SESSIONS.name, SESSIONS.columns, copied.pieces);
  return changesOf(known, rows);
}

/** The events of the sessions `$1`. */
const STORED_EVENTS = `SELECT ${columnsOf(SESSION_EVENT_COLUMNS)} FROM clickstream_events WHERE session_id = ANY($1)`;
const SETTLED_EVENTS = `SELECT ${columnsOf(SESSION_EVENT_COLUMNS)} FROM ${settledEvents(SESSION_EVENT_COLUMNS)}`;

async function sessionsOf(
  client: ClientBase,
  selectEvents: string,
  sessionIds: readonly string[],
): Promise<SessionBuilder[]> {
  if (sessionIds.length === 0) return [];
  // The browser decides how long a session is: on a screen in a shop window, one may never end.
  const pages = pagesOf<SessionEvent>(client, selectEvents, [sessionIds]);
  const sessions = new Map<string, SessionBuilder>();
  for await (const rows of pages) {
    for (const row of rows) {
      const id = row.session_id ?? '';
      const session = sessions.get(id);
      if (session) session.add(row);
      else sessions.set(id, new SessionBuilder(id, row));
    }
  }
  return [...sessions.values()];
}
