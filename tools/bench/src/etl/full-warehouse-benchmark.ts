import { alternateRounds } from '../alternate-rounds';
import type { Benchmark, BenchmarkOptions } from '../benchmark';
import { measuredTable } from '../measured-table';
import type { Report } from '../report';
import { withEtlTestBed, type EtlTestBed } from './test-bed/etl-test-bed';
import { OBJECT_EVENTS, rawObjects } from './test-bed/raw-objects';

export const fullWarehouseBenchmark: Benchmark = {
  subject: 'etl',
  option: { name: 'warehouse-events', describe: 'events in the warehouse at the start' },
  describe: `the ETL bundle, objects of ${OBJECT_EVENTS} events, into a full warehouse against an empty one`,
  defaultEvents: 1_000_000,
  defaultRounds: 3,
  run: (options) => withEtlTestBed((testBed) => compare(testBed, options)),
};

async function compare(
  testBed: EtlTestBed,
  { events, rounds, size, onProgress }: BenchmarkOptions,
): Promise<Report> {
  // The stored events end where the measured ones begin, as in a running shop.
  await testBed.put(rawObjects(size, { endsWhere: 'the others begin' }));
  const full = await testBed.load();
  await testBed.warehouses.settle(full);
  await testBed.emptyBucket();
  await testBed.put(rawObjects(events));

  const file = 'etl-contender.ts';
  const started = [
    await testBed.start({ name: 'into an empty warehouse', isFloor: true, file }, rounds + 1),
    await testBed.start(
      {
        name: `into one of ${size.toLocaleString('en')} events`,
        isFloor: false,
        file,
        createWarehouse: () => testBed.warehouses.copyOf(full),
      },
      rounds + 1,
    ),
  ];
  const rows = await alternateRounds(started, { rounds, onProgress });
  return { table: measuredTable(rows, events), remarks: [] };
}
