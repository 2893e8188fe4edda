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

/** A request that was read: each of its events is in one of the two lists. */
export interface SortedBatch {
  readonly kind: 'sorted';
  /** The lines to store: more than one of an event that puts several products into the cart. */
  readonly accepted: readonly RawEvent[];
  /** Number of these events in the request. */
  readonly acceptedEvents: number;
  readonly rejected: readonly RejectedEvent[];
}

/** Note on an event that was cut when it was scrubbed. */
const TOO_DEEP = { ok: false, detail: `The event nests deeper than ${MAX_NESTING} layers.` } as const;

/**
 * Sorts the events of a request into accepted and rejected. Rejected is only what nothing can be
 * made of; an event with faults is kept as it was sent, and the faults that are put right when it
 * is read are noted in its stamp. Both are scrubbed.
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
    // Scrubbed first, so that what was checked is what is stored.
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
 * Reads an event as the ETL will: with the stamp in it. One that cannot be
 * read is left as it was sent.
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
 * One event, or one for each product of a foreign event that puts several into the cart at once.
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
 * The line of an event. What one of ours lacks is filled in; others are kept in their own
 * form, for a better adapter.
 */
function stored(
  event: JsonObject,
  { sender, corrections }: ReadOk,
  stamp: IngestStamp,
  newId: () => string,
): RawEvent {
  const isOurs = sender === 'clickstream';
  const _ingest = isOurs && corrections.length === 0 ? stamp : withReading(stamp, sender, corrections);
  // Its own route has done so already; a webhook of Segment may post to ours.
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
