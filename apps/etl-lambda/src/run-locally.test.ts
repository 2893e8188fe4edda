import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { aProductView } from '@clickstream/event-schema/testing';
import {
  aBucket,
  etlEnvironment,
  outcomeOf,
  received,
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

const run = (args: readonly string[] = [], env = etlEnvironment(bucket.name, warehouse.etlUrl)) =>
  outcomeOf(startCommand('apps/etl-lambda/src/run-locally.ts', env, args));

describe('npm run etl', () => {
  it('loads the requested days and reports it in one line', async () => {
    expect(await run(['--to', '2026-11-02'])).toEqual({
      code: 0,
      output: 'Loaded 1 events of 1 objects; 0 duplicates, 1 quarantined.\n',
      errors: '',
    });
  });

  it('prints one line with the next step when it cannot begin', async () => {
    expect(await run([], {})).toMatchObject({
      code: 1,
      output: '',
      errors:
        'The load stopped: Set these environment variables, or run npm start, which writes them to .local/env: ' +
        'RAW_BUCKET, AWS_REGION, DW_ETL_URL.\n',
    });
    const nowhere = { ...etlEnvironment('x', 'postgres://etl_writer:x@127.0.0.1:1/x') };
    const { code, errors } = await run([], nowhere);
    expect(code).toBe(1);
    expect(errors).toBe(
      'The load stopped: The warehouse cannot be reached: connect ECONNREFUSED 127.0.0.1:1\n',
    );
  });

  it('distinguishes a wrong command line from a failure', async () => {
    expect(await run(['--from', 'monday'])).toMatchObject({
      code: 2,
      errors: '"monday" is not a UTC day or hour (YYYY-MM-DD or YYYY-MM-DDTHH). See npm run etl -- --help.\n',
    });
  });
});
