import type { QueuedEvent } from './queue';

/** Events in one request. */
export const MAX_BATCH_EVENTS = 20;

/** Bytes of the events in one request. A browser sends at most 64 KiB for pages that are being left. */
export const MAX_BATCH_BYTES = 48 * 1024;

/** Bytes of a text as it is sent. */
export const bytesOf = (text: string): number => new Blob([text]).size;

/**
 * The first events that fit into one request. An event too large for any request goes alone, so that it
 * never holds up the ones behind it.
 */
export function nextBatch(waiting: readonly QueuedEvent[]): readonly QueuedEvent[] {
  let bytes = 0;
  let count = 0;
  for (const { json } of waiting.slice(0, MAX_BATCH_EVENTS)) {
    bytes += bytesOf(json);
    if (count > 0 && bytes > MAX_BATCH_BYTES) break;
    count += 1;
  }
  return waiting.slice(0, count);
}

/** The body of a request: `{sentAt, events}`. */
export function requestBody(batch: readonly QueuedEvent[], sentAt: Date): string {
  return `{"sentAt":"${sentAt.toISOString()}","events":[${batch.map((event) => event.json).join()}]}`;
}
