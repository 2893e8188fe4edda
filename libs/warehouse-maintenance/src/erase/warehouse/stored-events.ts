import type { ClientBase } from 'pg';
import { mentionOf, type Subject } from '../subject/subject';
import { UserSessions } from '../subject/user-sessions';

/** Events of the subject in the warehouse. */
export interface StoredEvents {
  readonly eventIds: ReadonlySet<string>;
  /** Number of them by object. */
  readonly byObject: ReadonlyMap<number, number>;
  /** Browsers on which the user was signed in. */
  readonly clients: ReadonlySet<string>;
  /** Times in the user's sessions at which nobody else was signed in. */
  readonly sessions: UserSessions;
  /** Events of others that mention the subject: they stay. */
  readonly mentionedByOthers: number;
  /** Ids of others that differ from the subject's only in case or spaces. */
  readonly lookalikes: readonly string[];
}

/** A row that may be the subject's. */
export interface FoundRow {
  readonly event_id: string;
  readonly source_object_id: number | null;
  readonly owner: string | null;
  /** Session of an event without a user, if the subject was signed in there. */
  readonly session_id: string | null;
  readonly at: string;
  readonly text: string | null;
}

/**
 * Finds the subject's events: those that name them, those attributed to them by an identity link,
 * those that follow in their sessions, and those that mention only them.
 */
export async function storedEvents(client: ClientBase, subject: Subject): Promise<StoredEvents> {
  const { rows: links } =
    subject.kind === 'user'
      ? await client.query<{ client_id: string }>(
          'SELECT client_id FROM dash.identity_links WHERE user_id = $1',
          [subject.id],
        )
      : { rows: [] };
  const clients = links.map(({ client_id }) => client_id);
  const sessions = subject.kind === 'user' ? await UserSessions.of(client, subject.id) : UserSessions.NONE;
  const column = subject.kind === 'user' ? 'user_id' : 'client_id';
  const { rows } = await client.query<FoundRow>(
    `SELECT event_id, source_object_id, owner, session_id, at, CASE WHEN is_theirs THEN NULL ELSE text END AS text
     FROM (
       SELECT event_id, source_object_id, ${column} AS owner, event::text AS text,
         CASE WHEN user_id IS NULL AND session_id = ANY($4) THEN session_id END AS session_id,
         to_char(event_timestamp AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
         coalesce(${column} = $1, false)
           OR ($3 AND user_id IS NULL AND client_id = ANY($2) AND dash.user_behind(client_id, event_timestamp) = $1)
           AS is_theirs
       FROM clickstream_events AS event
     ) AS events
     WHERE is_theirs OR session_id IS NOT NULL OR strpos(lower(text), lower($1)) > 0`,
    [subject.id, clients, subject.kind === 'user', sessions.ids],
  );
  const mentions = mentionOf(subject);
  const eventIds = new Set<string>();
  const byObject = new Map<number, number>();
  const lookalikes = new Set<string>();
  let mentionedByOthers = 0;
  for (const row of rows) {
    const { event_id, source_object_id, owner, text } = row;
    if (text !== null && owner !== null) {
      mentionedByOthers += mentions(text) ? 1 : 0;
      if (owner.trim().toLowerCase() === subject.id.toLowerCase()) lookalikes.add(owner);
    }
    if (!isSubjects(row, sessions, mentions)) continue;
    eventIds.add(event_id);
    if (source_object_id !== null) byObject.set(source_object_id, (byObject.get(source_object_id) ?? 0) + 1);
  }
  return {
    eventIds,
    byObject,
    clients: new Set(clients),
    sessions,
    mentionedByOthers,
    lookalikes: [...lookalikes],
  };
}

/** True for an event of the subject, among those that may be theirs. */
export function isSubjects(
  { owner, session_id, at, text }: Pick<FoundRow, 'owner' | 'session_id' | 'at' | 'text'>,
  sessions: UserSessions,
  mentions: (text: string) => boolean,
): boolean {
  return text === null || sessions.holds(session_id, at) || (owner === null && mentions(text));
}
