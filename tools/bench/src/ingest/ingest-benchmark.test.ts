import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

it('prints the handler beside both floors, from a real S3 server', async () => {
  const typescript = resolve(__dirname, '../../../typescript.mjs');
  const main = resolve(__dirname, '../main.ts');
  const args = ['--import', typescript, main, 'ingest', '--events', '60', '--rounds', '1'];

  const { stdout } = await run(process.execPath, args, { timeout: 120_000 });

  expect(stdout).toMatch(/^A {2}gzip \+ PutObject \(floor\) .* 1\.00×/m);
  expect(stdout).toMatch(/^B {2}JSON\.parse \+ gzip \+ PutObject \(floor\) .* 1\.00×/m);
  expect(stdout).toMatch(/^ingest handler .* \d+\.\d\d×$/m);
}, 120_000);
