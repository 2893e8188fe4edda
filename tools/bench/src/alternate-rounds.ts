import type { BenchmarkOptions, BenchmarkRow } from './benchmark';
import type { RoundMeasure } from './contender-process';

/** One of the things that a benchmark compares. */
export interface Contender {
  readonly name: string;
  readonly isFloor: boolean;
  /** Does the work of one round once. */
  runRound(): Promise<RoundMeasure>;
}

/**
 * Runs the contenders in turn, round after round, so that a slow minute of the machine hits all of
 * them alike. The first round of each warms it up and is not counted.
 *
 * @param warmUpRounds 0 where a round takes so long that warming up makes no difference
 * @returns one row a contender, in the given order, with medians (the memory is the maximum)
 */
export async function alternateRounds(
  contenders: readonly Contender[],
  { rounds, onProgress }: Pick<BenchmarkOptions, 'rounds' | 'onProgress'>,
  warmUpRounds = 1,
): Promise<BenchmarkRow[]> {
  const measures = contenders.map((): RoundMeasure[] => []);
  const total = contenders.length * (rounds + warmUpRounds);
  let done = 0;
  for (let round = 1 - warmUpRounds; round <= rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      const measure = await contender.runRound();
      if (round > 0) measures[index]?.push(measure);
      onProgress(++done, total);
    }
  }
  return contenders.map(({ name, isFloor }, index) => {
    const own = measures[index] ?? [];
    return {
      name,
      isFloor,
      wallSeconds: median(own.map((measure) => measure.wallSeconds)),
      cpuSeconds: median(own.map((measure) => measure.cpuSeconds)),
      peakRssBytes: Math.max(...own.map((measure) => measure.peakRssBytes)),
    };
  });
}

/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
