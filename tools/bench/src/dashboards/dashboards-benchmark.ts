import type { Benchmark, BenchmarkOptions } from '../benchmark';
import { withEtlTestBed, type EtlTestBed } from '../etl/test-bed/etl-test-bed';
import { rawObjects } from '../etl/test-bed/raw-objects';
import type { Report } from '../report';
import { askInR } from './ask-in-r';
import { timesTable } from './times-table';

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
/** The last day of the year that the warehouse holds. */
const LAST_DAY = '2026-09-30';

/** Days that are asked for, by their name in the table. */
const RANGES = { '30 days': firstDayOf(30), 'a year': firstDayOf(365) } as const;

export const dashboardsBenchmark: Benchmark = {
  subject: 'dashboards',
  describe:
    'the questions of every tab in a warehouse of a year, against reading the events of the days once',
  defaultEvents: 1_000_000,
  defaultRounds: 9,
  run: (options) => withEtlTestBed((testBed) => measure(testBed, options)),
};

async function measure(
  testBed: EtlTestBed,
  { events, rounds, onProgress }: BenchmarkOptions,
): Promise<Report> {
  await testBed.put(rawObjects(events, { endsWhere: 'the others begin', overMs: YEAR_MS }));
  onProgress(1, 4);
  const warehouse = await testBed.load();
  onProgress(2, 4);
  await testBed.warehouses.settle(warehouse);
  onProgress(3, 4);
  const ranges = Object.values(RANGES).map((from) => [from, LAST_DAY] as const);
  const times = await askInR(warehouse, ranges, rounds);
  onProgress(4, 4);
  return { table: timesTable(times, Object.keys(RANGES)), remarks: [] };
}

function firstDayOf(days: number): string {
  return new Date(Date.parse(LAST_DAY) - (days - 1) * DAY_MS).toISOString().slice(0, 10);
}
