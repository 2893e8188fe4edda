import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Benchmark, BenchmarkOptions } from '../benchmark';
import { WORKSPACE } from '../bundle-of';
import { withEtlTestBed, type EtlTestBed } from '../etl/test-bed/etl-test-bed';
import { rawObjects } from '../etl/test-bed/raw-objects';
import { PASSWORDS } from '../etl/test-bed/settings';
import type { Report } from '../report';
import { timesTable, type QuestionTimes } from './times-table';

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
  const url = new URL(warehouse);
  url.username = 'shiny_ro';
  url.password = PASSWORDS.shiny_ro;
  const times = await askInR(url.href, rounds);
  onProgress(4, 4);
  return { table: timesTable(times, Object.keys(RANGES)), remarks: [] };
}

/** Milliseconds of each round, by question and range, as the dashboard's own code asks. */
async function askInR(url: string, rounds: number): Promise<QuestionTimes> {
  const script = join(WORKSPACE, 'tools/shiny/time_questions.R');
  const days = Object.values(RANGES).flatMap((from) => [from, LAST_DAY]);
  const { stdout } = await promisify(execFile)('Rscript', ['--vanilla', script, String(rounds), ...days], {
    env: { ...process.env, DW_SHINY_URL: url },
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout) as QuestionTimes;
}

function firstDayOf(days: number): string {
  return new Date(Date.parse(LAST_DAY) - (days - 1) * DAY_MS).toISOString().slice(0, 10);
}
