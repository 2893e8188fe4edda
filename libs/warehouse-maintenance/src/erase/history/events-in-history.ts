import { type History, quoted } from '@clickstream/lake';
import type { ErasureContext } from '../subject/line-owner';
import { UserSessions } from '../subject/user-sessions';
import { isSubjects } from '../warehouse/stored-events';

/** An event of the subject in a file of the lake. */
export interface PastEvent {
  readonly id: string;
  /** The day of receipt of its file. */
  readonly file: string;
  /** The day (UTC) on which it happened. */
  readonly day: string;
  readonly session: string | null;
}

/** A row that may be the subject's, and those that say who was signed in in its session. */
interface FoundRow {
  readonly event_id: string;
  readonly owner: string | null;
  readonly user_id: string | null;
  readonly session_id: string | null;
  readonly day: string;
  readonly at: string;
  readonly is_theirs: boolean;
  readonly text: string;
}

/**
 * Finds the subject's events by the rules for those of the warehouse. Files are read in the order
 * of time, each once: a session that goes on in the next file is known by then.
 *
 * @param context tables `own_events`, `own_clients` and the macro `dash.user_behind` are of it
 */
export async function eventsInHistory(
  history: History,
  { subject, mentions }: ErasureContext,
): Promise<PastEvent[]> {
  const id = quoted(subject.id);
  const owner = subject.kind === 'user' ? 'user_id' : 'client_id';
  const isBehind =
    subject.kind === 'user'
      ? `user_id IS NULL AND client_id IN (FROM own_clients) AND dash.user_behind(client_id, event_timestamp) = ${id}`
      : 'false';
  const ofSessions = subject.kind === 'user' ? 'session_id IN (FROM own_sessions)' : 'false';
  const found: (FoundRow & { readonly file: string })[] = [];
  const sessions = new Set<string>();
  for (const file of history.days) {
    const begun = await history.queryFile(
      file,
      `SELECT DISTINCT session_id FROM {file} WHERE ${owner} = ${id} AND session_id IS NOT NULL`,
    );
    for (const { session_id } of begun) sessions.add(String(session_id));
    await history.remember('own_sessions', sessions);
    const rows = await history.queryFile(
      file,
      `SELECT *, CAST(event AS VARCHAR) AS text FROM (
         SELECT event, event_id, ${owner} AS owner, user_id, session_id,
           strftime(event_timestamp, '%Y-%m-%d') AS day, strftime(event_timestamp, '%Y-%m-%dT%H:%M:%S.%gZ') AS at,
           coalesce(${owner} = ${id}, false) OR event_id IN (FROM own_events) OR (${isBehind}) AS is_theirs
         FROM {file} AS event
       )
       WHERE is_theirs OR ${ofSessions} OR owner IS NULL AND contains(lower(CAST(event AS VARCHAR)), lower(${id}))`,
    );
    for (const row of rows) found.push({ ...(row as unknown as FoundRow), file });
  }
  const named = found.flatMap(({ session_id, user_id, at }) =>
    session_id === null || user_id === null ? [] : [{ session_id, user_id, at }],
  );
  named.sort((one, other) => (one.at < other.at ? -1 : 1));
  const stretches = subject.kind === 'user' ? UserSessions.from(named, subject.id) : UserSessions.NONE;
  return found
    .filter(({ is_theirs, owner: named, session_id, at, text }) => {
      const session = named === null ? session_id : null;
      return isSubjects(
        { owner: named, session_id: session, at, text: is_theirs ? null : text },
        stretches,
        mentions,
      );
    })
    .map(({ event_id, file, day, session_id }) => ({ id: event_id, file, day, session: session_id }));
}
