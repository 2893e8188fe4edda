import { isBeyond, keyRangeOf, recentHours } from './key-range';

describe('keyRangeOf', () => {
  it('turns days and hours into prefixes of keys', () => {
    expect(keyRangeOf({ from: '2026-11-02', to: '2026-11-03T08' })).toEqual({
      from: 'events/2026/11/02/',
      to: 'events/2026/11/03/08/',
    });
  });

  it('is open at the end that is not given', () => {
    expect(keyRangeOf({ from: '2026-11-02' })).toEqual({ from: 'events/2026/11/02/', to: 'events/9999/' });
    expect(keyRangeOf({ to: '2026-11-02' })).toEqual({ from: 'events/', to: 'events/2026/11/02/' });
    expect(keyRangeOf({})).toBeUndefined();
  });

  it.each(['2026-11-31', '2026-13-01', '2026-11-02T24', '2026-11-02T08:00', 'today', '02-11-2026'])(
    'refuses %s',
    (time) => {
      expect(() => keyRangeOf({ from: time })).toThrow(`"${time}" is not a UTC day or hour`);
    },
  );

  it('refuses an end before the beginning, but not one within the day of the beginning', () => {
    expect(() => keyRangeOf({ from: '2026-11-03', to: '2026-11-02' })).toThrow('is before');
    expect(keyRangeOf({ from: '2026-11-02T08', to: '2026-11-02' })).toBeDefined();
  });
});

describe('isBeyond', () => {
  const range = { from: 'events/2026/11/02/', to: 'events/2026/11/02/08/' };

  it('includes the end', () => {
    expect(isBeyond('events/2026/11/02/08/z.json.gz', range)).toBe(false);
    expect(isBeyond('events/2026/11/02/07/z.json.gz', range)).toBe(false);
    expect(isBeyond('events/2026/11/02/09/a.json.gz', range)).toBe(true);
  });
});

describe('recentHours', () => {
  it('reaches back over midnight', () => {
    expect(recentHours('events', new Date('2026-11-02T01:30:00Z'), 3)).toEqual([
      'events/2026/11/01/23/',
      'events/2026/11/02/00/',
      'events/2026/11/02/01/',
    ]);
  });
});
