import { alternateRounds } from '../alternate-rounds';
import type { Benchmark, BenchmarkOptions } from '../benchmark';
import { measuredTable } from '../measured-table';
import type { Report } from '../report';
import { bundleWithoutFacts } from './bundle-without-facts';
import { etlOf } from './etl-of-checkout';
import { withEtlStage, type EtlContender, type EtlStage } from './etl-stage';
import { OBJECT_EVENTS, rawObjects } from './raw-objects';
import { bytesPerEvent } from './warehouses';

export const etlBenchmark: Benchmark = {
  subject: 'etl',
  describe: `the ETL bundle, gzip objects of ${OBJECT_EVENTS} events, against bare COPY of the same rows`,
  defaultEvents: 1_000_000,
  defaultRounds: 3,
  readsAgainst: true,
  run: (options) => withEtlStage((stage) => compare(stage, options)),
};

async function compare(stage: EtlStage, options: BenchmarkOptions): Promise<Report> {
  const { events, against } = options;
  await stage.put(rawObjects(events));
  if (against === undefined) return compareWithFloors(stage, options);
  const contenders: EtlContender[] = [
    { name: 'ETL before', isFloor: true, file: 'etl-contender.ts', ...(await etlOf(stage, against)) },
    { name: 'ETL now', isFloor: false, file: 'etl-contender.ts' },
  ];
  return { table: await tableOf(stage, contenders, options), remarks: [] };
}

async function compareWithFloors(stage: EtlStage, options: BenchmarkOptions): Promise<Report> {
  // The first load makes the rows that the floors copy.
  const first = await stage.load();
  await stage.writeRowsOf(first);
  const bytes = await bytesPerEvent(first);
  await stage.warehouses.drop(first);

  const contenders: EtlContender[] = [
    { name: 'bare COPY', isFloor: true, file: 'copy-contender.ts' },
    {
      name: 'COPY beside download + gunzip + JSON.parse',
      isFloor: true,
      file: 'read-and-copy-contender.ts',
    },
    {
      name: 'ETL without facts',
      isFloor: false,
      file: 'etl-contender.ts',
      bundle: await bundleWithoutFacts(stage.folder),
    },
    { name: 'ETL with facts', isFloor: false, file: 'etl-contender.ts' },
  ];
  return {
    table: await tableOf(stage, contenders, options),
    remarks: [
      `Warehouse: ${(bytes.events + bytes.facts).toFixed(0)} bytes an event, all tables and indexes included: ` +
        `${bytes.events.toFixed(0)} for the event itself, ${bytes.facts.toFixed(0)} for facts, ledger and manifest.`,
    ],
  };
}

async function tableOf(stage: EtlStage, contenders: readonly EtlContender[], options: BenchmarkOptions) {
  const started = [];
  for (const contender of contenders) started.push(await stage.start(contender, options.rounds + 1));
  return measuredTable(await alternateRounds(started, options), options.events);
}
