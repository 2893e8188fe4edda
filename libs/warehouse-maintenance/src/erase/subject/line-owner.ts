import { idOf, objectOf } from '@clickstream/event-schema/normalize';
import { timeOfKey } from '@clickstream/event-schema/raw-object';
import {
  isErasedLine,
  isRejectedObject,
  type RowLocation,
  type RowOrFault,
  toWarehouseRow,
} from '@clickstream/warehouse-load/reading';
import type { Subject } from './subject';
import type { UserSessions } from './user-sessions';

/** Facts about the subject that decide the owner of a line, read before the bucket. */
export interface ErasureContext {
  readonly subject: Subject;
  mentions(text: string): boolean;
  /** Ids of their events in the warehouse: other objects contain copies of these. */
  readonly eventIds: ReadonlySet<string>;
  /** Browsers on which the user was signed in. */
  readonly clients: ReadonlySet<string>;
  /** Times in the user's sessions at which nobody else was signed in. */
  readonly sessions: UserSessions;
}

/**
 * A moment on a browser on which the user has also been signed in. Its owner depends on the other
 * users of the browser.
 */
export interface Moment {
  readonly client: string;
  readonly at: string;
}

/**
 * The owner of a line: the subject, somebody else, or nobody because it is erased; or the moment
 * that decides it.
 */
export type LineOwner = 'subject' | 'other' | 'erased' | Moment;

/** One line of an object: its text, and its value if it is JSON. */
export interface JudgedLine {
  readonly objectKey: string;
  readonly line: number;
  readonly text: string;
  /** undefined when it is not JSON. */
  readonly value: unknown;
}

/**
 * Decides the owner of a line of an object or of the quarantine. An event belongs to the user that
 * it names. An event without a user belongs to the user of its browser at the time, to the only
 * user of its session, or to the one that it mentions; a line that cannot be read belongs to the
 * one that it mentions.
 */
export function lineOwner(context: ErasureContext, { objectKey, line, text, value }: JudgedLine): LineOwner {
  if (isErasedLine(value)) return 'erased';
  const isMentioned = () => context.mentions(text);
  const event = isRejectedObject(objectKey) ? stampedEventOf(value) : value;
  const location = { objectKey, objectId: 0, line, keyTime: timeOfKey(objectKey) ?? 0 };
  const result = rowOrFault(event, location);
  if (!result.ok) {
    const owner = ownerOf(event, context.subject);
    return owner === context.subject.id || (owner === null && isMentioned()) ? 'subject' : 'other';
  }
  const { user_id, client_id, session_id, event_id, event_timestamp } = result.row;
  const owner = context.subject.kind === 'user' ? user_id : client_id;
  if (owner !== null) return owner === context.subject.id ? 'subject' : 'other';
  if (context.eventIds.has(event_id) || isMentioned()) return 'subject';
  if (context.sessions.holds(session_id, event_timestamp)) return 'subject';
  return client_id !== null && context.clients.has(client_id)
    ? { client: client_id, at: event_timestamp }
    : 'other';
}

/** The event in a line that ingest rejected, in the form that is read. */
function stampedEventOf(value: unknown): unknown {
  const { event, _ingest } = objectOf(value) ?? {};
  const sent = objectOf(event);
  return sent ? { ...sent, _ingest } : event;
}

/**
 * The row of an event; a fault for any error of the reader, so that the line is judged by the ids
 * that it mentions.
 */
function rowOrFault(event: unknown, location: RowLocation): RowOrFault | { readonly ok: false } {
  try {
    return toWarehouseRow(event, location);
  } catch {
    return { ok: false };
  }
}

/** The user or browser named by a value that is not an event. */
function ownerOf(value: unknown, { kind }: Subject): string | null {
  const given = objectOf(value);
  if (!given) return null;
  return kind === 'user'
    ? idOf(given['userId'] ?? given['user_id'])
    : idOf(given['clientId'] ?? given['client_id']);
}
