import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

it('prints the ETL beside both floors, from real servers, and the size of the warehouse', async () => {
  const main = resolve(__dirname, '../main.ts');
  const typescript = resolve(__dirname, '../../../typescript.mjs');
  const args = ['--import', typescript, main, 'etl', '--events', '1200', '--rounds', '1'];

  const { stdout } = await run(process.execPath, args, { timeout: 240_000 });

  expect(stdout).toMatch(/^A {2}bare COPY \(floor\) .* 1\.00×/m);
  expect(stdout).toMatch(/^B {2}COPY beside download \+ gunzip \+ JSON\.parse \(floor\) .* 1\.00×/m);
  expect(stdout).toMatch(/^ETL with facts .* \d+\.\d\d×$/m);
  expect(stdout).toMatch(/^Warehouse: \d+ bytes an event with its indexes, \d+ more/m);
}, 240_000);
