import { isoText, timeOf } from './event-time';

const MOMENT = Date.parse('2026-11-23T08:15:30.250Z');

describe('timeOf', () => {
  it.each([
    ['2026-11-23T08:15:30.250Z', MOMENT],
    ['2026-11-23T15:15:30.250+07:00', MOMENT],
    ['2026-11-23T15:15:30.250+0700', MOMENT],
    ['2026-11-23 15:15:30.25 +07', MOMENT],
    ['2026-11-23T08:15:30.250', MOMENT],
    ['2026-11-23 08:15:30,250', MOMENT],
    ['2026-11-23T08:15:30.250999Z', MOMENT],
    ['2026-11-23t08:15:30.250z', MOMENT],
    [' 2026-11-23T08:15:30Z ', MOMENT - 250],
    ['2026-11-23T08:15Z', MOMENT - 30_250],
    ['2026-11-23 08:15:30 UTC', MOMENT - 250],
    ['2026-11-23 08:15:30 GMT', MOMENT - 250],
    ['2026-11-23', Date.parse('2026-11-23T00:00:00Z')],
    ['2026/11/23 08:15:30', MOMENT - 250],
    ['2026/11/23', Date.parse('2026-11-23T00:00:00Z')],
    ['20261123T081530Z', MOMENT - 250],
    ['20261123T151530+0700', MOMENT - 250],
  ])('reads ISO 8601, in UTC where it names no zone: %s', (text, time) => {
    expect(timeOf(text)).toBe(time);
  });

  it.each([
    ['seconds', 1763885730, 1763885730_000],
    ['seconds with a fraction', 1763885730.25, 1763885730_250],
    ['milliseconds', 1763885730_250, 1763885730_250],
    ['microseconds', 1763885730_250_999, 1763885730_250],
    ['nanoseconds', 1763885730_250_999_000, 1763885730_250],
  ])('reads %s since 1970, as a number or as text', (_unit, epoch, time) => {
    expect(timeOf(epoch)).toBe(time);
    expect(timeOf(String(epoch))).toBe(time);
  });

  it.each([
    'Mon, 23 Nov 2026 08:15:30 GMT',
    'Mon, 23 Nov 2026 15:15:30 +0700',
    '23 Nov 2026 08:15:30 UTC',
    'mon, 23 nov 2026 08:15:30',
    'Mon Nov 23 2026 15:15:30 GMT+0700 (Indochina Time)',
    'Mon Nov 23 2026 08:15:30 GMT+0000',
  ])('reads RFC 2822: %s', (text) => {
    expect(timeOf(text)).toBe(MOMENT - 250);
  });

  it.each([undefined, null, ''])('finds no time in %p', (nothing) => {
    expect(timeOf(nothing)).toBeUndefined();
  });

  it.each([
    'yesterday',
    '23/11/2026',
    'Mon, 31 Feb 2026 08:15:30 GMT',
    'Mon, 23 Nvm 2026 08:15:30 GMT',
    '2026-13-01T00:00:00Z',
    '2026-02-30T08:00:00.000Z',
    '2026-11-31',
    '2026-11-31T25:00:00Z',
    '1',
    {},
    [],
    true,
    -5,
    0,
    Number.NaN,
    1e300,
  ])('cannot read %p', (value) => {
    expect(timeOf(value)).toBeNull();
  });
});

describe('isoText', () => {
  it.each([
    '2026-11-23T08:15:30.250Z',
    '2026-11-23T15:15:30.250+07:00',
    '2026-11-30T00:00:00.000Z',
    '2026-12-31T23:59:59.999Z',
    1763885730_250,
  ])('is the same time as %p', (given) => {
    const time = timeOf(given) ?? Number.NaN;
    expect(isoText(time, given)).toBe(new Date(time).toISOString());
  });

  it('never repeats a text that is not a time, for PostgreSQL would refuse it', () => {
    for (const given of [
      '2026-02-30T00:00:00.000Z',
      '2026-13-01T00:00:00.000Z',
      '2026-01-01T24:00:00.000Z',
    ]) {
      expect(isoText(MOMENT, given)).toBe('2026-11-23T08:15:30.250Z');
    }
  });
});
