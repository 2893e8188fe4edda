import type { QueuedEvent } from './queued-event';

/** Events in one request. */
export const MAX_BATCH_EVENTS = 20;

/**
 * Bytes of the events in one request, which stays under 48 KB with what is around them. A browser
 * sends at most 64 KiB for pages that are being left.
 */
export const MAX_BATCH_BYTES = 47 * 1024;

/** Bytes of a text as it is sent. */
export const bytesOf = (text: string): number => new Blob([text]).size;

/**
 * The first events that fit into one request. An event too large for any request goes alone, so
 * that it never holds up the ones behind it.
 *
 * @param most events in it at most
 */
export function nextBatch(waiting: Iterable<QueuedEvent>, most: number = MAX_BATCH_EVENTS): QueuedEvent[] {
  const batch: QueuedEvent[] = [];
  let bytes = 0;
  for (const event of waiting) {
    bytes += bytesOf(event.line);
    if (batch.length > 0 && (batch.length >= most || bytes > MAX_BATCH_BYTES)) break;
    batch.push(event);
  }
  return batch;
}

/** The body of a request: `{sentAt, events}`. */
export function requestBody(batch: readonly QueuedEvent[], sentAt: Date): string {
  return `{"sentAt":"${sentAt.toISOString()}","events":[${batch.map((event) => event.line).join()}]}`;
}
