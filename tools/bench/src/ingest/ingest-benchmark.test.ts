import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

it('prints the handler and the HTTP API next to their floors, and the cold starts, from real servers', async () => {
  const typescript = resolve(import.meta.dirname, '../../../workspace/typescript.mjs');
  const main = resolve(import.meta.dirname, '../main.ts');
  const args = ['--import', typescript, main, 'ingest', '--events', '60', '--rounds', '1'];

  const { stdout } = await run(process.execPath, args, { timeout: 240_000 });

  expect(stdout).toMatch(/^A {2}gzip \+ PutObject \(floor\) .* 1\.00×/m);
  expect(stdout).toMatch(/^B {2}JSON\.parse \+ gzip \+ PutObject \(floor\) .* 1\.00×/m);
  expect(stdout).toMatch(/^ingest handler .* \d+\.\d\d×$/m);
  expect(stdout).toMatch(/^A {2}PutObject alone, 32 at once \(floor\) .* 1\.00×/m);
  expect(stdout).toMatch(/^through HTTP .* \d+\.\d\d×$/m);
  expect(stdout).toMatch(/^A client waits \d+ ms for an answer in the middle, \d+ ms at p99\.$/m);
  expect(stdout).toMatch(/^ingest, 20 events stored +\d{2,} +\d{2,} +\d+ +\d+/m);
  expect(stdout).toMatch(/^ETL, a run with nothing new +\d{2,} +\d{2,} +\d+ +\d+/m);
}, 240_000);
