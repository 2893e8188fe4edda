import { compact } from '@clickstream/lake';
import { aLake, type TestLake } from '@clickstream/lake/testing';
import { etlEnvironment } from '@clickstream/warehouse-load/testing';
import {
  anErasureWorld,
  idsOf,
  rawEvent,
  textsOf,
  VICTIM,
  type ErasureWorld,
} from '@clickstream/warehouse-maintenance/testing';
import { ALL_SWITCHES, synthesised } from '@clickstream/infra/synthesised';
import type { handler as Handler } from '@clickstream/maintenance-lambda/handler';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import { guardedS3, type GuardedS3 } from './guarded-s3';
import { roleInNetwork } from './role-in-network';

// Without the switch: a lake that is there outlives it, and persons are in its history.
const templates = synthesised({ ...ALL_SWITCHES, growth: false });
const by = (role: string) => roleInNetwork(templates, role);

const ENVIRONMENT = { ...process.env };
const context = { getRemainingTimeInMillis: () => 900_000 };
const erasure = { operation: 'erase', subject: { kind: 'user', id: VICTIM }, everywhere: true };
let world: ErasureWorld;
let lake: TestLake;

/** The function as it starts, with S3 behind the policies of a role. */
async function startedWith(role: string): Promise<{ s3: GuardedS3; handler: typeof Handler }> {
  const s3 = await guardedS3(process.env['TEST_S3_URL'] ?? '', by(role));
  Object.assign(process.env, etlEnvironment(world.bucket.name, ''), {
    DW_ADMIN_URL: world.warehouse.adminUrl,
    AWS_ENDPOINT_URL_S3: s3.url,
  });
  jest.resetModules();
  return { s3, handler: (await import('@clickstream/maintenance-lambda/handler')).handler };
}

beforeAll(async () => {
  world = await anErasureWorld();
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const event = (user: string) => rawEvent({ hour: 1, user, client: user, name: 'page_view' });
  await world.bucket.putEvents('events/2026/11/03/00/a.gz', [event('user-of-another'), event(VICTIM)]);
  await world.bucket.put(
    'rejected/2026/11/03/00/r.json',
    JSON.stringify({ reason: 'no', index: 0, event: event(VICTIM) }),
  );
  await world.bucket.put('orders/2026/11/03/books.jsonl', '{}');
  await world.load();
  lake = aLake(world.bucket.name);
  const client = await connectTo(world.warehouse.shinyUrl);
  await compact({ client, bucket: lake.bucket, now: new Date('2026-11-30T00:00:00Z') });
  await client.end();
  expect(await personsInLake()).toEqual([{ events: 2, sessions: 1 }]);
});

/** Rows of the person in the days of the lake, and in its facts. */
const personsInLake = () =>
  lake.query(`SELECT
    (SELECT count(*)::INTEGER FROM '{lake}events/*/*.parquet' WHERE user_id = '${VICTIM}') AS events,
    (SELECT count(*)::INTEGER FROM '{lake}facts/public/sessions/*.parquet' WHERE user_id = '${VICTIM}') AS sessions`);

afterAll(async () => {
  lake.close();
  jest.restoreAllMocks();
  process.env = ENVIRONMENT;
  await world.close();
});

it('an erasure is refused with the rights of the ETL, and changes nothing', async () => {
  const { s3, handler } = await startedWith('Etl/EtlRole');
  await expect(handler(erasure, context)).rejects.toThrow('Access Denied');
  expect([...s3.calls]).toEqual(['refused: s3:GetBucketVersioning']);
  await s3.close();
  expect(await idsOf(world.warehouse)).toHaveLength(3);
});

it('an erasure succeeds with the rights of its role, and makes no call that they do not need', async () => {
  const { s3, handler } = await startedWith('Maintenance/MaintenanceRole');
  expect(await handler(erasure, context)).toMatchObject({
    more: false,
    receipt: {
      bucket: { objectsRewritten: 2, linesErased: 2 },
      lake: { days: ['2026-11-03'], facts: expect.any(Number) as number, oldVersionsDeleted: 0 },
      failed: [],
      notRead: { objects: 0 },
    },
  });
  expect([...s3.calls].sort()).toEqual([
    's3:DeleteObject lake',
    's3:GetBucketVersioning',
    's3:GetObject events',
    's3:GetObject lake',
    's3:GetObject rejected',
    's3:ListBucket',
    's3:PutObject events',
    's3:PutObject lake',
    's3:PutObject receipts',
    's3:PutObject rejected',
  ]);
  await s3.close();
  expect(Object.values(await textsOf(world.raw)).join()).not.toContain(VICTIM);
  expect(await idsOf(world.warehouse)).toHaveLength(1);
  expect(await lake.keys()).not.toContainEqual(expect.stringMatching(/2026.*\.parquet$/));
});

it('a retention keeps in the lake what it drops, and an erasure rewrites that', async () => {
  const old = rawEvent({ hour: -24 * 900, user: VICTIM, client: 'old', name: 'page_view' });
  const at = String(old['eventTimestamp']);
  const events = [{ ...old, _ingest: { receivedAt: at } }];
  await world.bucket.putEvents(`events/${at.slice(0, 10).replaceAll('-', '/')}/00/a.gz`, events);
  await world.load();
  const { s3, handler } = await startedWith('Maintenance/MaintenanceRole');
  const retention = { operation: 'retain', months: 25, lakeMonths: 36 };
  expect(await handler(retention, context)).toMatchObject({ more: false, dropped: { events: 1 } });
  expect(await lake.query(`SELECT user_id FROM '{lake}events/day=${at.slice(0, 10)}/*.parquet'`)).toEqual([
    { user_id: VICTIM },
  ]);
  expect(await handler(erasure, context)).toMatchObject({
    receipt: { history: { days: [at.slice(0, 10)], events: 1 }, failed: [] },
  });
  expect([...s3.calls].filter((call) => call.startsWith('refused'))).toEqual([]);
  await s3.close();
  expect(await lake.keys()).not.toContain(`lake/events/day=${at.slice(0, 10)}/events.parquet`);
  expect(await personsInLake()).toEqual([{ events: 0, sessions: 0 }]);
});

it('a replay reads what it needs, and writes nothing', async () => {
  await world.bucket.put('events/2026/11/03/02/broken.json', '{"broken');
  await world.load();
  const { s3, handler } = await startedWith('Maintenance/MaintenanceRole');
  expect(await handler({ operation: 'replay', filter: {} }, context)).toMatchObject({ counts: { left: 1 } });
  expect([...s3.calls]).toEqual(['s3:GetObject events']);
  await s3.close();
});

it.each([
  's3:DeleteObject events/a',
  's3:DeleteObject lake/manifest.json',
  's3:ListBucketVersions ',
  's3:PutObject orders/a',
  's3:GetObject orders/a',
])('the role may not call %s', async (call) => {
  const [action = '', key = ''] = call.split(' ');
  expect(await by('Maintenance/MaintenanceRole')({ action, key, context: {} })).toBe(false);
});
