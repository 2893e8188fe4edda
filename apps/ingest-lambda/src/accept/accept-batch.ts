import { LIMITS, newEventId, type Rejection } from '@clickstream/event-schema';
import type { IngestStamp, RawEvent, RejectedEvent } from '@clickstream/event-schema/raw-object';
import {
  dropPersonalFields,
  eventsOf,
  type JsonObject,
  type SenderName,
} from '@clickstream/event-schema/adapters';
import { MAX_NESTING, objectOf, scrubEvent } from '@clickstream/event-schema/normalize';
import { readEvent, type ReadEvent } from '@clickstream/event-schema/read-event';
import type { BodyValues } from '../read/read-body';
import type { Receipt } from '../read/receipt';

/** A parsed request: each of its events is in one of the two lists. */
export interface SortedBatch {
  readonly kind: 'sorted';
  /** The lines to store: several for an event that puts several products into the cart. */
  readonly accepted: readonly RawEvent[];
  /** Number of these events in the request. */
  readonly acceptedEvents: number;
  readonly rejected: readonly RejectedEvent[];
}

/** The note on an event that was truncated by scrubbing. */
const TOO_DEEP = { ok: false, detail: `The event nests deeper than ${MAX_NESTING} layers.` } as const;

/**
 * Sorts the events of a request into accepted and rejected. Only events that cannot be read at all
 * are rejected. An event with faults is stored as it was sent, and its stamp notes the faults that
 * readers correct. Both kinds are scrubbed.
 *
 * @param newId makes the id of an event that has none, from milliseconds since 1970
 */
export function acceptBatch(
  body: BodyValues,
  { receivedAt, requestId, sourceIp, userAgent }: Receipt,
  newId: (time: number) => string = newEventId,
): SortedBatch {
  const stamp: IngestStamp = {
    receivedAt: receivedAt.toISOString(),
    requestId,
    sourceIp,
    userAgent,
    ...(body.sentAt === undefined ? {} : { sentAt: body.sentAt }),
  };
  const accepted: RawEvent[] = [];
  const rejected: RejectedEvent[] = [];
  for (const [index, sent] of body.values.entries()) {
    // Scrubbed first, so that the checked event is the stored one.
    const { value, isCut } = scrubEvent(sent);
    const read = isCut ? TOO_DEEP : readStamped(value, stamp, receivedAt.getTime());
    if (read.ok) {
      const newIdNow = () => newId(receivedAt.getTime());
      for (const event of eventsRead(value as JsonObject, read))
        accepted.push(stored(event, read, stamp, newIdNow));
    } else rejected.push({ reason: read.detail, index, event: value, _ingest: stamp });
  }
  return { kind: 'sorted', accepted, acceptedEvents: body.values.length - rejected.length, rejected };
}

/**
 * Reads an event as the ETL will, with the stamp in it. An unreadable event stays as it was sent.
 */
function readStamped(value: unknown, stamp: IngestStamp, receivedAt: number): ReadEvent {
  if (!objectOf(value)) return readEvent(value, receivedAt);
  const event = value as { _ingest?: unknown };
  const own = event._ingest;
  event._ingest = stamp;
  const read = readEvent(event, receivedAt, false);
  if (read.ok) return read;
  if (own === undefined) delete event._ingest;
  else event._ingest = own;
  return read;
}

/**
 * One event, or one for each product of another sender's event that puts several into the cart at
 * once.
 */
const eventsRead = (value: JsonObject, { sender }: ReadOk): readonly JsonObject[] =>
  sender === 'clickstream' ? [value] : eventsOf(value, sender);

/** The stamp of an event that is not ours, or has faults. */
function withReading(stamp: IngestStamp, sender: SenderName, corrections: readonly string[]): IngestStamp {
  return {
    ...stamp,
    ...(sender !== 'clickstream' && { sender }),
    ...(corrections.length > 0 && { corrections }),
  };
}

type ReadOk = Extract<ReadEvent, { readonly ok: true }>;

/**
 * The line of an event. Missing fields of our events are filled in; other senders' events keep
 * their form, for a better adapter.
 */
function stored(
  event: JsonObject,
  { sender, corrections }: ReadOk,
  stamp: IngestStamp,
  newId: () => string,
): RawEvent {
  const isOurs = sender === 'clickstream';
  const _ingest = isOurs && corrections.length === 0 ? stamp : withReading(stamp, sender, corrections);
  // Segment's route has already done so; a webhook of Segment may post to our route.
  if (sender === 'segment') dropPersonalFields(event);
  if (!isOurs) return Object.assign(event, { _ingest });
  return Object.assign(event, {
    eventId: event['eventId'] ?? newId(),
    eventTimestamp: event['eventTimestamp'] ?? stamp.receivedAt,
    schemaVersion: event['schemaVersion'] ?? 1,
    _ingest,
  });
}

/** Answer to the client about a rejected event. */
export function rejectionOf({ index, event, reason }: RejectedEvent): Rejection {
  const eventId = typeof event === 'object' && event !== null && 'eventId' in event ? event.eventId : null;
  const isId = typeof eventId === 'string' && eventId.length <= LIMITS.maxId;
  return { index, eventId: isId ? eventId : null, reason };
}
