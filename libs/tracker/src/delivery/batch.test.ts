import fc from 'fast-check';
import { bytesOf, MAX_BATCH_BYTES, MAX_BATCH_EVENTS, nextBatch, requestBody } from './batch';
import type { QueuedEvent } from './queued-event';

const eventOf = (id: number, text: string): QueuedEvent => ({
  key: String(id),
  line: JSON.stringify({ text }),
});

describe('a batch', () => {
  it('holds at most 50 events, oldest first', () => {
    const waiting = Array.from({ length: 55 }, (_, index) => eventOf(index, 'x'));
    expect(nextBatch(waiting)).toEqual(waiting.slice(0, MAX_BATCH_EVENTS));
  });

  it('counts bytes, not characters: Vietnamese text takes more', () => {
    const waiting = [eventOf(1, 'ễ'.repeat(10_000)), eventOf(2, 'ễ'.repeat(10_000))];
    expect(nextBatch(waiting)).toEqual([waiting[0]]);
  });

  it('gives an event that is too large for any batch a separate one', () => {
    const large = eventOf(1, 'x'.repeat(MAX_BATCH_BYTES));
    expect(nextBatch([large, eventOf(2, 'x')])).toEqual([large]);
  });

  it('is the longest prefix of the queue that fits, whatever the queue holds', () => {
    const queue = fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(queue, (sizes) => {
        const waiting = sizes.map((size, index) => eventOf(index, 'ă'.repeat(size)));
        const fits = (count: number) =>
          count <= MAX_BATCH_EVENTS &&
          (count <= 1 ||
            waiting.slice(0, count).reduce((sum, { line }) => sum + bytesOf(line), 0) <= MAX_BATCH_BYTES);
        const counts = waiting.map((_, index) => index + 1).filter(fits);
        expect(nextBatch(waiting)).toEqual(waiting.slice(0, Math.max(0, ...counts)));
      }),
    );
  });

  it('holds fewer events when fewer are requested, and at least one', () => {
    const waiting = [1, 2, 3].map((id) => eventOf(id, 'x'));
    expect(nextBatch(waiting, 2)).toEqual(waiting.slice(0, 2));
    expect(nextBatch(waiting, 0)).toEqual(waiting.slice(0, 1));
  });

  it('becomes one JSON envelope with the time of sending', () => {
    const body = requestBody([eventOf(1, '“a,b”'), eventOf(2, 'c')], new Date('2026-11-23T12:00:00Z'));
    expect(JSON.parse(body)).toEqual({
      sentAt: '2026-11-23T12:00:00.000Z',
      events: [{ text: '“a,b”' }, { text: 'c' }],
    });
  });
});
