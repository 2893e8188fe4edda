import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LIMITS } from '@clickstream/event-schema';
import type { Receipt } from './receipt';
import { startFakeApi, type FakeApi } from './testing/fake-api';

const folder = mkdtempSync(join(tmpdir(), 'import-test-'));
let api: FakeApi;

beforeEach(async () => {
  api = await startFakeApi();
});
afterEach(() => api.close());
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `npm run import` as a person does. */
function runImport(...args: string[]): Promise<{ code: number; output: string }> {
  const main = [
    '--import',
    resolve(import.meta.dirname, '../../workspace/typescript.mjs'),
    resolve(import.meta.dirname, 'main.ts'),
  ];
  return new Promise((done) => {
    const env = { PATH: process.env['PATH'], LOCAL_STATE_DIR: join(folder, 'none') };
    execFile(process.execPath, [...main, ...args], { env }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, output: stdout + stderr });
    });
  });
}

function aFile(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\n'));
  return file;
}

const aRow = (index: number) =>
  JSON.stringify({
    event_name: 'scroll',
    event_timestamp: String(1_795_916_500_000_000 + index),
    user_pseudo_id: `visitor-${index % 7}`,
    event_params: [{ key: 'page_title', value: { string_value: 'x'.repeat(400) } }],
  });
const receiptOf = (file: string) => JSON.parse(readFileSync(`${file}.receipt.json`, 'utf8')) as Receipt;
const eventsSent = () => api.bodies.flatMap((body) => JSON.parse(body) as { eventId: string }[]);

describe('npm run import', () => {
  it('sends every row once, within the limits of a request, and writes what it did', async () => {
    const file = aFile(
      'events.json',
      Array.from({ length: 1_300 }, (_, index) => aRow(index)),
    );
    api.failures.push(503, 500, 429);
    const { code, output } = await runImport('--from', 'ga4-export', '--api', api.url, file);
    expect([code, output]).toEqual([0, expect.stringContaining('1,300 events: 1,300 accepted, 0 rejected')]);
    expect(new Set(eventsSent().map(({ eventId }) => eventId)).size).toBe(1_300);
    for (const body of api.bodies) {
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(LIMITS.maxBodyBytes);
      expect((JSON.parse(body) as unknown[]).length).toBeLessThanOrEqual(LIMITS.maxEvents);
    }
    expect(receiptOf(file)).toMatchObject({
      format: 'ga4-export',
      rows: 1_300,
      events: 1_300,
      accepted: 1_300,
      rejected: 0,
      requests: api.bodies.length,
      skippedRows: {},
    });
  });

  it('gives the same ids when it is run again', async () => {
    const file = aFile(
      'again.json',
      Array.from({ length: 50 }, (_, index) => aRow(index)),
    );
    await runImport('--from', 'ga4-export', '--api', api.url, file);
    const first = eventsSent();
    await runImport('--from', 'ga4-export', '--api', api.url, '--concurrency', '1', file);
    const ids = (events: readonly { eventId: string }[]) => events.map(({ eventId }) => eventId).sort();
    expect(ids(eventsSent().slice(first.length))).toEqual(ids(first));
  });

  it('reports rows that it cannot read and events that are rejected, and imports the others', async () => {
    api.rejects = (event) => event['user_pseudo_id'] === 'visitor-1';
    const file = aFile('faults.json', [aRow(0), 'not json', '{"event_name":"x"}', aRow(1), aRow(2)]);
    expect((await runImport('--from', 'ga4-export', '--api', api.url, file)).code).toBe(1);
    expect(receiptOf(file)).toMatchObject({
      rows: 5,
      events: 3,
      accepted: 2,
      rejected: 1,
      skippedRows: {
        'the line is not JSON': { count: 1, first: ['row 2'] },
        'the row is not an event with event_name and event_timestamp': { count: 1, first: ['row 3'] },
      },
      rejectedEvents: { 'the test rejects it': { count: 1 } },
    });
  });

  it('sends nothing in a dry run', async () => {
    const file = aFile('dry.json', [aRow(0), aRow(1)]);
    const { code, output } = await runImport('--from', 'ga4-export', '--dry-run', file);
    expect([code, output]).toEqual([
      0,
      expect.stringContaining('Read 2 rows (0 skipped), 2 events; sent nothing.'),
    ]);
    expect(api.bodies).toEqual([]);
    expect(receiptOf(file)).toMatchObject({ isDryRun: true, events: 2, requests: 0 });
  });

  it('stops when the API refuses a request, and says that it can be run again', async () => {
    const file = aFile('refused.json', [aRow(0)]);
    api.failures.push(403);
    const { code, output } = await runImport('--from', 'ga4-export', '--api', api.url, file);
    expect([code, output]).toEqual([1, expect.stringContaining('did not take the events: 403')]);
    expect(output).toContain('Run it again: what has arrived is not counted twice.');
    expect(receiptOf(file)).toMatchObject({ events: 1, accepted: 0 });
  });

  it.each([
    [[], 'Name one file to import.'],
    [['--from', 'xls', 'f'], '--from takes ga4-export or ga360 or csv, not "xls".'],
    [['--from', 'csv', 'f', '--currency', 'pounds'], '--currency takes a code such as GBP, not "pounds".'],
    [['--from', 'csv', 'f', '--map', 'colour=x'], '--map takes <field>=<column>'],
    [['--from', 'csv', 'f', '--api', 'here'], '--api takes an address'],
    [
      ['--from', 'csv', 'f', '--concurrency', '0'],
      '--concurrency takes a whole number from 1 to 64, not "0".',
    ],
    [['--from', 'csv', 'f', '--fast'], "Unknown option '--fast'"],
    [['--from', 'csv', 'f'], 'There is no API to send events to'],
  ])('refuses %j', async (args, reason) => {
    const { code, output } = await runImport(...args);
    expect([code, output]).toEqual([2, expect.stringContaining(reason)]);
    expect(output).toContain('See npm run import -- --help.');
  });

  it('explains itself', async () => {
    expect(await runImport('--help')).toEqual({
      code: 0,
      output: expect.stringContaining('Usage: npm run import'),
    });
  });
});
