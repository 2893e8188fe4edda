import { encodeRawObject, rawObjectKey } from '@clickstream/event-schema/raw-object';
import { newEventId } from '@clickstream/event-schema';
import { seededRandom, visitEvents, type StoredEvent } from './visits';

/** Events in one object. */
export const OBJECT_EVENTS = 500;

const FIRST_VISIT_AT = Date.UTC(2026, 9, 1);

/** A shop that has a visit every so often, over the whole day. */
const BETWEEN_VISITS_MS = 4_000;

/** Visits whose events are put in the order of time, as they would arrive. */
const VISITS_AT_ONCE = 2_000;

/** An object as ingest would have written it. */
export interface RawObject {
  readonly key: string;
  readonly body: Buffer;
}

/** Objects of 500 events each, `events` in all, in the order in which they would have been written. */
export async function* rawObjects(events: number): AsyncGenerator<RawObject> {
  const random = seededRandom(1);
  let waiting: StoredEvent[] = [];
  let visits = 0;
  for (let left = events; left > 0;) {
    while (waiting.length < Math.min(left, OBJECT_EVENTS)) {
      const next = Array.from({ length: VISITS_AT_ONCE }, () =>
        visitEvents(random, FIRST_VISIT_AT + visits++ * BETWEEN_VISITS_MS),
      );
      waiting = [...waiting, ...next.flat().sort((a, b) => a.time - b.time)];
    }
    const batch = waiting.splice(0, Math.min(left, OBJECT_EVENTS));
    left -= batch.length;
    const receivedAt = new Date((batch.at(-1)?.time ?? 0) + 1500);
    yield {
      key: rawObjectKey('events', receivedAt, newEventId(receivedAt.getTime())),
      body: await encodeRawObject(batch.map(({ line }) => line)),
    };
  }
}
