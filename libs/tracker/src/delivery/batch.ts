import type { QueuedEvent } from './queued-event';

/** Events in one request. */
export const MAX_BATCH_EVENTS = 50;

/**
 * Bytes of the events in one request, which stays under 48 KB including its envelope. A browser
 * sends at most 64 KiB for pages that are being left.
 */
export const MAX_BATCH_BYTES = 47 * 1024;

/** Bytes of a text in UTF-8. */
export const bytesOf = (text: string): number => new Blob([text]).size;

/**
 * The first events that fit into one request. An event too large for any request is sent alone, so
 * that it does not block those behind it.
 *
 * @param limit the largest number of events
 */
export function nextBatch(waiting: Iterable<QueuedEvent>, limit: number = MAX_BATCH_EVENTS): QueuedEvent[] {
  const batch: QueuedEvent[] = [];
  let bytes = 0;
  for (const event of waiting) {
    bytes += bytesOf(event.line);
    if (batch.length > 0 && (batch.length >= limit || bytes > MAX_BATCH_BYTES)) break;
    batch.push(event);
  }
  return batch;
}

/** The body of a request: `{sentAt, events}`. */
export function requestBody(batch: readonly QueuedEvent[], sentAt: Date): string {
  return `{"sentAt":"${sentAt.toISOString()}","events":[${batch.map((event) => event.line).join()}]}`;
}
