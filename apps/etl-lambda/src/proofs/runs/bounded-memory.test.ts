import { resolve } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { newEventId } from '@clickstream/event-schema';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import {
  aBucket,
  etlEnvironment,
  outcomeOf,
  startCommand,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';

jest.setTimeout(120_000);

const MB = 1_000_000;
const HOUR = 'events/2026/11/02/09/';

/** Heap of a small Lambda for JavaScript objects; buffers come on top. */
const HEAP_MB = 128;
const PEAK_MB = 400;

let warehouse: TestWarehouse;
let bucket: TestBucket;

beforeEach(async () => {
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
});

afterEach(async () => {
  bucket.close();
  await warehouse.close();
});

/**
 * Runs the ETL in a separate process, with a small heap. @returns the most
 * memory it ever held, in MiB
 */
async function load(heapMb = HEAP_MB): Promise<{ output: string; peak: number }> {
  // The Lambda has no source maps either.
  const NODE_OPTIONS = `--no-enable-source-maps --max-old-space-size=${heapMb} --require ${resolve(import.meta.dirname, '../../testing/report-peak-memory.cjs')}`;
  const env = { ...etlEnvironment(bucket.name, warehouse.etlUrl), NODE_OPTIONS };
  const { output, errors, code } = await outcomeOf(startCommand('apps/etl-lambda/src/run-locally.ts', env));
  expect({ errors, code }).toEqual({ errors: expect.stringMatching(/peak \d+ MiB\n$/), code: 0 });
  return { output, peak: Number(/peak (\d+)/.exec(errors)?.[1]) };
}

/** Lines in quarantine: reason and count. */
const quarantine = () =>
  warehouse.query(
    'shiny',
    `SELECT reason, count(*)::integer AS lines, max(length(raw)) <= 16384 AS raw_is_bounded
     FROM etl_quarantine GROUP BY reason ORDER BY reason`,
  );

const goodLine = () => JSON.stringify({ eventId: newEventId(), eventName: 'page_view' });

/** Gzip members of the same text in sequence: data that inflates to 10 GB is made in no time. */
const repeated = (text: Buffer | string, times: number): Buffer =>
  Buffer.concat(Array<Buffer>(times).fill(gzipSync(text, { level: constants.Z_BEST_COMPRESSION })));

describe('memory', () => {
  it('stays small with gzip bombs of up to 10 GB, many of them small enough to be read at once', async () => {
    const zeros = Buffer.alloc(100 * MB);
    await bucket.put(`${HOUR}00-large`, Buffer.concat([gzipSync(`${goodLine()}\n`), repeated(zeros, 100)]));
    const small = repeated(Buffer.alloc(20 * MB, 'a'), 1);
    for (let n = 10; n < 30; n++) await bucket.put(`${HOUR}${n}-small`, small);
    await bucket.put(`${HOUR}90-line-feeds`, repeated(Buffer.alloc(50 * MB, '\n'), 1));
    await bucket.put(`${HOUR}99-good`, goodLine());

    const { output, peak } = await load();

    expect(output).toBe('Loaded 2 events of 23 objects; 0 duplicates, 21 quarantined.\n');
    expect(await quarantine()).toEqual([
      { reason: 'line_too_long', lines: 20, raw_is_bounded: true },
      { reason: 'object_too_large', lines: 1, raw_is_bounded: true },
    ]);
    expect(peak).toBeLessThan(PEAK_MB);
  });

  it('stays small with lines of 10 MB, in gzip and plain', async () => {
    const long = `{"eventName":"page_view","note":"${'n'.repeat(10 * MB)}"}`;
    const deep = `${'['.repeat(5 * MB)}${']'.repeat(5 * MB)}`;
    for (let n = 10; n < 20; n++) {
      const text = [goodLine(), long, goodLine(), deep, goodLine()].join('\n');
      await bucket.put(`${HOUR}${n}`, n % 2 ? text : gzipSync(text));
    }

    const { output, peak } = await load();

    expect(output).toBe('Loaded 30 events of 10 objects; 0 duplicates, 20 quarantined.\n');
    expect(await quarantine()).toEqual([{ reason: 'line_too_long', lines: 20, raw_is_bounded: true }]);
    expect(peak).toBeLessThan(PEAK_MB);
  });

  it('stays small with objects of nothing but tiny lines, whole, broken and as a list', async () => {
    const tiny = '1\n'.repeat(250_000);
    await bucket.put(`${HOUR}10-whole`, gzipSync(tiny));
    await bucket.put(`${HOUR}20-broken`, gzipSync(tiny).subarray(0, -8));
    await bucket.put(`${HOUR}30-list`, gzipSync(`[${tiny.replaceAll('\n', ',')}1]`));
    await bucket.put(`${HOUR}99-good`, goodLine());

    const { output } = await load(HEAP_MB / 2);

    expect(output).toBe('Loaded 1 events of 4 objects; 0 duplicates, 750,002 quarantined.\n');
  });

  it('stays small when another event arrives for a session that never ended, with a wrong clock', async () => {
    await warehouse.query(
      'admin',
      `INSERT INTO clickstream_events (event_id, event_timestamp, event_name, session_id, page_path, received_at,
         sequence, clock_offset_ms)
       SELECT gen_random_uuid(), '2026-11-01T00:00Z'::timestamptz + n * interval '1 second', 'page_view', 'kiosk',
         '/' || n, now(), n, -600000 + n % 90000
       FROM generate_series(1, 300000) AS n;
       INSERT INTO sessions (session_id, started_at, ended_at, started_hour, events, page_views, is_resumed,
         is_bot, is_staff, login_state, device, channel, is_clock_corrected)
       VALUES ('kiosk', now(), now(), now(), 0, 0, false, false, false, '', '', '', true)`,
    );
    await bucket.put(`${HOUR}one-more`, JSON.stringify({ eventName: 'page_view', sessionId: 'kiosk' }));

    await load(HEAP_MB / 2);

    expect(await warehouse.query('shiny', 'SELECT events, page_views FROM sessions')).toEqual([
      { events: 300_001, page_views: 300_001 },
    ]);
  });

  it('stays small with long lines and texts of which only the beginning is kept', async () => {
    const broken = `{"eventName":"page_view","note":"${'n'.repeat(0.9 * MB)}`;
    const titled = () =>
      goodLine().replace('}', `,"pageTitle":"${'t'.repeat(0.9 * MB)}","sessionId":"${newEventId()}"}`);
    const list = gzipSync(`[["${'l'.repeat(7 * MB)}"]]`, { level: 1 });
    for (let n = 10; n < 50; n++) {
      const all = Array.from({ length: 7 }, () => (n % 2 ? broken : titled()));
      await bucket.put(`${HOUR}${n}-lines`, gzipSync(all.join('\n'), { level: 1 }));
      await bucket.put(`${HOUR}${n}-list`, list);
    }

    const { output, peak } = await load();

    expect(output).toBe('Loaded 140 events of 80 objects; 0 duplicates, 180 quarantined.\n');
    expect(peak).toBeLessThan(PEAK_MB);
  });
});
