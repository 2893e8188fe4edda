import type { SourceEvent } from '../../source-event';
import { clockOffsetOf } from './clock-offset';
import { EARLIEST_EVENT_TIME, LATEST_AFTER_RECEIPT_MS, LATEST_TIME, timeOf } from './event-time';
import { objectOf } from '../field-values';

/**
 * The times at which an event happened and was received, in milliseconds since 1970, by our clock.
 */
export interface EventMoment {
  readonly time: number;
  readonly receivedAt: number;
  /** The milliseconds that were added to the sender's time; null when it was not corrected. */
  readonly clockOffset: number | null;
}

/** The reason why an event has no moment. */
export type MomentFault = 'unreadable_time' | 'impossible_time';

/**
 * The moment of an event.
 *
 * @param keyTime its earliest time of receipt, in case it does not name one
 */
export function momentOf(event: SourceEvent, keyTime: number): EventMoment | MomentFault {
  const stamp = objectOf(event._ingest);
  const stampedAt = timeOf(stamp?.['receivedAt']);
  const receivedAt = stampedAt ?? keyTime;
  const givenTime = timeOf(event.eventTimestamp) ?? (event.eventTimestamp ? null : receivedAt);
  if (givenTime === null) return 'unreadable_time';
  // A time that ingest or this function has set is by our clock.
  const clockOffset = givenTime === receivedAt ? null : clockOffsetOf(stamp?.['sentAt'], stampedAt);
  const time = givenTime + (clockOffset ?? 0);
  // A key names an hour or a day, so an event without a stamp may have been received up to a day
  // after it begins.
  const received = stampedAt ?? keyTime + LATEST_AFTER_RECEIPT_MS;
  const latest = Math.min(received + LATEST_AFTER_RECEIPT_MS, LATEST_TIME);
  return time < EARLIEST_EVENT_TIME || time > latest ? 'impossible_time' : { time, receivedAt, clockOffset };
}

/** The time of receipt of any event, valid or not. */
export function receiptOf(event: SourceEvent, keyTime: number): number {
  return timeOf(objectOf(event._ingest)?.['receivedAt']) ?? keyTime;
}
