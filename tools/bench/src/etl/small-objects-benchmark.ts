import { alternateRounds } from '../alternate-rounds';
import type { Benchmark, BenchmarkOptions } from '../benchmark';
import { measuredTable } from '../measured-table';
import type { Report } from '../report';
import { withEtlStage, type EtlStage } from './etl-stage';
import { rawObjects } from './raw-objects';

export const smallObjectsBenchmark: Benchmark = {
  subject: 'etl',
  option: { name: 'small-objects', describe: 'how many objects of one event each' },
  describe: 'the ETL bundle with objects of one event, against downloading them alone',
  defaultEvents: 0,
  defaultRounds: 1,
  run: (options) => withEtlStage((stage) => compare(stage, options)),
};

async function compare(stage: EtlStage, { rounds, size, onProgress }: BenchmarkOptions): Promise<Report> {
  await stage.put(rawObjects(size, { objectEvents: 1 }));
  const started = [
    await stage.start({ name: 'GetObject', isFloor: true, file: 'download-contender.ts' }, rounds),
    await stage.start({ name: 'ETL with facts', isFloor: false, file: 'etl-contender.ts' }, rounds),
  ];
  const rows = await alternateRounds(started, { rounds, onProgress }, 0);
  return { table: measuredTable(rows, size, 'objects'), remarks: [] };
}
