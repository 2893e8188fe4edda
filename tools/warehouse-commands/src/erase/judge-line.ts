import { idOf, objectOf } from '@clickstream/event-schema/normalize';
import { timeOfKey } from '@clickstream/event-schema/raw-object';
import { isRejectedObject } from '@clickstream/warehouse-load/bucket/key-range';
import { isErasedLine } from '@clickstream/warehouse-load/lines/erased-line';
import {
  toWarehouseRow,
  type RowOrFault,
  type RowPlace,
} from '@clickstream/warehouse-load/row/to-warehouse-row';
import type { Subject } from './subject';
import type { UserSessions } from './user-sessions';

/** What is known of the subject before the bucket is read. */
export interface Known {
  readonly subject: Subject;
  mentions(text: string): boolean;
  /** Ids of their events in the warehouse: other copies of these lie in other objects. */
  readonly eventIds: ReadonlySet<string>;
  /** Browsers on which the user was signed in. */
  readonly clients: ReadonlySet<string>;
  /** When nobody else was signed in, in sessions of the user. */
  readonly sessions: UserSessions;
}

/** A moment on a browser on which the user was signed in, too: whose it is depends on who else was. */
export interface Moment {
  readonly client: string;
  readonly at: string;
}

/** Whether a line belongs to the subject; or the moment that decides it. */
export type Verdict = 'theirs' | 'not theirs' | 'erased' | Moment;

/** One line of an object: what it says, and its value where it is JSON. */
export interface JudgedLine {
  readonly objectKey: string;
  readonly line: number;
  readonly text: string;
  /** undefined when it is no JSON. */
  readonly value: unknown;
}

/**
 * Judges a line, of an object or of the quarantine. An event belongs to the user that it names. One that names nobody
 * belongs to who was behind its browser at the time, to who alone was signed in in its session, or to whom it mentions; what cannot be read, to whom it mentions.
 */
export function judgeLine(known: Known, { objectKey, line, text, value }: JudgedLine): Verdict {
  if (isErasedLine(value)) return 'erased';
  const isMentioned = () => known.mentions(text);
  const event = isRejectedObject(objectKey) ? stampedEventOf(value) : value;
  const place = { objectKey, objectId: 0, line, keyTime: timeOfKey(objectKey) ?? 0 };
  const result = rowOrFault(event, place);
  if (!result.ok) {
    const owner = ownerOf(event, known.subject);
    return owner === known.subject.id || (owner === null && isMentioned()) ? 'theirs' : 'not theirs';
  }
  const { user_id, client_id, session_id, event_id, event_timestamp } = result.row;
  const owner = known.subject.kind === 'user' ? user_id : client_id;
  if (owner !== null) return owner === known.subject.id ? 'theirs' : 'not theirs';
  if (known.eventIds.has(event_id) || isMentioned()) return 'theirs';
  if (known.sessions.holds(session_id, event_timestamp)) return 'theirs';
  return client_id !== null && known.clients.has(client_id)
    ? { client: client_id, at: event_timestamp }
    : 'not theirs';
}

/** The event in a line of what ingest rejected, as it is read if it can be. */
function stampedEventOf(value: unknown): unknown {
  const { event, _ingest } = objectOf(value) ?? {};
  const sent = objectOf(event);
  return sent ? { ...sent, _ingest } : event;
}

/** A line that no reader takes is judged by what it names and mentions, as one that is not an event. */
function rowOrFault(event: unknown, place: RowPlace): RowOrFault | { readonly ok: false } {
  try {
    return toWarehouseRow(event, place);
  } catch {
    return { ok: false };
  }
}

/** Whom a value names that is not an event. */
function ownerOf(value: unknown, { kind }: Subject): string | null {
  const given = objectOf(value);
  if (!given) return null;
  return kind === 'user'
    ? idOf(given['userId'] ?? given['user_id'])
    : idOf(given['clientId'] ?? given['client_id']);
}
