import { judgeWindow } from './judge-window';
import { METRICS } from './metrics';
import type { Sample } from './sample';

const counts = (...values: number[]): Sample[] => values.map((value) => ({ value, exposure: 1, squares: 0 }));

describe('a window', () => {
  it('is compared with the median of the weeks before, in standard deviations of the 2/3 power', () => {
    const judged = judgeWindow(METRICS.sessions, counts(60, 100, 100, 100, 100));
    // 1.5 × (1 − 0.6^(2/3)) × 100 / √(100 × (1 + π/2/4))
    expect(judged).toMatchObject({ observed: 60, expected: 100, isLarge: true });
    expect(judged.change).toBeCloseTo(0.4);
    expect(judged.score).toBeCloseTo(3.669, 2);
    expect(judged.noise).toBeCloseTo(0.118, 3);
  });

  it('needs a larger change where the weeks before differ by more than chance', () => {
    const calm = judgeWindow(METRICS.sessions, counts(600, 1000, 1000, 1010, 990, 1000));
    const restless = judgeWindow(METRICS.sessions, counts(600, 1000, 700, 1300, 800, 1200));
    expect(restless.score).toBeLessThan(calm.score / 4);
  });

  it('is not hidden by one outage in the weeks before, but by two', () => {
    expect(judgeWindow(METRICS.sessions, counts(60, 100, 100, 100, 100, 0)).isLarge).toBe(true);
    expect(judgeWindow(METRICS.sessions, counts(60, 100, 100, 100, 0, 0)).isLarge).toBe(false);
  });

  it('is not judged with fewer than four weeks, or when few are missing', () => {
    expect(judgeWindow(METRICS.sessions, counts(0, 100, 100, 100)).isLarge).toBe(false);
    expect(judgeWindow(METRICS.sessions, counts(0, 19, 19, 19, 19)).isLarge).toBe(false);
    expect(judgeWindow(METRICS.sessions, counts(0, 20, 20, 20, 20)).isLarge).toBe(true);
    expect(judgeWindow(METRICS.sessions, counts(76, 100, 100, 100, 100)).isLarge).toBe(false);
  });

  it('with a share varies less than one with a count, since no more can go on than were there', () => {
    const shares = [30, 50, 50, 50, 50].map((value) => ({ value, exposure: 100, squares: 0 }));
    const judged = judgeWindow(METRICS.step_order, shares);
    expect(judged).toMatchObject({ observed: 30, expected: 50, exposure: 100 });
    expect(judged.noise).toBeCloseTo(0.118, 3);
    expect(judgeWindow(METRICS.orders, counts(30, 50, 50, 50, 50)).noise).toBeCloseTo(0.167, 3);
  });

  it('with money varies as its orders do', () => {
    const money = [600, 1000, 1000, 1000, 1000].map((value) => ({
      value,
      exposure: 1,
      squares: value * 100,
    }));
    // Ten orders of 100: four are missing, which is not worth an alert.
    expect(judgeWindow(METRICS.revenue, money)).toMatchObject({ isLarge: false });
    expect(judgeWindow(METRICS.revenue, money).noise).toBeCloseTo(0.373, 3);
  });

  it('with more rejected events than ever is far from an expectation of none', () => {
    const rejected = [50, 0, 0, 0, 0].map((value) => ({ value, exposure: 1000, squares: 0 }));
    const judged = judgeWindow(METRICS.rejected, rejected);
    expect(judged).toMatchObject({ expected: 0, change: 0.05, isLarge: true });
    expect(judged.score).toBeGreaterThan(10);
    expect(
      judgeWindow(METRICS.rejected, [{ value: 15, exposure: 1000, squares: 0 }, ...rejected.slice(1)])
        .isLarge,
    ).toBe(false);
  });
});
