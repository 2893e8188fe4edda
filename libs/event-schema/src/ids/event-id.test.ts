import fc from 'fast-check';
import { isUuid, newEventId, timeOfEventId, uuidV7From } from './event-id';

describe('newEventId', () => {
  it('is a UUIDv7 that carries its time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (now) => {
        const id = newEventId(now);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(timeOfEventId(id)).toBe(now);
      }),
    );
  });

  it('is different each time, also within a millisecond', () => {
    const ids = new Set(Array.from({ length: 10_000 }, () => newEventId(0)));
    expect(ids.size).toBe(10_000);
  });
});

describe('uuidV7From', () => {
  it('writes a valid UUID for impossible times', () => {
    const tail = new Uint8Array(10);
    for (const time of [-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60]) {
      expect(isUuid(uuidV7From(time, tail))).toBe(true);
    }
  });

  it('differs when any of its 74 bits differ', () => {
    const ids = [1, 2, 3, 5, 6, 7, 8, 9].map((place) =>
      uuidV7From(0, new Uint8Array(10).fill(1, place, place + 1)),
    );
    expect(new Set(ids).size).toBe(8);
  });
});

describe('timeOfEventId', () => {
  it('is null for a UUID of another version and for text that is not a UUID', () => {
    expect(timeOfEventId('3f2504e0-4f89-41d3-9a0c-0305e82c3301')).toBeNull();
    expect(timeOfEventId('evt-1')).toBeNull();
  });
});
