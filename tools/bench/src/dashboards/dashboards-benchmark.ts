import type { Benchmark, BenchmarkOptions } from '../benchmark';
import { withEtlTestBed, type EtlTestBed } from '../etl/test-bed/etl-test-bed';
import { rawObjects } from '../etl/test-bed/raw-objects';
import type { Report } from '../report';
import { multiplyWarehouse } from '../growth/fill/multiply-warehouse';
import { MACHINE_SETTINGS } from '../growth/machine-settings';
import { askInR } from '../questions/ask-in-r';
import { askPeers } from './peers/ask-peers';
import { timesTable } from '../questions/times-table';

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
/** The last day of the year that the warehouse holds. */
const LAST_DAY = '2026-09-30';

/** More events than the ETL loads here are made of these, in SQL. */
const MOST_LOADED = 1_000_000;

const REMARK = `PostgreSQL with the settings of a \`t4g.medium\` ([machine-settings.ts](../tools/bench/src/growth/machine-settings.ts)), DuckDB
with two threads and 2 GB; its Parquet file has the columns that it is asked for, in the order of time. Both peers answer alike.`;

/** Days that are asked for, by their name in the table. */
const RANGES = { '30 days': firstDayOf(30), 'a year': firstDayOf(365) } as const;

export const dashboardsBenchmark: Benchmark = {
  subject: 'dashboards',
  describe:
    'the questions of every tab in a warehouse of a year, against reading the events of the days once; some of the events themselves, and by DuckDB',
  defaultEvents: 1_000_000,
  defaultRounds: 9,
  run: (options) => withEtlTestBed((testBed) => measure(testBed, options), MACHINE_SETTINGS),
};

async function measure(
  testBed: EtlTestBed,
  { events, rounds, onProgress }: BenchmarkOptions,
): Promise<Report> {
  const copies = Math.ceil(events / MOST_LOADED);
  await testBed.put(
    rawObjects(Math.round(events / copies), { endsWhere: 'the others begin', overMs: YEAR_MS }),
  );
  onProgress(1, 5);
  const warehouse = await testBed.load();
  await testBed.emptyBucket();
  onProgress(2, 5);
  if (copies > 1) {
    const own = new URL(testBed.postgresUrl);
    own.pathname = new URL(warehouse).pathname;
    await multiplyWarehouse(own.href, { copies, eventsSince: '2025-01-01' });
  }
  await testBed.warehouses.settle(warehouse);
  onProgress(3, 5);
  const ranges = Object.values(RANGES).map((from) => [from, LAST_DAY] as const);
  const times = await askInR(warehouse, ranges, rounds);
  onProgress(4, 5);
  const peers = await askPeers(warehouse, testBed.folder, ranges, rounds);
  onProgress(5, 5);
  return { table: timesTable({ ...times, ...peers }, Object.keys(RANGES)), remarks: [REMARK] };
}

function firstDayOf(days: number): string {
  return new Date(Date.parse(LAST_DAY) - (days - 1) * DAY_MS).toISOString().slice(0, 10);
}
