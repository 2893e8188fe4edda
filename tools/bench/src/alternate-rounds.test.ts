import { alternateRounds, median } from './alternate-rounds';

it.each([
  [[3], 3],
  [[9, 1, 4], 4],
  [[8, 2, 4, 1], 3],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle);
});

it('lets contenders take turns, and counts all rounds but the first', async () => {
  const turns: string[] = [];
  const contender = (name: string, seconds: number[]) => ({
    name,
    isFloor: name === 'floor',
    runRound: async () => {
      turns.push(name);
      const wallSeconds = seconds.shift() ?? 0;
      return { wallSeconds, cpuSeconds: wallSeconds / 2, peakRssBytes: wallSeconds * 100 };
    },
  });
  const onProgress = jest.fn();

  const rows = await alternateRounds([contender('floor', [90, 1, 2, 9]), contender('ours', [80, 4, 3, 5])], {
    rounds: 3,
    onProgress,
  });

  expect(turns.join(' ')).toBe('floor ours floor ours floor ours floor ours');
  expect(rows).toEqual([
    { name: 'floor', isFloor: true, wallSeconds: 2, cpuSeconds: 1, peakRssBytes: 900 },
    { name: 'ours', isFloor: false, wallSeconds: 4, cpuSeconds: 2, peakRssBytes: 500 },
  ]);
  expect(onProgress.mock.calls.at(-1)).toEqual([8, 8]);
});
