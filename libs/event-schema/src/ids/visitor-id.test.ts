import fc from 'fast-check';
import { newVisitorId, visitorIdFrom } from './visitor-id';

describe('newVisitorId', () => {
  it('is 21 small letters and digits', () => {
    expect(newVisitorId()).toMatch(/^[0-9a-z]{21}$/);
  });

  it('is different each time, also within a millisecond', () => {
    const ids = new Set(Array.from({ length: 10_000 }, () => newVisitorId(0)));
    expect(ids.size).toBe(10_000);
  });

  it('sorts as the times do', () => {
    const time = fc.integer({ min: 0, max: Date.UTC(2059, 0) });
    fc.assert(
      fc.property(time, time, (one, other) => {
        fc.pre(one !== other);
        expect(newVisitorId(one) < newVisitorId(other)).toBe(one < other);
      }),
    );
  });
});

describe('visitorIdFrom', () => {
  it('differs when any of its bytes does', () => {
    const ids = Array.from({ length: 13 }, (_, place) =>
      visitorIdFrom(0, new Uint8Array(13).fill(1, place, place + 1)),
    );
    expect(new Set(ids).size).toBe(13);
  });
});
