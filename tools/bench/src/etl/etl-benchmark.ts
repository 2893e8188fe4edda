import { alternateRounds } from '../alternate-rounds';
import type { Benchmark, BenchmarkOptions } from '../benchmark';
import { compareVersions } from '../compare-versions';
import { measuredTable } from '../measured-table';
import type { Report } from '../report';
import { bundleWithoutFacts } from './bundles/bundle-without-facts';
import { etlOf } from './bundles/etl-of-checkout';
import { withEtlTestBed, type EtlContender, type EtlTestBed } from './test-bed/etl-test-bed';
import { OBJECT_EVENTS, rawObjects } from './test-bed/raw-objects';
import { bytesPerEvent } from './test-bed/warehouses';

export const etlBenchmark: Benchmark = {
  subject: 'etl',
  describe: `the ETL bundle, gzip objects of ${OBJECT_EVENTS} events, against bare COPY of the same rows`,
  defaultEvents: 1_000_000,
  defaultRounds: 3,
  readsAgainst: true,
  run: (options) => withEtlTestBed((testBed) => compare(testBed, options)),
};

async function compare(testBed: EtlTestBed, options: BenchmarkOptions): Promise<Report> {
  const { events, against } = options;
  await testBed.put(rawObjects(events));
  if (against === undefined) return compareWithFloors(testBed, options);
  const rounds = options.rounds + 1;
  const before: EtlContender = {
    name: 'ETL before',
    isFloor: true,
    file: 'etl-contender.ts',
    ...(await etlOf(testBed, against)),
  };
  const now: EtlContender = { name: 'ETL now', isFloor: false, file: 'etl-contender.ts' };
  return compareVersions(
    [() => testBed.start(before, rounds), () => testBed.start(now, rounds)],
    events,
    options,
  );
}

async function compareWithFloors(testBed: EtlTestBed, options: BenchmarkOptions): Promise<Report> {
  // The first load makes the rows that the floors copy.
  const first = await testBed.load();
  await testBed.writeRowsOf(first);
  const bytes = await bytesPerEvent(first);
  await testBed.warehouses.drop(first);

  const contenders: EtlContender[] = [
    { name: 'bare COPY', isFloor: true, file: 'copy-contender.ts' },
    {
      name: 'COPY alongside download + gunzip + JSON.parse',
      isFloor: true,
      file: 'read-and-copy-contender.ts',
    },
    {
      name: 'ETL without facts',
      isFloor: false,
      file: 'etl-contender.ts',
      bundle: await bundleWithoutFacts(testBed.folder),
    },
    { name: 'ETL with facts', isFloor: false, file: 'etl-contender.ts' },
  ];
  return {
    table: await tableOf(testBed, contenders, options),
    remarks: [
      `Warehouse: ${(bytes.events + bytes.facts).toFixed(0)} bytes an event, all tables and indexes included: ` +
        `${bytes.events.toFixed(0)} for the event itself, ${bytes.facts.toFixed(0)} for facts, ledger and manifest.`,
    ],
  };
}

async function tableOf(testBed: EtlTestBed, contenders: readonly EtlContender[], options: BenchmarkOptions) {
  const started = [];
  for (const contender of contenders) started.push(await testBed.start(contender, options.rounds + 1));
  return measuredTable(await alternateRounds(started, options), options.events);
}
