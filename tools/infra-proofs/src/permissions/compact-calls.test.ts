import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { handler as Handler } from '@clickstream/compact-lambda/handler';
import { ALL_SWITCHES, synthesised } from '@clickstream/infra/synthesised';
import { aLake, type TestLake } from '@clickstream/lake/testing';
import { etlEnvironment } from '@clickstream/warehouse-load/testing';
import {
  anErasureWorld,
  type ErasureWorld,
  rawEvent,
  VICTIM,
} from '@clickstream/warehouse-maintenance/testing';
import { guardedS3, type GuardedS3 } from './guarded-s3';
import { roleInNetwork } from './role-in-network';

const templates = synthesised(ALL_SWITCHES);
const ENVIRONMENT = { ...process.env };
const context = { getRemainingTimeInMillis: () => 900_000 };
let scratch: string;
let world: ErasureWorld;
let lake: TestLake;
let s3: GuardedS3;
let handler: typeof Handler;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  scratch = await mkdtemp(join(tmpdir(), 'compact-calls-'));
  world = await anErasureWorld();
  lake = aLake(world.bucket.name);
  const event = (user: string) => rawEvent({ hour: 1, user, client: user, name: 'page_view' });
  await world.bucket.putEvents('events/2026/11/03/00/a.gz', [event('user-of-another'), event(VICTIM)]);
  await world.bucket.putEvents('events/2026/11/04/00/a.gz', [event(VICTIM)]);
  await world.load();
  const mayCall = roleInNetwork(templates, 'Compact/CompactRole');
  s3 = await guardedS3(process.env['TEST_S3_URL'] ?? '', mayCall);
  Object.assign(process.env, etlEnvironment(world.bucket.name, ''), {
    DW_SHINY_URL: world.warehouse.shinyUrl,
    COMPACT_SCRATCH: scratch,
    AWS_ENDPOINT_URL_S3: s3.url,
  });
  ({ handler } = await import('@clickstream/compact-lambda/handler'));
});
afterAll(async () => {
  jest.restoreAllMocks();
  process.env = ENVIRONMENT;
  await s3.close();
  lake.close();
  await world.close();
  await rm(scratch, { recursive: true });
});

it('a compaction writes days and facts, and removes a day, with the rights of its role', async () => {
  expect(await handler({}, context)).toMatchObject({ more: false, written: ['2026-11-03', '2026-11-04'] });
  await world.erase();
  await lake.bucket.putDay('2026-11-04', import.meta.filename);
  expect(await handler({}, context)).toEqual({
    more: false,
    written: ['2026-11-03'],
    removed: ['2026-11-04'],
  });
  expect([...s3.calls].sort()).toEqual([
    's3:DeleteObject lake',
    's3:GetObject lake',
    's3:ListBucket',
    's3:PutObject lake',
  ]);
  const [{ rows } = { rows: 0 }] = await lake.query(
    `SELECT count(*)::INTEGER AS rows FROM '{lake}events/*/*.parquet'`,
  );
  expect(rows).toBe(1);
});

it.each([
  's3:GetObject events/a',
  's3:DeleteObject lake/manifest.json',
  's3:DeleteObject lake/facts/public/orders.parquet',
  's3:PutObject events/a',
  's3:GetObject orders/a',
  's3:PutObject receipts/a',
  's3:ListBucketVersions ',
  's3:GetBucketVersioning ',
])('the role may not call %s', async (call) => {
  const [action = '', key = ''] = call.split(' ');
  const mayCall = roleInNetwork(templates, 'Compact/CompactRole');
  expect(await mayCall({ action, key, context: {} })).toBe(false);
});
