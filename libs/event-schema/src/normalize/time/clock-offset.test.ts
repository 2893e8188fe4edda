import { clockOffsetOf } from './clock-offset';

const RECEIVED = Date.parse('2026-11-02T09:15:30.250Z');
const sentBefore = (ms: number) => new Date(RECEIVED - ms).toISOString();

describe('clockOffsetOf', () => {
  it.each([
    ['three days slow', 3 * 86_400_000],
    ['three days fast', -3 * 86_400_000],
    ['five minutes and a millisecond slow', 300_001],
    ['a minute and a millisecond fast', -60_001],
    ['never set', RECEIVED - Date.parse('1970-01-01T00:10:00.000Z')],
  ])('is the error of a clock that is %s', (_clock, ms) => {
    expect(clockOffsetOf(sentBefore(ms), RECEIVED)).toBe(ms);
  });

  it.each([0, 90_000, 300_000, -60_000, 1, -1])(
    'is null for a difference of %d ms: a request on a slow line takes minutes',
    (ms) => {
      expect(clockOffsetOf(sentBefore(ms), RECEIVED)).toBeNull();
    },
  );

  it.each([undefined, null, '', 'yesterday', {}, -1])(
    'is null when the request does not name its time: %p',
    (sentAt) => {
      expect(clockOffsetOf(sentAt, RECEIVED)).toBeNull();
    },
  );

  it('is null when its time of receipt is unknown', () => {
    expect(clockOffsetOf(sentBefore(86_400_000), undefined)).toBeNull();
    expect(clockOffsetOf(sentBefore(86_400_000), null)).toBeNull();
  });
});
