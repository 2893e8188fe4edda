import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { newEventId } from '@clickstream/event-schema';
import { aPageView } from '@clickstream/event-schema/testing';
import { aLake, type TestLake } from '@clickstream/lake/testing';
import {
  aBucket,
  etlEnvironment,
  received,
  runOnce,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';
import type { handler as Handler } from './handler';

const ENVIRONMENT = { ...process.env };
const DAYS = ['2026-11-02', '2026-11-03', '2026-11-04'];
const output: string[] = [];
let folder: string;
let warehouse: TestWarehouse;
let bucket: TestBucket;
let lake: TestLake;
let handler: typeof Handler;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compact-handler-'));
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
  lake = aLake(bucket.name);
  for (const day of DAYS) await put(day, '09');
  await runOnce(warehouse.etlUrl, bucket.source);
  Object.assign(process.env, etlEnvironment(bucket.name, ''), {
    DW_SHINY_URL: warehouse.shinyUrl,
    COMPACT_SCRATCH: folder,
  });
  ({ handler } = await import('./handler'));
});
beforeEach(() => {
  output.length = 0;
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    output.push(String(line));
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  process.env = ENVIRONMENT;
  lake.close();
  bucket.close();
  await warehouse.close();
  await rm(folder, { recursive: true });
});

const minutesLeft = (minutes: number) => ({ getRemainingTimeInMillis: () => minutes * 60_000 });

async function put(day: string, hour: string): Promise<void> {
  const time = `${day}T${hour}:10:00.000Z`;
  const page = aPageView({ eventTimestamp: time, eventId: newEventId(Date.parse(time)) });
  await bucket.putEvents(`events/${day.replaceAll('-', '/')}/${hour}/a.json.gz`, [
    received(page, { receivedAt: time }),
  ]);
}

/** Ids of the events of each day, by the lake and by the warehouse. */
async function expectLakeLikeWarehouse(): Promise<void> {
  const inLake = await lake.query(
    `SELECT CAST(day AS text) AS day, event_id FROM read_parquet('{lake}events/*/*.parquet', hive_partitioning = true)
     ORDER BY 2`,
  );
  const inWarehouse = await warehouse.query(
    'shiny',
    `SELECT to_char(hour, 'YYYY-MM-DD') AS day, event_id::text
     FROM clickstream_events JOIN etl_objects ON object_id = source_object_id ORDER BY 2`,
  );
  expect(inLake).toEqual(inWarehouse);
}

/** The metric that the alarm looks at, as the log has it. */
const stepsLeft = () =>
  output
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .flatMap((line) => line['LakeStepsLeft'] ?? []);

it('compacts day by day in as many calls as it takes, and reports how much is left', async () => {
  // With less than eight minutes left, a call writes one day.
  const answers = [];
  do answers.push(await handler({}, minutesLeft(7)));
  while (answers.at(-1)?.more);
  expect(answers).toEqual([
    ...DAYS.map((day) => ({ more: true, written: [day], removed: [] })),
    { more: false, written: [], removed: [] },
  ]);
  expect(stepsLeft()).toEqual([3, 2, 1, 0]);
  await expectLakeLikeWarehouse();
  expect(await lake.keys()).toContain('lake/facts/public/activity_hourly/2026-11-02.parquet');
});

it('writes a day again that has changed, in one call when there is time, and removes what a dead call left', async () => {
  await put('2026-11-03', '10');
  await runOnce(warehouse.etlUrl, bucket.source);
  await writeFile(join(folder, 'lake-of-a-dead-call'), '');
  expect(await handler({}, minutesLeft(15))).toEqual({ more: false, written: ['2026-11-03'], removed: [] });
  await expectLakeLikeWarehouse();
  expect(await handler({}, minutesLeft(15))).toEqual({ more: false, written: [], removed: [] });
  expect(stepsLeft()).toEqual([0, 0]);
  expect(await readdir(folder)).toEqual([]);
});

it('fails when a day of the warehouse is not as the load has counted it, so that its alarm rings', async () => {
  await warehouse.query('admin', `UPDATE etl_objects SET loaded = loaded + 1, lines = lines + 1`);
  await expect(handler({}, minutesLeft(15))).rejects.toThrow('Run npm run status');
  expect(output).toEqual([]);
});
