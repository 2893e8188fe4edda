import { alternateRounds } from '../alternate-rounds';
import type { Benchmark, BenchmarkOptions } from '../benchmark';
import { measuredTable } from '../measured-table';
import type { Report } from '../report';
import { withEtlTestBed, type EtlTestBed } from './test-bed/etl-test-bed';
import { rawObjects } from './test-bed/raw-objects';

export const smallObjectsBenchmark: Benchmark = {
  subject: 'etl',
  option: { name: 'small-objects', describe: 'how many objects of one event each' },
  describe: 'the ETL bundle with objects of one event, against downloading them alone',
  defaultEvents: 0,
  defaultRounds: 1,
  run: (options) => withEtlTestBed((testBed) => compare(testBed, options)),
};

async function compare(testBed: EtlTestBed, { rounds, size, onProgress }: BenchmarkOptions): Promise<Report> {
  await testBed.put(rawObjects(size, { objectEvents: 1 }));
  const started = [
    await testBed.start({ name: 'GetObject', isFloor: true, file: 'download-contender.ts' }, rounds),
    await testBed.start({ name: 'ETL with facts', isFloor: false, file: 'etl-contender.ts' }, rounds),
  ];
  const rows = await alternateRounds(started, { rounds, onProgress }, 0);
  return { table: measuredTable(rows, size, 'objects'), remarks: [] };
}
