import { uuidV7From } from '@clickstream/event-schema';
import type { Random, SimulatedEvent } from '@clickstream/shopper-simulator';

/** An event that must end as rejected or in quarantine. */
export interface SpoiltEvent {
  /** Stands in its JSON and nowhere else. */
  readonly mark: string;
  readonly json: string;
}

const YEAR = 365 * 86_400_000;

/** Ways to spoil an event: ingest refuses the first three, the ETL the others. */
const FAULTS: readonly ((event: SimulatedEvent) => unknown)[] = [
  (event) => ({ ...event, eventTimestamp: 'noon' }),
  (event) => ({ ...event, eventName: 'Not A Name' }),
  ({ eventId }) => `no event at all: ${eventId}`,
  (event) => ({ ...event, eventTimestamp: '1999-06-30T12:00:00.000Z' }),
  (event) => ({ ...event, eventTimestamp: new Date(Date.parse(event.eventTimestamp) + YEAR).toISOString() }),
];

/** A copy of an event with a new id and a fault. */
export function spoilt(event: SimulatedEvent, random: Random): SpoiltEvent {
  const mark = uuidV7From(Date.parse(event.eventTimestamp), random.bytes(10));
  return { mark, json: JSON.stringify(random.pick(FAULTS)({ ...event, eventId: mark })) };
}
