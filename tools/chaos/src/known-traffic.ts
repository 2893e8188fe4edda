import { uuidV7From } from '@clickstream/event-schema';
import { createRandom, simulate, type Random, type SimulatedEvent } from '@clickstream/shopper-simulator';
import { spoilt } from './spoilt-event';

const SECOND = 1_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** Time over which the shoppers are watched, and the longest delay of a browser's delivery. */
const DAYS_WATCHED = 3;
const LATEST_DELIVERY = 30 * DAY;

const SHARES = { sentAgain: 0.1, invalid: 0.02, delayed: 0.1, wrongClocks: 0.1, withoutSentAt: 0.1 };
const MOST_WRONG_CLOCK = 3 * DAY;
/** The ETL takes smaller differences for the time that a request is under way. */
const LEAST_WRONG_CLOCK = 120 * SECOND;

/** One request, and when it reaches ingest. */
export interface Delivery {
  readonly receivedAt: number;
  readonly userAgent: string;
  readonly body: string;
}

/** An event as it is known before it is sent. */
export interface KnownEvent {
  /** When it really happened, in milliseconds since 1970, whatever its browser's clock said. */
  readonly happenedAt: number;
  readonly hasWrongClock: boolean;
}

/** Traffic, and the truth about it. */
export interface KnownTraffic {
  /** In no order at all. */
  readonly deliveries: readonly Delivery[];
  /** By event id. */
  readonly known: ReadonlyMap<string, KnownEvent>;
  /** Marks of events that must not be loaded: their ids. */
  readonly invalid: readonly string[];
  /** Number of valid events in the deliveries, repeats included. */
  readonly sent: number;
  /** The same with the invalid ones. */
  readonly sentInAll: number;
}

/**
 * Shoppers of a few days, more than a month ago, as ingest gets to see them.
 *
 * @param events how many valid ones
 * @param until when the last of them may be received, in milliseconds since 1970
 */
export function knownTraffic(events: number, seed: number, until: number): KnownTraffic {
  const random = createRandom(seed);
  const lastVisit = until - LATEST_DELIVERY - 2 * DAY;
  const sessionsPerDay = Math.ceil(events / DAYS_WATCHED / 8);
  const known = new Map<string, KnownEvent>();
  const invalid: string[] = [];
  const deliveries: Delivery[] = [];
  let sent = 0;
  let sentInAll = 0;
  const shoppers = simulate({ seed, days: DAYS_WATCHED, sessionsPerDay, until: new Date(lastVisit) });
  for (const { events: visit, userAgent } of shoppers) {
    const left = events - known.size;
    if (left <= 0) break;
    const clockError = random.chance(SHARES.wrongClocks) ? wrongClock(random) : 0;
    const delay = random.chance(SHARES.delayed) ? random.whole(HOUR, LATEST_DELIVERY) : 0;
    for (const batch of batches(visit.slice(0, left), random)) {
      const lines: string[] = [];
      for (const event of batch) {
        const happenedAt = Date.parse(event.eventTimestamp);
        const reported = withClockError(event, clockError, random);
        known.set(reported.eventId, { happenedAt, hasWrongClock: clockError !== 0 });
        lines.push(JSON.stringify(reported));
        if (!random.chance(SHARES.invalid)) continue;
        const { mark, json } = spoilt(reported, random);
        invalid.push(mark);
        lines.splice(random.whole(0, lines.length), 0, json);
      }
      const readyAt = Date.parse(batch.at(-1)?.eventTimestamp ?? '') + delay;
      const times = [readyAt + random.whole(SECOND, 10 * SECOND)];
      if (random.chance(SHARES.sentAgain)) times.push(sentAgainAt(readyAt, random));
      sent += batch.length * times.length;
      sentInAll += lines.length * times.length;
      for (const sentAt of times) {
        const withoutSentAt = clockError === 0 && random.chance(SHARES.withoutSentAt);
        const clock = JSON.stringify(new Date(sentAt + clockError));
        const list = `[${lines.join(',')}]`;
        deliveries.push({
          receivedAt: sentAt + random.whole(20, 900),
          userAgent,
          body: withoutSentAt ? list : `{"sentAt":${clock},"events":${list}}`,
        });
      }
    }
  }
  return { deliveries: shuffled(deliveries, random), known, invalid, sent, sentInAll };
}

function wrongClock(random: Random): number {
  return random.whole(LEAST_WRONG_CLOCK, MOST_WRONG_CLOCK) * (random.chance(0.5) ? 1 : -1);
}

/** The event from a browser whose clock is wrong; its id contains the wrong time as well. */
function withClockError(event: SimulatedEvent, clockError: number, random: Random): SimulatedEvent {
  if (clockError === 0) return event;
  const time = Date.parse(event.eventTimestamp) + clockError;
  return {
    ...event,
    eventId: uuidV7From(time, random.bytes(10)),
    eventTimestamp: new Date(time).toISOString(),
  };
}

/** Half of what is sent again comes in the same minute, half up to two days later. */
function sentAgainAt(readyAt: number, random: Random): number {
  return readyAt + (random.chance(0.5) ? random.whole(SECOND, 60 * SECOND) : random.whole(HOUR, 2 * DAY));
}

function* batches(visit: readonly SimulatedEvent[], random: Random): Generator<readonly SimulatedEvent[]> {
  for (let start = 0; start < visit.length;) {
    const size = random.whole(10, 60);
    yield visit.slice(start, start + size);
    start += size;
  }
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  return values
    .map((value) => ({ value, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ value }) => value);
}
