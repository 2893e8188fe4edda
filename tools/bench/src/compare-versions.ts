import { alternateRounds, median, type Contender } from './alternate-rounds';
import type { BenchmarkOptions, BenchmarkRow } from './benchmark';
import { measuredTable } from './measured-table';
import type { Report } from './report';

/**
 * Pairs of new processes that two versions get. The median ratio of all pairs that could be run is
 * between the smallest and the largest of six in 97 of 100 cases (1 - 2 / 2^6), whatever their
 * distribution.
 */
export const PAIRS = 6;

/** A contender whose process ends when its rounds are done. */
export interface EndingContender extends Contender {
  stop(): Promise<void>;
}

/** Starts a new process of a version. */
export type StartVersion = () => Promise<EndingContender>;

/**
 * Compares two versions over pairs of new processes. Two processes of the same version differ by
 * more than most changes do, and the one that goes second is slower: each pair takes new ones, and
 * the versions begin in turn.
 *
 * @param count events in a round
 */
export async function compareVersions(
  [startBefore, startNow]: readonly [StartVersion, StartVersion],
  count: number,
  { rounds, onProgress }: Pick<BenchmarkOptions, 'rounds' | 'onProgress'>,
): Promise<Report> {
  const pairs: (readonly [BenchmarkRow, BenchmarkRow])[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const isNowFirst = pair % 2 === 1;
    const starts = isNowFirst ? [startNow, startBefore] : [startBefore, startNow];
    const started: EndingContender[] = [];
    try {
      for (const start of starts) started.push(await start());
      const rows = await alternateRounds(started, {
        rounds,
        onProgress: (done, total) => onProgress(pair * total + done, PAIRS * total),
      });
      const [before, now] = isNowFirst ? rows.reverse() : rows;
      if (before && now) pairs.push([before, now]);
    } finally {
      await Promise.all(started.map((each) => each.stop()));
    }
  }
  const rows = [middleOf(pairs.map(([before]) => before)), middleOf(pairs.map(([, now]) => now))];
  return {
    table: measuredTable(rows, count),
    remarks: [
      `${PAIRS} pairs of new processes, now ÷ before: ` +
        `time ${ratiosOf(pairs, ({ wallSeconds }) => wallSeconds)}, ` +
        `CPU ${ratiosOf(pairs, ({ cpuSeconds }) => cpuSeconds)}.`,
    ],
  };
}

function middleOf(rows: readonly BenchmarkRow[]): BenchmarkRow {
  const [first] = rows;
  return {
    name: first?.name ?? '',
    isFloor: first?.isFloor ?? false,
    wallSeconds: median(rows.map(({ wallSeconds }) => wallSeconds)),
    cpuSeconds: median(rows.map(({ cpuSeconds }) => cpuSeconds)),
    peakRssBytes: Math.max(...rows.map(({ peakRssBytes }) => peakRssBytes)),
  };
}

function ratiosOf(
  pairs: readonly (readonly [BenchmarkRow, BenchmarkRow])[],
  figureOf: (row: BenchmarkRow) => number,
): string {
  const ratios = pairs.map(([before, now]) => figureOf(now) / figureOf(before));
  const [least, middle, most] = [Math.min(...ratios), median(ratios), Math.max(...ratios)];
  return `${middle.toFixed(2)}× (${least.toFixed(2)} to ${most.toFixed(2)})`;
}
