import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '@clickstream/command-line';
import { readCommand } from './command-line';
import { apiUrl } from './config';

const NOW = new Date('2026-11-23T09:00:00Z');

describe('the command line', () => {
  it('simulates a month up to now by default', () => {
    expect(readCommand([], NOW)).toEqual({
      simulation: { days: 30, sessionsPerDay: 120, seed: 7, until: NOW },
      api: undefined,
      truthFile: undefined,
      concurrency: 8,
      dryRun: false,
    });
  });

  it('takes every option', () => {
    const args =
      '--days 2 --sessions-per-day 50 --seed 0 --until 2026-11-01T00:00:00Z --api http://127.0.0.1:1 --truth t.json --concurrency 3 --dry-run';
    expect(readCommand(args.split(' '), NOW)).toEqual({
      simulation: { days: 2, sessionsPerDay: 50, seed: 0, until: new Date('2026-11-01T00:00:00Z') },
      api: 'http://127.0.0.1:1',
      truthFile: 't.json',
      concurrency: 3,
      dryRun: true,
    });
  });

  it.each([
    ['--days 0', /--days takes a whole number from 1, not "0"/],
    ['--seed x', /--seed takes a whole number/],
    ['--days=', /--days takes a whole number/],
    ['--until soon', /--until takes a time such as/],
    ['--api nowhere', /--api takes an address such as/],
    ['--speed 9', /Unknown option '--speed'/],
  ])('says in one line what is wrong with %s', (args, message) => {
    expect(() => readCommand(args.split(' '), NOW)).toThrow(UsageError);
    expect(() => readCommand(args.split(' '), NOW)).toThrow(message);
  });

  it('asks for help', () => {
    expect(readCommand(['--help'], NOW)).toBe('help');
  });
});

describe("the API's address", () => {
  it('is that of the environment, else that of the running local cloud, else unknown', () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    expect(apiUrl({ LOCAL_STATE_DIR: folder })).toBeUndefined();
    writeFileSync(join(folder, 'env'), 'DW_ETL_URL=postgres://x\nAPI_URL=http://127.0.0.1:4300\n');
    expect(apiUrl({ LOCAL_STATE_DIR: folder })).toBe('http://127.0.0.1:4300');
    expect(apiUrl({ LOCAL_STATE_DIR: folder, API_URL: 'http://127.0.0.1:1' })).toBe('http://127.0.0.1:1');
    rmSync(folder, { recursive: true });
  });
});
