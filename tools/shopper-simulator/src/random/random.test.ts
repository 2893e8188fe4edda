import fc from 'fast-check';
import { createRandom } from './random';

const draws = (seed: number, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('a stream of chance', () => {
  it('is the same for the same seed and another for the next one', () => {
    expect(draws(7, 20)).toEqual(draws(7, 20));
    expect(draws(7, 20)).not.toEqual(draws(8, 20));
    expect(draws(7, 20)).not.toEqual(draws(7 + 2 ** 32, 20));
  });

  it('spreads evenly from 0 up to but not 1', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const draw of draws(1, 10_000))
      tenths[Math.floor(draw * 10)] = (tenths[Math.floor(draw * 10)] ?? 0) + 1;
    expect(tenths).toHaveLength(10);
    tenths.forEach((count) => expect(Math.abs(count - 1_000)).toBeLessThan(150));
  });

  it('draws whole numbers within their bounds, both included', () => {
    const random = createRandom(3);
    const seen = new Set(Array.from({ length: 200 }, () => random.whole(2, 5)));
    expect([...seen].sort()).toEqual([2, 3, 4, 5]);
  });

  it('never draws what has no weight', () => {
    const weights = fc.array(fc.constantFrom(0, 1, 5), { minLength: 1 }).filter((list) => list.some(Boolean));
    fc.assert(
      fc.property(weights, fc.nat(), (list, seed) => {
        const random = createRandom(seed);
        const choices = list.map((weight) => [weight, weight] as const);
        for (let draw = 0; draw < 20; draw += 1) expect(random.weighted(choices)).toBeGreaterThan(0);
      }),
    );
  });

  it('draws by weight', () => {
    const random = createRandom(5);
    const heads = Array.from({ length: 4_000 }, () =>
      random.weighted([
        ['head', 3],
        ['tail', 1],
      ]),
    ).filter((side) => side === 'head');
    expect(heads.length / 4_000).toBeCloseTo(0.75, 1);
  });

  it('counts events around their mean', () => {
    const random = createRandom(9);
    const counts = Array.from({ length: 4_000 }, () => random.count(1.25));
    expect(counts.reduce((sum, count) => sum + count, 0) / 4_000).toBeCloseTo(1.25, 1);
  });
});
