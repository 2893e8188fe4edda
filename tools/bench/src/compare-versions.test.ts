import { compareVersions, PAIRS } from './compare-versions';

const started: string[] = [];
let running = 0;

const version = (name: string, isFloor: boolean, seconds: (nth: number) => number) => {
  let nth = 0;
  return async () => {
    started.push(name);
    running += 1;
    const wallSeconds = seconds(nth++);
    return {
      name,
      isFloor,
      runRound: async () => ({ wallSeconds, cpuSeconds: wallSeconds / 2, peakRssBytes: 1e6 }),
      stop: async () => void (running -= 1),
    };
  };
};

it('divides pair by pair, in new processes that begin in turn', async () => {
  const onProgress = jest.fn();
  const before = version('before', true, (nth) => 2 + nth);
  const now = version('now', false, (nth) => (2 + nth) * (nth === 5 ? 0.5 : 1.1));

  const { table, remarks } = await compareVersions([before, now], 1000, { rounds: 2, onProgress });

  expect(started.join(' ')).toBe(Array.from({ length: PAIRS / 2 }, () => 'before now now before').join(' '));
  expect(running).toBe(0);
  expect(table.map(([name]) => name)).toEqual(['', 'A  before (floor)', 'now']);
  expect(remarks).toEqual([
    '6 pairs of new processes, now ÷ before: time 1.10× (0.50 to 1.10), CPU 1.10× (0.50 to 1.10).',
  ]);
  expect(onProgress.mock.calls.at(-1)).toEqual([36, 36]);
});

it('ends the processes that run when a round fails', async () => {
  const before = version('before', true, () => 1);
  const broken = async () => ({
    ...(await version('now', false, () => 1)()),
    runRound: () => Promise.reject(new Error('The load failed.')),
  });

  const comparison = compareVersions([before, broken], 1000, { rounds: 1, onProgress: () => undefined });

  await expect(comparison).rejects.toThrow('The load failed.');
  expect(running).toBe(0);
});
