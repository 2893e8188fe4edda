import { LIMITS, newEventId } from '@clickstream/event-schema';
import type { Rejection } from '@clickstream/event-schema';
import type {
  ForeignRawEvent,
  IngestStamp,
  RawEvent,
  RejectedEvent,
} from '@clickstream/event-schema/raw-object';
import { validateEvent } from '@clickstream/event-schema/validate';
import type { JsonObject } from '@clickstream/event-schema/adapters';
import { foreignSenderOf } from './foreign-sender';
import type { BodyValues } from './read-body';
import type { Receipt } from './receipt';
import { scrubAddresses } from './scrub-addresses';

/** A request that was read: each of its events is in one of the two lists. */
export interface SortedBatch {
  readonly kind: 'sorted';
  readonly accepted: readonly (RawEvent | ForeignRawEvent)[];
  readonly rejected: readonly RejectedEvent[];
}

/**
 * Sorts the events of a request into accepted and rejected. What an accepted event lacks is filled in (`eventId`,
 * `eventTimestamp`, `schemaVersion`); what the contract does not know is kept; addresses are scrubbed in both.
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
  const accepted: (RawEvent | ForeignRawEvent)[] = [];
  const rejected: RejectedEvent[] = [];
  for (const [index, sent] of body.values.entries()) {
    // Scrubbed first, so that what was checked is what is stored.
    const { value, isCut } = scrubAddresses(sent);
    const sender = isCut ? undefined : foreignSenderOf(value);
    if (sender !== undefined) {
      // In its own form, so that a better adapter can read it again.
      accepted.push(Object.assign(value as JsonObject, { _ingest: { ...stamp, sender } }));
      continue;
    }
    const validation = validateEvent(value);
    if (isCut || !validation.ok) {
      const reason = validation.ok ? 'the event is nested too deeply' : validation.reason;
      rejected.push({ reason, index, event: value, _ingest: stamp });
      continue;
    }
    const { event } = validation;
    accepted.push(
      Object.assign(event, {
        eventId: event.eventId ?? newId(receivedAt.getTime()),
        eventTimestamp: event.eventTimestamp ?? stamp.receivedAt,
        schemaVersion: event.schemaVersion ?? 1,
        _ingest: stamp,
      }),
    );
  }
  return { kind: 'sorted', accepted, rejected };
}

/** What the client is told of a rejected event. */
export function rejectionOf({ index, event, reason }: RejectedEvent): Rejection {
  const eventId = typeof event === 'object' && event !== null && 'eventId' in event ? event.eventId : null;
  const isId = typeof eventId === 'string' && eventId.length <= LIMITS.maxId;
  return { index, eventId: isId ? eventId : null, reason };
}
