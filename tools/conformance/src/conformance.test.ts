import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const LIMIT_MS = 240_000;

/** Runs `npm run conformance` as a person does. */
function runConformance(...args: string[]): Promise<{ code: number; output: string }> {
  const main = [
    '--import',
    resolve(import.meta.dirname, '../../workspace/typescript.mjs'),
    resolve(import.meta.dirname, 'main.ts'),
  ];
  return new Promise((done) => {
    execFile(process.execPath, [...main, ...args], { timeout: LIMIT_MS }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, output: stdout + stderr });
    });
  });
}

it(
  'finds every number of the files made for the project in the warehouse, where the real ones are missing',
  async () => {
    const { code, output } = await runConformance('--data', '/nowhere');
    expect(output).toMatch(/^\/nowhere does not contain ga360-2017-08-01\.parquet and online-retail\.rda: /);
    expect(output.split('\n').filter((line) => line.startsWith('✗'))).toEqual([]);
    expect(output).toMatch(/^All \d+ numbers are right, \d+ s\.$/m);
    expect(Number(/^All (\d+) numbers/m.exec(output)?.[1])).toBeGreaterThan(80);
    expect(code).toBe(0);
  },
  LIMIT_MS,
);

it('explains itself', async () => {
  expect(await runConformance('--help')).toEqual({
    code: 0,
    output: expect.stringContaining('Usage: npm run conformance'),
  });
});

it('refuses an option that it does not have', async () => {
  expect(await runConformance('--fast')).toEqual({
    code: 2,
    output: expect.stringContaining('See npm run conformance -- --help.'),
  });
});
