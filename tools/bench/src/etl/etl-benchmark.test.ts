import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

async function bench(...args: string[]): Promise<string> {
  const main = resolve(import.meta.dirname, '../main.ts');
  const typescript = resolve(import.meta.dirname, '../../../workspace/typescript.mjs');
  const command = ['--import', typescript, main, 'etl', '--rounds', '1', ...args];
  return (await run(process.execPath, command, { timeout: 240_000 })).stdout;
}

describe('npm run bench -- etl', () => {
  it('prints the ETL next to both floors, from real servers, and the size of the warehouse', async () => {
    const output = await bench('--events', '1200');
    expect(output).toMatch(/^A {2}bare COPY \(floor\) .* 1\.00×/m);
    expect(output).toMatch(/^B {2}COPY alongside download \+ gunzip \+ JSON\.parse \(floor\) .* 1\.00×/m);
    expect(output).toMatch(/^ETL without facts .* \d+\.\d\d×$/m);
    expect(output).toMatch(/^ETL with facts .* \d+\.\d\d×$/m);
    expect(output).toMatch(
      /^Warehouse: \d+ bytes an event, all tables and indexes included: \d+ for the event itself, \d+ for facts/m,
    );
  }, 240_000);

  it('compares the loads of two checkouts', async () => {
    const output = await bench('--events', '600', '--against', resolve(import.meta.dirname, '../../../..'));
    expect(output).toMatch(/^A {2}ETL before \(floor\) .* 1\.00×/m);
    expect(output).toMatch(/^ETL now .* \d+\.\d\d×$/m);
  }, 240_000);

  it('compares a full warehouse with an empty one', async () => {
    const output = await bench('--events', '600', '--warehouse-events', '1100');
    expect(output).toMatch(/^A {2}into an empty warehouse \(floor\) .* 1\.00×/m);
    expect(output).toMatch(/^into one of 1,100 events .* \d+\.\d\d×$/m);
  }, 240_000);

  it('compares the memory that a longer backlog takes', async () => {
    const output = await bench('--events', '600', '--backlog', '3');
    expect(output).toMatch(/^backlog of 600 events /m);
    expect(output).toMatch(/^backlog of 1,800 events /m);
    expect(output).toMatch(/^Peak memory with a backlog 3 times as long: \d\.\d\d×\.$/m);
  }, 240_000);

  it('compares objects of one event with downloading them', async () => {
    const output = await bench('--small-objects', '300');
    expect(output).toMatch(/^A {2}GetObject \(floor\) .* 1\.00×/m);
    expect(output).toMatch(/^ETL with facts .* \d+\.\d\d×$/m);
  }, 240_000);
});
