import { hourPrefix } from '@clickstream/event-schema/raw-object';
import { simulate, type SimulationOptions } from '@clickstream/shopper-simulator';
import { received, type TestBucket } from '@clickstream/warehouse-load/testing';

/** Puts simulated visits into a bucket, one object for each hour. @returns the number of events */
export async function putSimulated(bucket: TestBucket, options: SimulationOptions): Promise<number> {
  const byHour = new Map<string, object[]>();
  let count = 0;
  for (const { events, userAgent } of simulate(options)) {
    const hour = hourPrefix('events', new Date(events[0]?.eventTimestamp ?? 0));
    const lines = byHour.get(hour) ?? [];
    byHour.set(hour, lines);
    lines.push(...events.map((event) => received(event, { userAgent })));
    count += events.length;
  }
  for (const [hour, lines] of byHour) await bucket.putEvents(`${hour}a.json.gz`, lines);
  return count;
}
