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

/** Facts about the subject that decide whose a line is, gathered before the bucket is read. */
export interface ErasureContext {
  readonly subject: Subject;
  mentions(text: string): boolean;
  /** Ids of their events in the warehouse: other copies of these lie in other objects. */
  readonly eventIds: ReadonlySet<string>;
  /** Browsers on which the user was signed in. */
  readonly clients: ReadonlySet<string>;
  /** When nobody else was signed in, in sessions of the user. */
  readonly sessions: UserSessions;
}

/**
 * A moment on a browser on which the user was signed in, too: whose it is depends on who else was.
 */
export interface Moment {
  readonly client: string;
  readonly at: string;
}

/**
 * The owner of a line: the subject, somebody else, nobody since it is erased; or
 * the moment that decides it.
 */
export type LineOwner = 'subject' | 'other' | 'erased' | Moment;

/** One line of an object: its text, and its value where it is JSON. */
export interface JudgedLine {
  readonly objectKey: string;
  readonly line: number;
  readonly text: string;
  /** undefined when it is not JSON. */
  readonly value: unknown;
}

/**
 * Decides whose a line is, of an object or of the quarantine. An event belongs to the user that it
 * names. One that names nobody belongs to who was behind its browser at the time, to who alone was
 * signed in in its session, or to whom it mentions; what cannot be read, to whom it mentions.
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

/** The event in a line of what ingest rejected, as it is read if it can be. */
function stampedEventOf(value: unknown): unknown {
  const { event, _ingest } = objectOf(value) ?? {};
  const sent = objectOf(event);
  return sent ? { ...sent, _ingest } : event;
}

/**
 * A line that no reader takes is judged by what it names and mentions, as one that is not an event.
 */
function rowOrFault(event: unknown, location: RowLocation): RowOrFault | { readonly ok: false } {
  try {
    return toWarehouseRow(event, location);
  } catch {
    return { ok: false };
  }
}

/** The user or browser that a value names which is not an event. */
function ownerOf(value: unknown, { kind }: Subject): string | null {
  const given = objectOf(value);
  if (!given) return null;
  return kind === 'user'
    ? idOf(given['userId'] ?? given['user_id'])
    : idOf(given['clientId'] ?? given['client_id']);
}
