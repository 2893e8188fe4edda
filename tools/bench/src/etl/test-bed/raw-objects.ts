import { encodeRawObject, rawObjectKey } from '@clickstream/event-schema/raw-object';
import { newEventId } from '@clickstream/event-schema';
import { seededRandom, visitEvents, type StoredEvent } from './visits';

/** Events in one object. */
export const OBJECT_EVENTS = 500;

const FIRST_VISIT_AT = Date.UTC(2026, 9, 1);

/** A shop that has a visit every so often, over the whole day. */
const BETWEEN_VISITS_MS = 4_000;

/** Less than a visit has, so that the last ones end before what follows. */
const EVENTS_OF_A_VISIT = 8;

/** The mean, with which visits fill their time. */
const MEAN_EVENTS_OF_A_VISIT = 9.25;

/** Visits whose events are put in the order of time, as they would arrive. */
const VISITS_AT_ONCE = 2_000;

/** An object as ingest would have written it. */
export interface RawObject {
  readonly key: string;
  readonly body: Buffer;
}

/** Differences of the objects from those of a shop that runs for days. */
export interface RawObjectOptions {
  /** Events in one object; by default 500. */
  readonly objectEvents?: number;
  /** Puts the visits before those of a call without this. */
  readonly endsWhere?: 'the others begin';
  /** Spreads the visits over so many milliseconds, instead of one every four seconds. */
  readonly overMs?: number;
  /** When the first visit begins, in milliseconds since 1970, instead of on 1 October. */
  readonly startsAt?: number;
}

/**
 * Objects of 500 events each, `events` in all, in the order in which they would have been written.
 */
export async function* rawObjects(events: number, options: RawObjectOptions = {}): AsyncGenerator<RawObject> {
  const { objectEvents = OBJECT_EVENTS, endsWhere, overMs } = options;
  const visitsInAll = Math.ceil(events / (overMs === undefined ? EVENTS_OF_A_VISIT : MEAN_EVENTS_OF_A_VISIT));
  const betweenVisits = overMs === undefined ? BETWEEN_VISITS_MS : overMs / visitsInAll;
  const random = seededRandom(endsWhere ? 2 : 1);
  const { startsAt = FIRST_VISIT_AT - (endsWhere ? visitsInAll * betweenVisits : 0) } = options;
  let waiting: StoredEvent[] = [];
  let visits = 0;
  let at = 0;
  for (let left = events; left > 0;) {
    while (waiting.length - at < Math.min(left, objectEvents)) {
      const next = Array.from({ length: VISITS_AT_ONCE }, () =>
        visitEvents(random, Math.floor(startsAt + visits++ * betweenVisits)),
      );
      waiting = [...waiting.slice(at), ...next.flat().sort((a, b) => a.time - b.time)];
      at = 0;
    }
    const batch = waiting.slice(at, at + Math.min(left, objectEvents));
    at += batch.length;
    left -= batch.length;
    const receivedAt = new Date((batch.at(-1)?.time ?? 0) + 1500);
    yield {
      key: rawObjectKey('events', receivedAt, newEventId(receivedAt.getTime())),
      body: await encodeRawObject(batch.map(({ line }) => line)),
    };
  }
}
