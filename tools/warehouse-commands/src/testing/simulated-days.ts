import { hourPrefix } from '@clickstream/event-schema/raw-object';
import { simulate, type SimulatedSession, type SimulationOptions } from '@clickstream/shopper-simulator';
import { received, type TestBucket } from '@clickstream/warehouse-load/testing';

/** A simulated month in three parts. */
export interface SimulatedMonth {
  readonly inTime: readonly SimulatedSession[];
  /** Visits whose objects are found after the first load, in the folder of their hour. */
  readonly foundLater: readonly SimulatedSession[];
  /** Visits without a connection: their events arrive a day later. */
  readonly sentLater: readonly SimulatedSession[];
}

/** Simulates visits; of those of the first half, one in ten is found later, and one sent later. */
export function simulatedMonth(options: SimulationOptions): SimulatedMonth {
  const visits = [...simulate(options)];
  const partOf = (index: number) => (index < visits.length / 2 ? index % 10 : 9);
  return {
    inTime: visits.filter((_, index) => partOf(index) > 1),
    foundLater: visits.filter((_, index) => partOf(index) === 0),
    sentLater: visits.filter((_, index) => partOf(index) === 1),
  };
}

/**
 * Puts visits into a bucket, one object for each day, in the folder of its last hour.
 *
 * @param name of the objects in their folders
 * @param lateDays from a visit until its events are received
 */
export async function putVisits(
  bucket: TestBucket,
  visits: readonly SimulatedSession[],
  name: string,
  lateDays = 0,
): Promise<void> {
  const byDay = new Map<string, object[]>();
  for (const { events, userAgent } of visits) {
    const arrival = new Date(Date.parse(events[0]?.eventTimestamp ?? '') + lateDays * 86_400_000);
    arrival.setUTCHours(23);
    const day = hourPrefix('events', arrival);
    const lines = byDay.get(day) ?? [];
    byDay.set(day, lines);
    const late = lateDays > 0 ? { receivedAt: arrival.toISOString(), sentAt: arrival.toISOString() } : {};
    lines.push(...events.map((event) => received(event, { userAgent, ...late })));
  }
  for (const [day, lines] of byDay) await bucket.putEvents(`${day}${name}.json.gz`, lines);
}
