import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import pg from 'pg';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { TYPESCRIPT, WORKSPACE } from './config';
import { askedHours, OptionError, type StatusOptions } from './ledger/asked-hours';
import { failedRunsLine } from './ledger/failed-runs';
import { ledgerReport } from './ledger/ledger-report';
import { differenceLines } from './ledger/show-ledger';

const LOADED = 'events/2026/11/02/09/a.json.gz';
const REJECTED = 'rejected/2026/11/02/10/r.json.gz';

let warehouse: TestWarehouse;
let bucket: string;
let s3: S3Client;

beforeEach(async () => {
  warehouse = await aWarehouse();
  bucket = `status-${randomUUID()}`;
  s3 = new S3Client({
    endpoint: process.env['TEST_S3_URL'] ?? '',
    region: 'ap-southeast-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  });
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  await put(LOADED);
  await put(REJECTED);
  // As a load leaves it: three rows and a line in quarantine of one hour; and a rejected event in the next.
  await warehouse.query(
    'admin',
    `SELECT ensure_event_partitions('2026-11-01', '2026-11-01');
     INSERT INTO etl_runs (finished_at, complete_until) VALUES (now(), now());
     INSERT INTO etl_objects (object_key, object_id, hour, etag, size_bytes, lines, loaded, duplicates, quarantined,
       rejected, run_id)
     VALUES ('${LOADED}', 1, '2026-11-02T09:00Z', '${ETAG}', 10, 5, 3, 1, 1, 0, 1),
       ('${REJECTED}', 2, '2026-11-02T10:00Z', '${ETAG}', 10, 1, 0, 0, 0, 1, 1);
     INSERT INTO ledger_hourly (hour, received, rejected, stored, loaded, duplicates, quarantined)
     VALUES ('2026-11-02T09:00Z', 5, 0, 5, 3, 1, 1), ('2026-11-02T10:00Z', 1, 1, 0, 0, 0, 0);
     INSERT INTO etl_quarantine (object_key, line, reason, raw) VALUES ('${LOADED}', 5, 'not_json', '{');
     INSERT INTO clickstream_events (event_id, event_timestamp, event_name, source_object_id, source_line)
     SELECT gen_random_uuid(), '2026-11-02T09:10Z', 'click', 1, line FROM generate_series(1, 3) AS line;
     INSERT INTO activity_hourly VALUES ('2026-11-02T09:00Z', 'click', 'unknown', false, 3)`,
  );
});

afterEach(async () => {
  s3.destroy();
  await warehouse.close();
});

/** MD5 of `{}`. */
const ETAG = '99914b932bd37a50b983c5e7c90ae93b';

const put = (key: string) => s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: '{}' }));

async function status(args: readonly string[] = [], env: Record<string, string> = {}) {
  const tool = spawn(process.execPath, ['--import', TYPESCRIPT, join(__dirname, 'status.ts'), ...args], {
    cwd: WORKSPACE,
    env: {
      PATH: process.env['PATH'],
      LOCAL_STATE_DIR: join(tmpdir(), `no-cloud-${randomUUID()}`),
      DW_SHINY_URL: warehouse.shinyUrl,
      RAW_BUCKET: bucket,
      AWS_REGION: 'ap-southeast-1',
      AWS_ENDPOINT_URL_S3: process.env['TEST_S3_URL'],
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      S3_FORCE_PATH_STYLE: 'true',
      ...env,
    },
    timeout: 60_000,
  });
  const [output, errors, code] = await Promise.all([
    text(tool.stdout),
    text(tool.stderr),
    new Promise((done) => tool.once('close', done)),
  ]);
  return { lines: output.trimEnd().split('\n'), errors, code };
}

describe('npm run status', () => {
  it('shows where the events of each hour are, and that the ledger closes', async () => {
    const { lines, errors, code } = await status();
    expect({ errors, code }).toEqual({ errors: '', code: 0 });
    expect(lines.slice(1)).toEqual([
      'Events by the hour in which they were received (UTC), and where they are now:',
      '  hour              received  rejected  stored  loaded  duplicates  quarantined',
      '  2026-11-02 09:00         5         0       5       3           1            1',
      '  2026-11-02 10:00         1         1       0       0           0            0',
      '  total 2 h                6         1       5       3           1            1',
      expect.stringMatching(/^Loaded is what was received until .*, \d+ minutes? ago; no object waits\.$/),
      'In quarantine: 1 not_json. npm run replay reads them again.',
      'The ledger closes for all 2 hours, and its rows are in the warehouse.',
    ]);
  });

  it('fails and names the hour when one row was deleted by hand', async () => {
    await warehouse.query('admin', 'DELETE FROM clickstream_events WHERE source_line = 2');
    const { lines, errors, code } = await status();
    expect(code).toBe(1);
    expect(errors).toContain(
      '2026-11-02 09:00: 2 rows in clickstream_events, the ledger says 3: 1 missing.\n',
    );
    expect(lines.at(-1)).toMatch(/^The ledger does not close: \d differences\. /);
  });

  it.each([
    [
      'UPDATE ledger_hourly SET received = received + 2',
      '5 events read from the bucket, the ledger says 7: 2 missing',
    ],
    ['DELETE FROM etl_quarantine', '0 open lines in etl_quarantine, the ledger says 1: 1 missing'],
    [
      'UPDATE etl_objects SET loaded = 2, erased = 1 WHERE object_id = 1',
      '2 lines in etl_objects: loaded, the ledger says 3: 1 missing',
    ],
    [
      'DELETE FROM ledger_hourly WHERE rejected = 0',
      '3 rows in clickstream_events, the ledger says 0: 3 too many',
    ],
    [
      `INSERT INTO clickstream_events (event_id, event_timestamp, event_name) VALUES (gen_random_uuid(), now(), 'x')`,
      'No hour: 1 rows in clickstream_events, the ledger says 0: 1 too many',
    ],
    [
      'DELETE FROM etl_objects WHERE rejected = 1',
      '2026-11-02 10:00: 0 lines in etl_objects: rejected, the ledger says 1: 1 missing',
    ],
    [
      `UPDATE clickstream_events SET source_object_id = 2 WHERE source_line = 1;
       UPDATE etl_objects SET hour = '2026-11-02T09:00Z' WHERE object_id = 2`,
      '2026-11-02 09:00: 0 whole objects, with all rows and lines, the ledger says 2: 2 missing',
    ],
    [
      'UPDATE activity_hourly SET events = 2',
      'All hours: 2 events in the facts: activity_hourly, clickstream_events says 3: 1 missing',
    ],
    [
      `UPDATE clickstream_events SET session_id = 's'`,
      'All hours: 0 events in the facts: sessions, clickstream_events says 3: 3 missing',
    ],
    [
      `UPDATE clickstream_events SET event_name = 'order_refund'`,
      'All hours: 0 events in the facts: orders, clickstream_events says 3: 3 missing',
    ],
  ])('finds what was spoilt by: %s', async (sql, message) => {
    await warehouse.query('admin', sql);
    const { differences } = await ledgerReport(warehouse.shinyUrl, {});
    expect(differenceLines(differences).join()).toContain(message);
  });

  it('fails when the last load did, and says what it failed with and what to do', async () => {
    await warehouse.query(
      'admin',
      `INSERT INTO etl_runs (error) VALUES ('The bucket cannot be read: denied')`,
    );
    const { errors, code, lines } = await status();
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^The last load failed, the latest of 20.*: The bucket cannot be read: denied\. Mend .* npm run etl\.\n$/,
    );
    expect(lines.at(-1)).toContain('The ledger closes');
    expect((await status(['--json'])).code).toBe(1);
  });

  it('counts the loads that have failed or were killed since the last that came to its end', async () => {
    const failures = async () => failedRunsLine((await ledgerReport(warehouse.shinyUrl, {})).failedRuns);
    expect(await failures()).toBeNull();
    await warehouse.query('admin', `INSERT INTO etl_runs (error) VALUES ('no'), (NULL), ('again')`);
    expect(await failures()).toMatch(/^The last 3 loads failed, the latest of 20.*: again\. /);
    await warehouse.query('admin', 'INSERT INTO etl_runs DEFAULT VALUES');
    expect(await failures()).toMatch(/^The last 4 loads failed, .*: it was killed, or lost the warehouse\. /);
    await warehouse.query('admin', 'INSERT INTO etl_runs (finished_at) VALUES (now())');
    expect(await failures()).toBeNull();
  });

  it('does not take a load that is at work for one that was killed', async () => {
    const atWork = new pg.Client({ connectionString: warehouse.etlUrl });
    await atWork.connect();
    await atWork.query('SELECT pg_advisory_lock(7215003)');
    await warehouse.query('admin', 'INSERT INTO etl_runs DEFAULT VALUES');
    const { failedRuns } = await ledgerReport(warehouse.shinyUrl, {});
    await atWork.end();
    expect(failedRuns.runs).toBe(0);
    expect((await ledgerReport(warehouse.shinyUrl, {})).failedRuns.runs).toBe(1);
  });

  it('counts the objects that wait, in the hours shown or in the whole bucket', async () => {
    await put('events/2026/11/02/11/b.json.gz');
    await put('rejected/2026/11/01/00/r.json.gz');
    const waiting = async (...args: string[]) =>
      (await status(args)).lines.find((line) => line.includes('wait'));
    expect(await waiting()).toContain('1 object waits, events/2026/11/02/11/b.json.gz');
    expect(await waiting('--all')).toContain(
      '2 objects wait, the oldest is rejected/2026/11/01/00/r.json.gz',
    );
  });

  it('says that loaded objects are gone from the bucket, which loses nothing yet', async () => {
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: LOADED }));
    const { lines, code } = await status();
    expect(code).toBe(0);
    expect(lines).toContain(
      '1 loaded object is no longer in the bucket: a rebuild from it would lose what the warehouse has of that.',
    );
  });

  it('tells of objects that no run reads, because no folder of theirs names a day', async () => {
    for (const key of ['events/year=2026/month=11/a.json', 'events/b.json', 'events/_temporary', 'events/c/'])
      await put(key);
    expect((await status(['--all'])).lines).toContain(
      '2 objects are beside the folders of days (events/YYYY/MM/DD/), and never read.',
    );
  });

  it('shows the hours asked for', async () => {
    const hours = async (options: StatusOptions) =>
      (await ledgerReport(warehouse.shinyUrl, askedHours(options))).hours.map(({ hour }) => hour);
    expect(await hours({})).toEqual(['2026-11-02T09:00Z', '2026-11-02T10:00Z']);
    expect(await hours({ hours: '1' })).toEqual(['2026-11-02T10:00Z']);
    expect(await hours({ to: '2026-11-02T09' })).toEqual(['2026-11-02T09:00Z']);
    expect(await hours({ from: '2026-11-02', to: '2026-11-02' })).toHaveLength(2);
    expect(await hours({ from: '2026-11-03' })).toEqual([]);
    expect(() => askedHours({ hours: '0' })).toThrow(new OptionError('--hours "0" is no number of hours.'));
    expect(() => askedHours({ from: '2026-11-03', to: '2026-11-02' })).toThrow(
      new OptionError('"2026-11-02" is before "2026-11-03".'),
    );
  });

  it('gives the same as JSON', async () => {
    const { lines } = await status(['--json']);
    expect(JSON.parse(lines.join(''))).toMatchObject({
      state: 'does not run',
      hours: [
        { hour: '2026-11-02T09:00Z', loaded: 3 },
        { hour: '2026-11-02T10:00Z', rejected: 1 },
      ],
      total: { received: 6 },
      differences: [],
      failedRuns: { runs: 0, startedAt: null, error: null },
      waiting: { objects: 0, oldest: null, gone: 0, astray: 0 },
    });
  });

  it('tells an empty warehouse from one that closes', async () => {
    await warehouse.query(
      'admin',
      'TRUNCATE clickstream_events, etl_objects, etl_quarantine, ledger_hourly, etl_runs, activity_hourly',
    );
    const { lines, code } = await status();
    expect(lines.slice(2)).toEqual([
      '  nothing was received',
      `No run has loaded everything yet; 2 objects wait, the oldest is ${LOADED}.`,
      'Nothing is in quarantine.',
      'The ledger is empty: nothing is loaded.',
    ]);
    expect(code).toBe(0);
  });

  it('says that the local cloud does not run, when nothing names another warehouse', async () => {
    const { lines, code } = await status([], { DW_SHINY_URL: '' });
    expect(lines).toEqual([expect.stringMatching(/^The local cloud of .* does not run\.$/)]);
    expect(code).toBe(1);
  });

  it('says in one line what is wrong with the command, or with the warehouse', async () => {
    expect(await status(['--from', 'monday'])).toMatchObject({
      code: 2,
      errors: '"monday" is no time of the form YYYY-MM-DD or YYYY-MM-DDTHH (UTC).\n',
    });
    expect(await status([], { DW_SHINY_URL: 'postgres://a:b@127.0.0.1:1/x' })).toMatchObject({
      code: 1,
      errors: 'The warehouse cannot be reached: connect ECONNREFUSED 127.0.0.1:1\n',
    });
  });
});
