import { COUNT_FLOOR, type Metric } from './metrics';
import { median, MIN_WEEKS, type Sample, type Weeks } from './sample';

/** One window compared with its expectation. */
export interface Judgement {
  readonly observed: number;
  readonly expected: number;
  /** Of a share, what both are a part of; otherwise 1. */
  readonly exposure: number;
  /** The change for the worse: of the expectation, or of all for a share that may not grow. */
  readonly change: number;
  /** The standard deviation of `change` when nothing is wrong. */
  readonly noise: number;
  /** The distance from the expectation in standard deviations; above 0 for the worse. */
  readonly score: number;
  /** True when the change is large enough, and was not seen in the weeks before. */
  readonly isLarge: boolean;
}

/** Turns a median of absolute deviations into a standard deviation. */
const OF_NORMAL = 1.4826;

/** The variance of a median, in those of a mean. */
const OF_MEDIAN = Math.PI / 2;

/**
 * Compares a window with the same window of the weeks before, by the bound of Farrington et al.
 * (1996) with medians: docs/alerts.md has the formula.
 */
export function judgeWindow(metric: Metric, weeks: Weeks): Judgement {
  const { now, past, rate, expected, unit, worse, change } = changeOf(metric, weeks);
  // An expectation of none becomes one: none can be divided by none.
  const floored = Math.max(expected, unit);
  const perExposure = Math.max(rate, Number.EPSILON) * unit;
  const deviations = past.map(
    ({ value, exposure }) => Math.abs(value - rate * exposure) / Math.sqrt(perExposure * exposure),
  );
  const dispersion = Math.max(1, (OF_NORMAL * median(deviations)) ** 2);
  const known = past.reduce((sum, { exposure }) => sum + exposure, 0);
  const variance = floored * unit * dispersion * (1 + (OF_MEDIAN * now.exposure) / Math.max(known, 1));
  const deviation = Math.sqrt(variance);
  const sign = metric.harm === 'fewer' ? 1 : -1;
  return {
    observed: now.value,
    expected,
    exposure: now.exposure,
    change,
    noise: deviation / wholeOf(metric, expected, unit, now),
    score: sign * 1.5 * (1 - (now.value / floored) ** (2 / 3)) * (floored / deviation),
    isLarge:
      past.length >= MIN_WEEKS &&
      change >= metric.floor &&
      worse >= COUNT_FLOOR * (metric.kind === 'sum' ? unit : 1) &&
      isWorseThanAllButOne(now, past, sign),
  };
}

/** True when the change reaches the floor: the quick part of the judgement. */
export function reachesFloor(metric: Metric, weeks: Weeks): boolean {
  return changeOf(metric, weeks).change >= metric.floor;
}

function changeOf(metric: Metric, weeks: Weeks) {
  const now = weeks[0] ?? { value: 0, exposure: 0, squares: 0 };
  const past = weeks.slice(1).filter(({ exposure }) => exposure > 0);
  const rate = median(past.map(({ value, exposure }) => value / exposure));
  const expected = rate * now.exposure;
  const unit = unitOf(metric, past, rate);
  const worse = metric.harm === 'fewer' ? expected - now.value : now.value - expected;
  return { now, past, rate, expected, unit, worse, change: worse / wholeOf(metric, expected, unit, now) };
}

function wholeOf({ harm }: Metric, expected: number, unit: number, { exposure }: Sample): number {
  return harm === 'fewer' ? Math.max(expected, unit) : Math.max(exposure, 1);
}

/**
 * The variance for each one that is expected: 1 of counts (Poisson), less of shares (binomial), and
 * of money that of a sum of so many orders (compound Poisson).
 */
function unitOf({ kind }: Metric, past: Weeks, rate: number): number {
  if (kind === 'count') return 1;
  if (kind === 'share') return Math.max(1 - rate, 0.01);
  return median(past.filter(({ value }) => value > 0).map(({ value, squares }) => squares / value)) || 1;
}

/** True when at most one of the weeks before was as bad: an outage then does not hide this one. */
function isWorseThanAllButOne(now: Sample, past: Weeks, sign: number): boolean {
  const badness = ({ value, exposure }: Sample) => (-sign * value) / exposure;
  return past.filter((week) => badness(week) >= badness(now)).length <= 1;
}
