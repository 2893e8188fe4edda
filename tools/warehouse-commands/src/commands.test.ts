import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { aProductView } from '@clickstream/event-schema/testing';
import {
  aBucket,
  etlEnvironment,
  outcomeOf,
  received,
  runOnce,
  startCommand,
  type TestBucket,
} from '@clickstream/warehouse-load/testing';

let warehouse: TestWarehouse;
let bucket: TestBucket;

beforeAll(async () => {
  [warehouse, bucket] = await Promise.all([aWarehouse(), aBucket()]);
  await bucket.putEvents('events/2026/11/02/09/a.json.gz', [received(aProductView()), '{"broken']);
  await bucket.putEvents('events/2026/11/03/09/b.json.gz', [received(aProductView())]);
});

afterAll(async () => {
  bucket.close();
  await warehouse.close();
});

const run = (
  command: string,
  args: readonly string[] = [],
  env = etlEnvironment(bucket.name, warehouse.etlUrl),
) => outcomeOf(startCommand(`tools/warehouse-commands/src/${command}.ts`, env, args));

describe('npm run replay', () => {
  it('reports what it would do, and what it did, in one line', async () => {
    await runOnce(warehouse.etlUrl, bucket.source);
    expect(await run('replay', ['--dry-run'])).toMatchObject({
      code: 0,
      output:
        'Would replay 0 of 1 quarantined and rejected lines: 0 loaded, 0 duplicates; 1 cannot be read yet.\n',
    });
    await warehouse.query('admin', 'UPDATE etl_quarantine SET raw = $1', [
      JSON.stringify(received(aProductView({ eventId: '019a4341-7f6a-7abc-8def-0123456789ab' }))),
    ]);
    expect(await run('replay')).toMatchObject({
      code: 0,
      output:
        'Replayed 1 of 1 quarantined and rejected lines: 1 loaded, 0 duplicates; 0 cannot be read yet.\n',
      errors: '',
    });
  });
});

describe('npm run retention', () => {
  it('reports in one line what it dropped', async () => {
    const admin = { ...etlEnvironment(bucket.name, ''), DW_ADMIN_URL: warehouse.adminUrl };
    const { code, output } = await run('retention', ['--months', '1200'], admin);
    expect(code).toBe(0);
    expect(output).toMatch(
      /^Dropped what is older than 19\d\d-\d\d-01: 0 events \(0 monthly partitions\), 0 quarantined lines, 0 objects of the manifest\.\n$/,
    );
    expect(await run('retention', [], {})).toMatchObject({
      code: 1,
      errors:
        'The retention stopped: Set these environment variables, or run npm start, which writes them to .local/env: ' +
        'RAW_BUCKET, AWS_REGION.\n',
    });
  });
});

describe('npm run rebuild -- --from-s3', () => {
  it('loads everything again and reports it in one line', async () => {
    const env = { ...etlEnvironment(bucket.name, warehouse.etlUrl), DW_ADMIN_URL: warehouse.adminUrl };
    const { code, output } = await run('rebuild', ['--from-s3', '--yes'], env);
    expect(code).toBe(0);
    expect(output).toMatch(
      /^Rebuilt the warehouse from 2 objects in \d+\.\d s: 2 events, 0 duplicates, 1 quarantined\.\n$/,
    );
    expect(await run('rebuild', ['--from-s3'], env)).toMatchObject({
      code: 2,
      errors: '--from-s3 empties the warehouse first: add --yes to do so. See npm run rebuild -- --help.\n',
    });
  });
});

describe('npm run rebuild', () => {
  it('computes damaged facts again', async () => {
    await runOnce(warehouse.etlUrl, bucket.source);
    await warehouse.query(
      'admin',
      'DELETE FROM sessions; UPDATE activity_hourly SET events = 99; DELETE FROM products',
    );
    const { code, output } = await run('rebuild');
    expect(code).toBe(0);
    expect(output).toMatch(/^Rebuilt the facts of 2 events in \d+\.\d s\.\n$/);
    const [facts] = await warehouse.query(
      'shiny',
      `SELECT (SELECT count(*) FROM sessions)::integer AS sessions, (SELECT count(*) FROM products)::integer AS products,
         (SELECT sum(events) FROM activity_hourly)::integer AS events`,
    );
    expect(facts).toEqual({ sessions: 1, products: 1, events: 2 });
  });
});
