import { gunzipSync } from 'node:zlib';
import type { RawEvent } from '@clickstream/event-schema/raw-object';
import { validateEvent } from '@clickstream/event-schema/validate';
import { rawObjects } from './raw-objects';

async function eventsOf(count: number): Promise<RawEvent[][]> {
  const objects: RawEvent[][] = [];
  for await (const { body } of rawObjects(count)) {
    const lines = gunzipSync(body).toString().trimEnd().split('\n');
    objects.push(lines.map((line) => JSON.parse(line) as RawEvent));
  }
  return objects;
}

describe('the objects of the ETL benchmark', () => {
  it('contain the requested number of events, 500 each', async () => {
    expect((await eventsOf(1_200)).map((events) => events.length)).toEqual([500, 500, 200]);
  });

  it('contain valid events of whole visits, mixed in the order of time', async () => {
    const events = (await eventsOf(1_000)).flat();
    for (const event of events) expect(validateEvent(event)).toMatchObject({ ok: true });
    const times = events.map(({ eventTimestamp }) => eventTimestamp);
    expect(times).toEqual([...times].sort());
    expect(new Set(events.map(({ sessionId }) => sessionId)).size).toBeGreaterThan(50);
    expect(new Set(events.map(({ eventName }) => eventName))).toContain('checkout_complete');
  });
});
