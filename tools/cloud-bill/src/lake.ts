import type { Resource } from '@clickstream/infra';
import { memoryOf } from './by-use';
import { PRICES } from './prices';
import { USAGE } from './usage';

const GIB = 2 ** 30;

/** Nights of a month: each writes a day, and the facts of all of them. */
const NIGHTS = 30;

/** Lambda's own half gigabyte of files, which is free. */
const FREE_SCRATCH_MIB = 512;

/**
 * US dollars of the lake: its nightly compaction, its files, and its metric. The queries of Athena
 * are paid for by those who ask.
 *
 * @param lambda undefined where the lake is switched off
 */
export function lake(
  lambda: Resource | undefined,
  events: number,
  monthsKept: number,
): Readonly<Record<string, number>> {
  if (!lambda) return {};
  const { Size } = lambda.Properties['EphemeralStorage'] as { Size: number };
  const seconds = NIGHTS * ((events * monthsKept) / 1e6) * USAGE.lakeNightSeconds;
  const second =
    memoryOf(lambda) * PRICES.lambdaX86GibSecond +
    ((Size - FREE_SCRATCH_MIB) / 1024) * PRICES.lambdaScratchGibSecond;
  const files = (events * monthsKept * USAGE.lakeBytesPerEvent) / GIB;
  return {
    'Lake: compaction, files, metric':
      seconds * second +
      files * PRICES.s3GibMonth +
      USAGE.lakePutsPerMonth * PRICES.s3Put +
      PRICES.customMetric,
  };
}
