import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LIMIT_MS = 400_000;

it(
  'answers every body, and loads every good event among 1,000 odd objects',
  async () => {
    const args = [
      '--import',
      resolve(import.meta.dirname, '../../workspace/typescript.mjs'),
      resolve(import.meta.dirname, 'main.ts'),
    ];
    // The same inputs each time, so that a failure is due to a change. Nightly runs use new ones.
    const ended = await run(process.execPath, [...args, '--seed', '2'], { timeout: LIMIT_MS }).catch(
      ({ stdout, stderr }: { stdout: string; stderr: string }) => ({ stdout, stderr }),
    );
    expect(ended.stdout.split('\n').filter((line) => line.startsWith('✗'))).toEqual([]);
    expect(ended.stdout).toMatch(
      /^No failures: 19,000 bodies of [\d,]+ events, 1,000 objects of [\d,]+ lines, seed 2, \d+ s\.$/m,
    );
  },
  LIMIT_MS,
);
