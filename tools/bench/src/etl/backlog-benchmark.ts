import { alternateRounds } from '../alternate-rounds';
import type { Benchmark, BenchmarkOptions, BenchmarkRow } from '../benchmark';
import { measuredTable } from '../measured-table';
import type { Report } from '../report';
import { withEtlTestBed, type EtlTestBed } from './test-bed/etl-test-bed';
import { OBJECT_EVENTS, rawObjects } from './test-bed/raw-objects';

export const backlogBenchmark: Benchmark = {
  subject: 'etl',
  option: { name: 'backlog', describe: 'how many times longer the long backlog is' },
  describe: `peak memory of the ETL bundle for a backlog of objects of ${OBJECT_EVENTS} events, and for a longer one`,
  defaultEvents: 200_000,
  defaultRounds: 1,
  run: (options) => withEtlTestBed((testBed) => compare(testBed, options)),
};

async function compare(
  testBed: EtlTestBed,
  { events, rounds, size, onProgress }: BenchmarkOptions,
): Promise<Report> {
  const lines: string[][] = [];
  const peaks: number[] = [];
  for (const [index, count] of [events, events * size].entries()) {
    if (index > 0) await testBed.emptyBucket();
    await testBed.put(rawObjects(count));
    const name = `backlog of ${count.toLocaleString('en')} events`;
    const contender = await testBed.start({ name, isFloor: false, file: 'etl-contender.ts' }, rounds);
    const rows: BenchmarkRow[] = await alternateRounds(
      [contender],
      { rounds, onProgress: (done, total) => onProgress(done + index * total, 2 * total) },
      0,
    );
    const [header = [], ...measured] = measuredTable(rows, count);
    if (index === 0) lines.push([...header]);
    lines.push(...measured.map((line) => [...line]));
    peaks.push(rows[0]?.peakRssBytes ?? 0);
  }
  const [short = 0, long = 0] = peaks;
  return {
    table: lines,
    remarks: [`Peak memory with a backlog ${size} times as long: ${(long / short).toFixed(2)}×.`],
  };
}
