import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LIMIT_MS = 240_000;

it(
  'loses nothing and repeats nothing while the ETL is killed, PostgreSQL stops and S3 fails',
  async () => {
    const args = [
      '--import',
      resolve(import.meta.dirname, '../../workspace/typescript.mjs'),
      resolve(import.meta.dirname, 'main.ts'),
    ];
    const ended = await run(process.execPath, [...args, '--events', '3000', '--kills', '2'], {
      timeout: LIMIT_MS,
    }).catch(({ stdout, stderr }: { stdout: string; stderr: string }) => ({ stdout, stderr }));

    const checks = ended.stdout.split('\n').filter((line) => /^[✓✗]/.test(line));
    expect(checks.filter((line) => line.startsWith('✗'))).toEqual([]);
    expect(checks.length).toBeGreaterThan(10);
    expect(ended.stdout).toMatch(/^Every check passed: 3,000 events, seed \d+, \d+ s\.$/m);
  },
  LIMIT_MS,
);
