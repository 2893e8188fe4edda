import type { VolumeFigures } from '../measure-volume';
import { reaches } from './reaches';
import { whenFull } from './when-full';

const tiles = (ms: number) => ({
  p50: ms / 4,
  p95: ms,
  slowest: { question: 'Carts', ms },
  stopped: ms > 5_000 ? ['Carts'] : [],
});

const volume = (millions: number): VolumeFigures => ({
  events: millions * 1e6,
  storedEvents: millions * 1e6,
  load: { eventsPerSecond: 40_000, cpuSecondsPerMillion: 20 },
  bytesPerEvent: { events: 400, facts: 75 },
  tiles: { month: tiles(100), quarter: tiles(100 * millions) },
  compaction: {
    dayEvents: millions * 11_000,
    firstSeconds: 1,
    seconds: 1 + millions,
    cpuSeconds: 1,
    peakRssBytes: 1e8,
  },
});

it('says at how many events a month each part reaches its limit', () => {
  expect(whenFull([volume(1), volume(10), volume(100)])).toEqual([
    'Load: a run of 900 s with 0.58 of a core loads 26 M events (20.0 s of CPU for a million): an hour of 3 times the average of 6.3 billion events a month.',
    'Disk: 70 GiB, a quarter left free, hold 120 M events of 475 bytes: 25 months of 4.7 M, 13 of 9.1 M, 3 of 40 M a month.',
    'Questions over 30 days: the slowest (Carts) does not grow, and at no measured volume is stopped.',
    'Questions over 90 days: the slowest (Carts) at 200 M events, 67 M a month, is stopped.',
    'Stopped in the warehouse of 100 M: Carts.',
    'Compaction of a night, 101 s for 1.1 M events, at 900 M events, 300 M a month, takes 900 s.',
  ]);
});

it.each([
  [
    'between two sizes',
    [
      [10, 100],
      [20, 300],
    ],
    200,
    15,
  ],
  [
    'beyond the largest',
    [
      [10, 100],
      [20, 200],
      [30, 200],
    ],
    300,
    undefined,
  ],
  [
    'beyond the largest, in a straight line',
    [
      [10, 100],
      [20, 200],
    ],
    400,
    40,
  ],
  [
    'at the first size that has no end',
    [
      [10, 100],
      [20, Infinity],
    ],
    400,
    20,
  ],
  [
    'at the smallest size already',
    [
      [10, 500],
      [20, 600],
    ],
    400,
    10,
  ],
] as const)('a figure reaches a limit %s', (_, points, limit, expected) => {
  expect(reaches(points, limit)).toBe(expected);
});
