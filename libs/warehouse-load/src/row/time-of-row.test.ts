import type { ClickstreamEvent } from '@clickstream/event-schema';
import { aProductView } from '@clickstream/event-schema/testing';
import { rowOf, TIME } from '../testing/a-row';
import { received } from '../testing/raw-events';

describe('the row of an event of our tracker', () => {
  const event = aProductView({ eventTimestamp: TIME });

  it('takes the time of receipt where the event has none', () => {
    const timeless: ClickstreamEvent = { ...event, eventTimestamp: undefined };
    const receivedAt = '2026-11-02T09:20:00.000Z';
    expect(rowOf(received(timeless, { receivedAt })).event_timestamp).toBe(receivedAt);
  });

  it('takes the time of a browser whose clock is wrong as our clock would have shown it', () => {
    const receivedAt = '2026-11-02T09:20:00.000Z';
    const queued = { ...event, eventTimestamp: '2026-10-30T09:10:00.000Z' };
    expect(rowOf(received(queued, { receivedAt, sentAt: '2026-10-30T09:15:00.000Z' }))).toMatchObject({
      event_timestamp: '2026-11-02T09:15:00.000Z',
      clock_offset_ms: 3 * 86_400_000 + 300_000,
    });
    expect(rowOf(received(queued, { receivedAt, sentAt: '2026-11-02T09:19:01.000Z' }))).toMatchObject({
      event_timestamp: '2026-10-30T09:10:00.000Z',
      clock_offset_ms: null,
    });
  });

  it('does not correct a time that ingest set by its own clock', () => {
    const receivedAt = '2026-11-02T09:20:00.000Z';
    const filled = received(
      { ...event, eventTimestamp: receivedAt },
      { receivedAt, sentAt: '2026-10-30T09:15:00Z' },
    );
    expect(rowOf(filled)).toMatchObject({ event_timestamp: receivedAt, clock_offset_ms: null });
  });

  it('keeps the place of an event among those of its browser', () => {
    expect(rowOf(received({ ...event, sequence: 41 })).sequence).toBe(41);
    expect(rowOf(received(event)).sequence).toBeNull();
    expect(rowOf({ ...received(event), sequence: -1 }).sequence).toBeNull();
  });
});
